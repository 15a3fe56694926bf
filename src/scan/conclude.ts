// Components with the licence that rules judge: curations of licenses.yaml conclude, as long as the files still say what they correct.
import { effectiveLicenses } from "#policy";
import type { Licenses } from "#program";
import type { ResultComponent } from "./result.ts";

export function concludeLicenses(components: readonly ResultComponent[], licenses: Licenses): readonly ResultComponent[] {
  if (licenses.curations.length === 0) return components;
  const effective = effectiveLicenses(licenses);
  return components.map((component) => {
    const { license, notion, curation } = effective(component.purl, component.license);
    if (!curation) return component;
    const { license: declaredLicense, ...rest } = component;
    return {
      ...rest,
      ...(license === undefined ? {} : { license }),
      notion,
      ...(declaredLicense === undefined ? {} : { declaredLicense }),
    };
  });
}
