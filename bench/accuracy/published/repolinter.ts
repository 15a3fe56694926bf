// repolinter's default rules over real repositories: its globs as they stand in its ruleset, our facts, file for file.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import picomatch from "picomatch";
import { collectRepositoryFacts } from "../../../src/facts/files/collect.ts";
import { memoryTree } from "../../../src/facts/testing/memory-tree.ts";
import { type Agreement, mirrored, show } from "./mirror.ts";

interface Rule {
  readonly rule: {
    readonly type: string;
    readonly options: {
      readonly globsAny?: readonly string[];
      readonly globsAll?: readonly string[];
      readonly nocase?: boolean;
      readonly content?: string;
      readonly flags?: string;
    };
  };
}

const FACTS: Readonly<Record<string, string>> = {
  "license-file-exists": "hasLicense",
  "readme-file-exists": "hasReadme",
  "contributing-file-exists": "hasContributing",
  "code-of-conduct-file-exists": "hasCodeOfConduct",
  "changelog-file-exists": "hasChangelog",
  "security-file-exists": "hasSecurityPolicy",
  "support-file-exists": "hasSupport",
  "test-directory-exists": "hasTests",
  "integrates-with-ci": "hasCi",
  "readme-references-license": "readmeMentionsLicense",
  "code-of-conduct-file-contains-email": "codeOfConductContact",
  "github-issue-template-exists": "hasIssueTemplate",
  "github-pull-request-template-exists": "hasPullRequestTemplate",
};
/** Contents that the rules look into; everything else stands in for itself. */
const READ = /^(?:[^/]+|\.github\/[^/]+|docs\/[^/]+)$/;

export async function repolinter(): Promise<Agreement[] | undefined> {
  const repository = mirrored("todogroup/repolinter");
  if (repository === undefined) return undefined;
  const { rules } = JSON.parse(show(repository, "rulesets/default.json").toString("utf8")) as { rules: Record<string, Rule> };
  const found = new Map<string, { cases: number; differences: string[] }>();
  for (const name of namesBeside()) {
    const bare = mirrored(name) as string;
    const paths = execFileSync("git", ["-C", bare, "ls-tree", "-r", "-z", "--name-only", "HEAD"], { maxBuffer: 256 * 1024 * 1024 })
      .toString("utf8")
      .split("\0")
      .filter((path) => path !== "");
    const files = Object.fromEntries(paths.map((path) => [path, READ.test(path) ? contentOf(bare, path) : "x"]));
    const { facts } = await collectRepositoryFacts(memoryTree(files));
    for (const [id, fact] of Object.entries(FACTS)) {
      const rule = rules[id];
      if (!rule) continue;
      const entry = found.get(id) ?? { cases: 0, differences: [] };
      found.set(id, entry);
      entry.cases += 1;
      const theirs = passes(rule, paths, files);
      if (theirs !== (facts[fact] ?? "not applicable"))
        entry.differences.push(`${name}: ${theirs} there, ${facts[fact] ?? "not applicable"} here`);
    }
  }
  return [...found].map(([name, entry]) => ({ name, ...entry }));
}

function namesBeside(): string[] {
  const own = mirrored("todogroup/repolinter") as string;
  return readdirSync(own.slice(0, -"/todogroup+repolinter/repo".length))
    .filter((name) => name.includes("+"))
    .map((name) => name.replace("+", "/"))
    .filter((name) => mirrored(name) !== undefined);
}

function contentOf(bare: string, path: string): string {
  try {
    return show(bare, path).toString("utf8");
  } catch {
    return "x";
  }
}

function passes({ rule: { type, options } }: Rule, paths: readonly string[], files: Readonly<Record<string, string>>): boolean {
  const globs = [...(options.globsAny ?? options.globsAll ?? [])];
  const matches = picomatch(globs, { nocase: options.nocase ?? type !== "file-existence", dot: true });
  if (type === "directory-existence") return [...new Set(paths.flatMap(foldersOf))].some((path) => matches(path));
  const matching = paths.filter((path) => matches(path));
  if (type === "file-existence") return matching.length > 0;
  // A rule about content passes where no file is there: one of the vacuous passes that we do not follow.
  const content = new RegExp(options.content ?? "", options.flags ?? "");
  return matching.every((path) => content.test(files[path] ?? ""));
}

function foldersOf(path: string): string[] {
  return path
    .split("/")
    .slice(0, -1)
    .map((_, at, parts) => parts.slice(0, at + 1).join("/"));
}
