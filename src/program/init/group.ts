// Which repositories are one product, where nobody says so: by folder, else by the beginning of their names.

export interface Group {
  readonly id: string;
  readonly repositories: readonly string[];
  readonly because: string;
}

/** Words that say what a repository is, not what it is for. */
const generic = new Set([
  "the",
  "app",
  "apps",
  "lib",
  "libs",
  "service",
  "services",
  "tool",
  "tools",
  "test",
  "tests",
  "docs",
  "doc",
  "infra",
  "web",
  "api",
  "common",
  "shared",
  "core",
  "java",
  "js",
  "node",
  "go",
  "py",
  "python",
  "terraform",
  "docker",
  "helm",
  "github",
  "old",
  "new",
  "poc",
  "demo",
  "my",
]);

/** Whose a repository is: the owner on its forge, where that is known. */
export type MakerOf = (id: string) => string | undefined;

/** Products as names and folders show them; what different makers made is not one product for its name alone. */
export function groupRepositories(ids: readonly string[], makerOf: MakerOf = () => undefined): Group[] {
  const byFolder = new Map<string, string[]>();
  for (const id of [...ids].sort()) {
    const slash = id.lastIndexOf("/");
    const folder = slash < 0 ? "" : id.slice(0, slash);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), id]);
  }
  const folders = [...byFolder.keys()].filter((folder) => folder !== "");
  // Folders tell products apart only where there are several of them.
  const tellApart = folders.length > 1 || (folders.length === 1 && byFolder.has(""));
  return [...byFolder].flatMap(([folder, members]) =>
    folder !== "" && tellApart && members.length > 1
      ? [{ id: lastPart(folder), repositories: members, because: `folder ${folder}/` }]
      : groupByPrefix(members, makerOf),
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

interface Named {
  readonly id: string;
  readonly words: readonly string[];
}

function groupByPrefix(ids: readonly string[], makerOf: MakerOf): Group[] {
  const named = ids.map((id): Named => ({ id, words: wordsOf(lastPart(id)) }));
  const skip = sharedByAll(named);
  const groups = new Map<string, Named[]>();
  for (const each of named) {
    const first = each.words[skip] ?? each.words[0] ?? each.id;
    const key = generic.has(first.toLowerCase()) ? each.words.join("-") : first.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const byMaker = [...groups.values()].flatMap((members) => splitByMaker(members, makerOf));
  return byMaker.flatMap((members): Group[] => {
    const [only] = members;
    if (members.length === 1 && only) return [{ id: lastPart(only.id), repositories: [only.id], because: "a repository of its own" }];
    const common = commonWords(members.map(({ words }) => words));
    const prefix = common.slice(skip).join("-") || common.join("-");
    return [{ id: prefix, repositories: members.map(({ id }) => id), because: `names begin with ${common.join("-")}` }];
  });
}

/** Only what is known to have different makers falls apart; an origin that is not known stays where its name puts it, if one maker is left. */
function splitByMaker(members: readonly Named[], makerOf: MakerOf): (readonly Named[])[] {
  const makers = new Set(members.flatMap(({ id }) => makerOf(id) ?? []));
  if (makers.size < 2) return [members];
  return [...Map.groupBy(members, ({ id }) => makerOf(id) ?? "").values()];
}

function wordsOf(name: string): string[] {
  const words = name.split(/[-_.]+/).filter((word) => word !== "");
  return words.length > 0 ? words : [name];
}

/** How many words all names begin with: the organisation's name, mostly. */
function sharedByAll(named: readonly Named[]): number {
  if (named.length < 4) return 0;
  return commonWords(named.map(({ words }) => words)).length;
}

function commonWords(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = lists;
  let length = Math.min(...lists.map((list) => list.length));
  // A name that is the whole prefix of another ("tariff-kit", "tariff-kit-enterprise") counts with all its words.
  for (const list of rest)
    while (length > 0 && !first.slice(0, length).every((word, index) => word.toLowerCase() === list[index]?.toLowerCase())) length--;
  return first.slice(0, length);
}
