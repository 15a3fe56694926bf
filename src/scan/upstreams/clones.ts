// Clones of the projects that we depend on: which packages they make, under which licence and agreement, who looks after them, and their history.
import { findRepositories, openGitTree, type FoundRepository, type Tree } from "#facts";
import { compareText, formatPurl, type Problem } from "#kit";
import { type Involvement, involvementOf, type PublicWork, publicWorkOf } from "#measures";
import type { Program } from "#program";
import { type CollectOptions, collect, type Target } from "../collect.ts";
import { affiliationOf } from "../communities.ts";
import type { Collected } from "../context.ts";

export type Agreement = "none" | "dco" | "required";

export interface UpstreamClone {
  readonly id: string;
  readonly origin?: string;
  /** Package URLs without version of what it makes. */
  readonly packages: readonly string[];
  readonly license?: string;
  readonly agreement?: Agreement;
  readonly involvement: Involvement;
  /** Absent where nobody can be told to be ours. */
  readonly work?: PublicWork;
}

/** Reads the clones in these folders. What cannot be read is told; the others count. */
export async function readClones(
  targets: readonly Target[],
  options: CollectOptions & { readonly program: Program; readonly now: string },
): Promise<{ clones: readonly UpstreamClone[]; problems: readonly Problem[] }> {
  if (targets.length === 0) return { clones: [], problems: [] };
  const { organization } = options.program;
  const collection = await collect(targets, options);
  const found = new Map<string, FoundRepository>();
  for (const { path, id } of targets) {
    const { repositories } = await findRepositories(path);
    for (const one of repositories) found.set(repositories.length === 1 && id !== undefined ? id : one.id, one);
  }
  const affiliation = affiliationOf(options.program);
  const clones: UpstreamClone[] = [];
  for (const collected of collection.repositories) {
    const [history, place] = [collection.histories.get(collected.id), found.get(collected.id)];
    if (!history || !place) continue;
    const pages = await readPages(place, options.scratch);
    const shared = { affiliation, now: Date.parse(options.now) / 1000, zone: organization.timeZone ?? "UTC" };
    clones.push({
      id: collected.id,
      ...(collected.origin === undefined ? {} : { origin: collected.origin }),
      packages: packagesOf(collected),
      ...licenseOf(collected),
      ...(pages.agreement === undefined ? {} : { agreement: pages.agreement }),
      involvement: involvementOf(history, { ...shared, maintainers: pages.maintainers }),
      ...(affiliation.knowsUs ? { work: publicWorkOf(history, affiliation, shared.now) } : {}),
    });
  }
  return { clones, problems: collection.problems };
}

function packagesOf({ inventory }: Collected): string[] {
  const purls = inventory.own.map(({ type, namespace, name }) =>
    formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) }),
  );
  return [...new Set(purls)].sort(compareText);
}

function licenseOf({ licenses, facts }: Collected): { license?: string } {
  const path = facts.licensePath ?? licenses[0]?.path;
  const ids = [...new Set(licenses.filter((match) => match.path === path).map(({ spdx }) => spdx))];
  return ids.length === 0 ? {} : { license: ids.join(" AND ") };
}

interface Pages {
  readonly agreement?: Agreement;
  readonly maintainers: readonly string[];
}

const CONTRIBUTING = /^(?:\.github\/|docs\/)?contributing(?:\.[a-z]+)?$/i;
const MAINTAINERS = /^(?:\.github\/|docs\/|\.gitlab\/)?(?:maintainers|owners|codeowners)(?:\.[a-z]+)?$/i;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

async function readPages(found: FoundRepository, scratch: string): Promise<Pages> {
  if (found.kind !== "git") return { maintainers: [] };
  const tree = await openGitTree(found, { scratch });
  try {
    const contributing = await textsOf(tree, CONTRIBUTING);
    const maintainers = (await textsOf(tree, MAINTAINERS)).flatMap((text) => text.match(ADDRESS) ?? []);
    const agreement = agreementIn(contributing);
    return { ...(agreement === undefined ? {} : { agreement }), maintainers: [...new Set(maintainers)].sort(compareText) };
  } finally {
    await tree.close();
  }
}

async function textsOf(tree: Tree, names: RegExp): Promise<string[]> {
  const paths = tree.files.filter(({ path, kind }) => kind === "file" && names.test(path)).map(({ path }) => path);
  const texts = await Promise.all(paths.map((path) => tree.text(path)));
  return texts.filter((text) => text !== undefined);
}

/** "There is no CLA to sign", "we do not ask for copyright assignment": named to say that it is not asked. "Not without a CLA" asks for one. */
const NOT_ASKED =
  /(?:\bno (?:need (?:for|to sign) )?(?:an? )?|\b(?:do|does|need|will)(?: not|n't|n’t) (?:require|ask|need|sign|have|use)\b[^.;!?\n]{0,40}?)(?:contributor licen[sc]e agreement|copyright assignment|I?CLAs?\b)/gi;

/** What the page for contributors asks to sign; undefined where there is no such page. */
export function agreementIn(pages: readonly string[]): Agreement | undefined {
  if (pages.length === 0) return undefined;
  const text = pages.join("\n").replace(NOT_ASKED, " ");
  if (/contributor licen[sc]e agreement|copyright assignment|\bI?CLAs?\b/i.test(text)) return "required";
  return /developer(?:'s)? certificate of origin|\bDCO\b|signed-off-by/i.test(text) ? "dco" : "none";
}
