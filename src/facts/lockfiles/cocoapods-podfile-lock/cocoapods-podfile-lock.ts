// Podfile.lock of CocoaPods (https://guides.cocoapods.org/using/using-cocoapods.html#what-is-podfilelock).
import type { LockedPackage, LockfileFormat, OwnPackage, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, pathSource, registrySource, urlSource } from "../shared/addresses.ts";
import { asArray, asObject, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { parseYaml } from "../shared/yaml.ts";

export const cocoapodsPodfileLock: LockfileFormat = {
  id: "cocoapods-podfile-lock",
  ecosystem: "cocoapods",
  kind: "lockfile",
  names: ["Podfile.lock"],
  matches: (path) => nameOf(path) === "Podfile.lock",
  read: readPodfileLock,
};

const USUAL_SPECS = ["trunk", "github.com/cocoapods/specs.git", "github.com/cocoapods/specs", "cdn.cocoapods.org"];

/** One pod or part of a pod (`Texture/Core`). */
interface Pod {
  readonly key: string;
  readonly version: string;
  readonly needs: readonly string[];
  readonly line: number | undefined;
}

function readPodfileLock(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  const root = asObject(document.value);
  if (root === undefined) throw new Unreadable("The file is empty or holds no mapping.", 1, "PODS:");
  const listed = field(root, "PODS");
  const pods = asArray(listed) ?? [];
  if (listed !== undefined && listed !== null && !Array.isArray(listed))
    throw new Unreadable("PODS is no list.", document.lineOf(root, "PODS"), "a list of pods");
  const problems = new EntryProblems(file.path);
  const byKey = new Map<string, Pod>();
  for (const [index, item] of pods.entries()) {
    const pod = podOf(item, document.lineOf(pods, index));
    if (pod === undefined) problems.bad("A pod without name and version.", document.lineOf(pods, index), "Name (1.0.0)");
    else if (!byKey.has(pod.key)) byKey.set(pod.key, pod);
  }
  return { ...resolved([...byKey.values()], root), problems: problems.list() };
}

/** `Name (1.0)` alone, or as the key of what it needs. */
function podOf(item: unknown, line: number | undefined): Pod | undefined {
  const [text, needs] = asText(item) === undefined ? (entriesOf(item)[0] ?? []) : [asText(item), undefined];
  const found = /^([^\s(]+) \(([^()]+)\)$/.exec(text?.trim().slice(0, 500) ?? "");
  if (!found) return undefined;
  const [, key = "", version = ""] = found;
  return {
    key,
    version,
    needs: (asArray(needs) ?? [])
      .map(asText)
      .map(podName)
      .filter((name) => name !== undefined),
    line,
  };
}

/** The name in `Name (~> 1.0)` and "Name (from `../x`)". */
function podName(text: string | undefined): string | undefined {
  return text?.trim().split(/\s/, 1)[0] || undefined;
}

function resolved(pods: readonly Pod[], root: DataObject): Pick<Reading, "packages" | "own"> {
  const known = new Set(pods.map((pod) => pod.key));
  const asked = new Set((asArray(field(root, "DEPENDENCIES")) ?? []).map(asText).map(podName));
  const external = objectField(root, "EXTERNAL SOURCES");
  const checkout = objectField(root, "CHECKOUT OPTIONS");
  const checksums = objectField(root, "SPEC CHECKSUMS");
  const repositories = repositoryOf(field(root, "SPEC REPOS"));
  const isOurs = (key: string): boolean => {
    const path = textField(field(external, mainPod(key)), ":path");
    // React Native and Flutter take the native parts of other people's packages from where those are installed.
    return path !== undefined && !isVendored(path) && mainPod(key) !== "Flutter" && mainPod(key) !== "FlutterMacOS";
  };
  const needsOf = (pod: Pod): string[] => pod.needs.filter((need) => known.has(need) && !isOurs(need));
  const packages: LockedPackage[] = [];
  const own = new Map<string, OwnPackage>();
  for (const pod of pods) {
    const name = mainPod(pod.key);
    if (isOurs(pod.key)) {
      const dependsOn = [...(own.get(name)?.dependsOn ?? []), ...needsOf(pod)];
      own.set(name, { type: "cocoapods", name, version: pod.version, listed: true, dependsOn });
      continue;
    }
    packages.push({
      key: pod.key,
      type: "cocoapods",
      // A part of a pod (`Texture/Core`) is a component of its own; its package URL has it as the subpath.
      name: pod.key,
      version: pod.version,
      scope: "production",
      direct: asked.size > 0 ? asked.has(pod.key) : undefined,
      line: pod.line,
      dependsOn: needsOf(pod),
      source: sourceOf(objectField(external, name), objectField(checkout, name)) ?? registrySource(repositories.get(name), USUAL_SPECS),
      integrity: textField(checksums, name),
    });
  }
  return { packages, own: [...own.values()] };
}

function mainPod(key: string): string {
  return key.split("/", 1)[0] ?? key;
}

function sourceOf(external: DataObject | undefined, checkout: DataObject | undefined): LockedPackage["source"] {
  const git = textField(checkout, ":git") ?? textField(external, ":git");
  if (git !== undefined) return gitSource(git, textField(checkout, ":commit") ?? textField(external, ":commit"));
  const address = textField(external, ":http") ?? textField(external, ":podspec");
  if (address !== undefined && /^https?:/i.test(address)) return urlSource(address);
  const path = textField(external, ":path") ?? address;
  return path === undefined ? undefined : pathSource(path);
}

/** The repository of specifications that each pod comes from. */
function repositoryOf(repositories: unknown): Map<string, string> {
  const byPod = new Map<string, string>();
  for (const [address, pods] of entriesOf(repositories)) {
    for (const pod of asArray(pods) ?? []) if (typeof pod === "string") byPod.set(mainPod(pod), address);
  }
  return byPod;
}
