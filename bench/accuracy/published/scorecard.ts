// OpenSSF Scorecard's own test cases for the same definitions: what its tests expect of its test data, and what we say of the same files.
import { binaries } from "../../../src/facts/files/checks/binaries.ts";
import { baseImagesIn } from "../../../src/facts/files/checks/dockerfiles.ts";
import { downloadsInDockerfile, downloadsInScript, downloadsInWorkflow } from "../../../src/facts/files/checks/downloads.ts";
import { securityPolicyScore } from "../../../src/facts/files/checks/security-policy.ts";
import { isPinned, workflows } from "../../../src/facts/files/checks/workflows.ts";
import type { Check } from "../../../src/facts/files/types.ts";
import { FileIndex } from "../../../src/facts/files/shared/file-index.ts";
import { parseWorkflow } from "../../../src/facts/files/shared/workflows.ts";
import { memoryTree } from "../../../src/facts/testing/memory-tree.ts";
import { type Agreement, mirrored, show } from "./mirror.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly count: number;
}

/** The table of one test function: blocks with a name, a file and a number under `key` (0 where it is left out, as Go has it). */
function casesOf(source: string, test: string, key: string): Case[] {
  const start = source.indexOf(`func ${test}(`);
  const body = source.slice(start, source.indexOf("\nfunc ", start + 10));
  return body
    .split(/\n\t\t\{\n/)
    .slice(1)
    .flatMap((block) => {
      const file = /(?:filename|path):\s+"([^"]*)"|(?:filenames|workflowPaths|files):\s+\[\]string\{\s*"([^"]*)"/.exec(block);
      const name = /name:\s+"([^"]*)"/.exec(block)?.[1];
      if (!file || name === undefined) return [];
      return [{ name, file: (file[1] ?? file[2]) as string, count: Number(new RegExp(`${key}:\\s+(\\d+)`).exec(block)?.[1] ?? 0) }];
    });
}

/** Where their tests look: `./testdata` of checks/raw, `../testdata` of checks. */
function dataPath(file: string, folder: string): string {
  if (file.startsWith("../../testdata/")) return `checks/testdata/${file.slice(15)}`;
  if (file.startsWith("../testdata/")) return `checks/testdata/${file.slice(12)}`;
  return `${folder}/${file.replace(/^\.\/testdata\//, "").replace(/^testdata\//, "")}`;
}

async function factOf(check: Check, path: string, content: Uint8Array, fact: string): Promise<unknown> {
  let found: unknown;
  await check.collect(
    new FileIndex(memoryTree({ [path]: content })),
    { set: (name, value) => (found = name === fact ? value : found), owners() {} },
    {},
  );
  return found;
}

