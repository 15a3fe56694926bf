// Where a component declares its licence, and the texts that say something else.
import type { Evidence } from "#facts";
import type { ResultComponent, ResultUse } from "../result.ts";

/** Both with what they say. A text in a cache lies in no repository, so its path is a part of the note. */
export function bothLicenses(use: ResultUse, component: ResultComponent): Evidence[] {
  const { files = [], repository } = component.detected ?? {};
  const told = files.filter((file) => file.expression !== undefined);
  const inCache = repository === undefined ? told.map((file) => `; ${file.expression} in ${file.path}`).join("") : "";
  const note = `${component.declaredLicense ?? component.license}${inCache}`;
  const declared = use.manifests.map((manifest): Evidence => ({ repository: use.repository, ...manifest, note }));
  if (repository === undefined) return declared;
  return [...declared, ...told.map(({ path, expression = "" }): Evidence => ({ repository, path, note: expression }))];
}
