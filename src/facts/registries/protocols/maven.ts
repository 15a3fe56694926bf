// A Maven repository: a list of versions, and POMs, whose date is that of the file. https://maven.apache.org/repositories/metadata.html
import { child, childrenOf, childText, parseXml } from "../../lockfiles/shared/xml.ts";
import { namesIn, parentOf, projectOf } from "../../packages/maven/licenses.ts";
import type { RegistryClient } from "../client.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

const MOST_PARENTS = 12;
const LARGEST_POM = 4_000_000;

export const maven: RegistryProtocol = {
  type: "maven",
  address: "https://repo1.maven.org/maven2/",
  perSecond: 20,
  tells: { deprecated: false, withdrawn: false },
  ask: async ({ namespace = "", name }, wanted, client) => {
    const folder = [...namespace.split("."), name].map(encodeURIComponent).join("/");
    const latest = releaseIn(await client.text(`${folder}/maven-metadata.xml`));
    const versions: Record<string, RegistryVersion> = {};
    let repository: { readonly repository?: string } = {};
    for (const version of new Set([...wanted, ...(latest === undefined ? [] : [latest])])) {
      const pom = await pomOf(client, namespace, name, version);
      if (!pom) continue;
      repository = { ...repository, ...sourceAddress(childText(child(pom.project, "scm"), "url")) };
      const license = wanted.includes(version) ? await licenseOf(client, pom) : undefined;
      versions[version] = versionOf({ published: pom.modified, license });
    }
    if (Object.keys(versions).length === 0) return undefined;
    return { versions, ...(latest === undefined ? {} : { latest }), ...repository };
  },
};

type Pom = NonNullable<Awaited<ReturnType<typeof pomOf>>>;

async function pomOf(client: RegistryClient, group: string, artifact: string, version: string) {
  const plain = [...group.split("."), artifact, version];
  if (plain.some((part) => part === "" || part === "." || part === "..")) return undefined;
  const file = `${artifact}-${version}.pom`;
  const answer = await client.get([...plain, file].map(encodeURIComponent).join("/"), { limit: LARGEST_POM });
  const project = projectOf(answer?.body.toString("utf8"));
  return answer && project ? { project, modified: answer.modified } : undefined;
}

/** Its own, else of the nearest parent that names some. Parents are the same for many, and asked for once. */
async function licenseOf(client: RegistryClient, pom: Pom): Promise<string | undefined> {
  let at: Pom | undefined = pom;
  for (let depth = 0; depth < MOST_PARENTS && at; depth += 1) {
    const license = namesIn(at.project);
    if (license !== undefined) return license;
    const parent = parentOf(at.project);
    at = parent && (await remembered(client, parent.group, parent.artifact, parent.version));
  }
  return undefined;
}

const parents = new WeakMap<RegistryClient, Map<string, ReturnType<typeof pomOf>>>();

function remembered(client: RegistryClient, group: string, artifact: string, version: string): ReturnType<typeof pomOf> {
  const known = parents.get(client) ?? new Map<string, ReturnType<typeof pomOf>>();
  parents.set(client, known);
  const key = `${group}:${artifact}:${version}`;
  const pom = known.get(key) ?? pomOf(client, group, artifact, version);
  known.set(key, pom);
  return pom;
}

/** `release` of the metadata; where a repository does not keep it, the last of the list. */
function releaseIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const versioning = child(parseXml(text), "versioning");
    return childText(versioning, "release") ?? childrenOf(child(versioning, "versions"), "version").at(-1)?.text;
  } catch {
    return undefined;
  }
}
