// What somebody means by a name that is no package URL: a repository, or a component that is in use.
import { AllmendError } from "#kit";
import { checks } from "#scan";
import { componentsCalled, type Database, listComponents, purlsNamed, type Units } from "#store";

const MOST = 20;

/** Throws AllmendError `nothing-named` and `several-components`. */
export async function purlMeant({ sql }: Database, text: string, units: Units): Promise<string> {
  const { askedName, purlNamed } = await checks();
  const { name } = askedName(text);
  const exact = await componentsCalled(sql, await purlsNamed(sql, [name], MOST), units);
  const found = exact.length > 0 ? exact : (await listComponents(sql, { search: name.slice(0, 100) }, units, { limit: MOST })).items;
  const purl = purlNamed(text, found);
  if (purl !== undefined) return purl;
  throw new AllmendError("nothing-named", "not-found", `nothing that is known here is called "${text.slice(0, 200)}"`, {
    hint: "Write a component that nobody uses yet as pkg:npm/name@1.2.3.",
  });
}