export async function scorecard(): Promise<Agreement[] | undefined> {
  const repository = mirrored("ossf/scorecard");
  if (repository === undefined) return undefined;
  const source = (path: string) => show(repository, path).toString("utf8");
  const pinning = source("checks/raw/pinned_dependencies_test.go");
  const raw = "checks/raw/testdata";
  const compare = async (
    name: string,
    cases: readonly Case[],
    ours: (given: Case, path: string, bytes: Buffer) => unknown,
    folder = raw,
  ): Promise<Agreement> => {
    const differences: string[] = [];
    let count = 0;
    for (const given of cases) {
      const path = dataPath(given.file, folder);
      let bytes: Buffer;
      try {
        bytes = show(repository, path);
      } catch {
        continue;
      }
      count += 1;
      const found = await ours(given, path, bytes);
      if (found !== given.count) differences.push(`${given.name} (${path.split("/").at(-1)}): ${given.count} there, ${found} here`);
    }
    return { name, cases: count, differences };
  };
  const loose = (found: readonly { readonly pinned: boolean }[]) => found.filter(({ pinned }) => !pinned).length;
  const workflow = (path: string, bytes: Buffer) => (/\.ya?ml$/.test(path) ? parseWorkflow(path, bytes.toString("utf8")) : undefined);
  const usesOf = (path: string, bytes: Buffer) =>
    (workflow(path, bytes)?.jobs ?? []).flatMap((job) => [
      ...(job.uses === undefined ? [] : [job.uses]),
      ...job.steps.flatMap((step) => step.uses ?? []),
    ]);
  const looseUses = (_: Case, path: string, bytes: Buffer) =>
    usesOf(path, bytes).filter((uses) => !uses.startsWith("./") && !isPinned(uses)).length;
  const images = (_: Case, path: string, bytes: Buffer) =>
    /\.sh$|script-sh$|\/vendor\//.test(path) ? 0 : loose(baseImagesIn(bytes.toString("utf8")));
  const inDockerfile = (_: Case, path: string, bytes: Buffer) =>
    path.endsWith(".sh") ? 0 : loose(downloadsInDockerfile(bytes.toString("utf8")));
  const inWorkflow = (_: Case, path: string, bytes: Buffer) => {
    const read = workflow(path, bytes);
    return read ? loose(downloadsInWorkflow(read)) : 0;
  };
  const inScript = (_: Case, _path: string, bytes: Buffer) => loose(downloadsInScript(bytes.toString("utf8")));
  const fact = (check: Check, name: string, at: string) => (_: Case, path: string, bytes: Buffer) =>
    factOf(check, at + path.split("/").at(-1), bytes, name);
  const permissions = casesOf(source("checks/permissions_test.go"), "TestGithubTokenPermissions", "Score")
    .filter(({ file }) => /\.ya?ml$/.test(file))
    .map((given) => ({ ...given, count: scoreIn(source("checks/permissions_test.go"), given.name, given.file) }));
  return [
    await compare(
      "actions pinned",
      [...casesOf(pinning, "TestGithubWorkflowPinning", "warns"), ...casesOf(pinning, "TestNonGithubWorkflowPinning", "warns")],
      looseUses,
    ),
    await compare(
      "base images pinned",
      [...casesOf(pinning, "TestDockerfilePinning", "warns"), ...casesOf(pinning, "TestDockerfilePinningWithoutHash", "warns")],
      images,
    ),
    await compare("downloads in Dockerfiles", casesOf(pinning, "TestDockerfileScriptDownload", "unpinned"), inDockerfile),
    await compare(
      "downloads in scripts",
      casesOf(pinning, "TestShellScriptDownload", "unpinned").filter(({ file }) => !/Dockerfile|empty/.test(file)),
      inScript,
    ),
    await compare(
      "downloads in workflows",
      [
        ...casesOf(pinning, "TestGithubWorkflowPkgManagerPinning", "unpinned"),
        ...casesOf(pinning, "TestGitHubWorkflowRunDownload", "unpinned"),
      ],
      inWorkflow,
    ),
    await compare(
      "dangerous workflows",
      casesOf(source("checks/raw/dangerous_workflow_test.go"), "TestGithubDangerousWorkflow", "nb").map((one) => ({
        ...one,
        count: Math.min(one.count, 1),
      })),
      async (given, path, bytes) =>
        ((await fact(workflows, "dangerousWorkflows", ".github/workflows/")(given, path, bytes)) as number | undefined) ?? 0,
      "checks/testdata",
    ),
    await compare(
      "rights of workflows (0 where one is too wide, else 1)",
      permissions,
      async (given, path, bytes) =>
        ["restricted", "jobs-only"].includes(String(await fact(workflows, "workflowPermissions", ".github/workflows/")(given, path, bytes)))
          ? 1
          : 0,
      "checks/testdata",
    ),
    await compare(
      "security policy's score",
      casesOf(source("checks/security_policy_test.go"), "TestSecurityPolicy", "Score"),
      (_, _path, bytes) => (bytes.length === 0 ? 0 : securityPolicyScore(bytes.toString("utf8"))),
      "checks/testdata",
    ),
    await compare("binaries", binaryCases(source("checks/raw/binary_artifact_test.go")), fact(binaries, "binaries", ""), "checks/testdata"),
  ];
}

/** Scorecard's score of 0 means that something is too wide at the top, any other that nothing is. */
function scoreIn(source: string, name: string, file: string): number {
  const at = source.indexOf(file);
  const block = source.slice(Math.max(source.lastIndexOf(name, at), 0), at + 400);
  return /Score:\s+checker\.MinResultScore,/.test(block.slice(block.indexOf(file))) ? 0 : 1;
}

function binaryCases(source: string): Case[] {
  return source
    .split(/\n\t\t\{\n/)
    .slice(1)
    .flatMap((block) => {
      const files = [...block.matchAll(/\{"(\.\.\/testdata\/[^"]+)"\}/g)].map((match) => match[1] as string);
      const name = /name:\s+"([^"]*)"/.exec(block)?.[1];
      // What a successful run of a verifying workflow clears only the forge knows.
      if (files.length !== 1 || name === undefined || /with verification|verification action|wrapper/.test(name)) return [];
      return [{ name, file: files[0] as string, count: Number(/expect:\s+(\d+)/.exec(block)?.[1] ?? 0) }];
    });
}
