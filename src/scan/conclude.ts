// Components with the licence that rules judge: curations of licenses.yaml conclude, as long as the files still say what they correct.
import { licensesDiffer } from "#facts";
import { effectiveLicenses } from "#policy";
import type { Licenses } from "#program";
import { sureTexts } from "./packages.ts";
import type { ResultComponent } from "./result.ts";

export function concludeLicenses(components: readonly ResultComponent[], licenses: Licenses): readonly ResultComponent[] {
  if (licenses.curations.length === 0) return components;
  const effective = effectiveLicenses(licenses);
  return components.map((component) => {
    const { license, notion, curation } = effective(component.purl, component.license, component.notion);
    if (!curation) return component;
    const { license: given, licenseFrom: _from, licenseDiffers: _differs, ...rest } = component;
    return {
      ...rest,
      ...(license === undefined ? {} : { license }),
      notion,
      licenseFrom: "curation",
      ...settled(component, license),
      ...(given === undefined || component.notion !== "declared" ? {} : { declaredLicense: given }),
    };
  });
}

/** A curation settles a difference between what is declared and the texts, as long as the texts say what it concludes. */
function settled({ detected }: ResultComponent, concluded: string | undefined): Pick<ResultComponent, "licenseDiffers"> {
  const differs = concluded === undefined || !detected ? undefined : licensesDiffer(concluded, sureTexts(detected));
  return differs === undefined ? {} : { licenseDiffers: differs };
}

/** The licence before anything was concluded: what rules are given, for they conclude by the curations themselves and say so in their findings. */
export function givenLicense(component: ResultComponent): Pick<ResultComponent, "license" | "notion"> {
  const { license, notion, declaredLicense, detected } = component;
  // What was concluded elsewhere and imported is given to rules as concluded.
  if ((notion !== "concluded" || component.licenseFrom === "import") && component.licenseFrom !== "curation")
    return license === undefined ? { notion: "none" } : { license, notion };
  if (declaredLicense !== undefined) return { license: declaredLicense, notion: "declared" };
  return detected?.expression === undefined ? { notion: "none" } : { license: detected.expression, notion: "detected" };
}
