// The DCO app's own tests: every commit that they give it becomes a commit, and our answer is set beside the one that they expect.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { findRepositories } from "../../../src/facts/git/discover.ts";
import { readHistory } from "../../../src/facts/history/index.ts";
import { isSignedOff } from "../../../src/facts/practice/sign-offs.ts";
import { type Agreement, mirrored, show } from "./mirror.ts";

interface GivenCommit {
  readonly commit: { readonly message: string; readonly author: Person; readonly committer: Person };
  readonly author?: { readonly type?: string } | null;
  readonly parents?: readonly unknown[];
  readonly sha: string;
}
interface Person {
  readonly name: string;
  readonly email: string;
}
interface Call {
  readonly name: string;
  readonly commits: readonly GivenCommit[];
  readonly everybody: boolean;
  readonly remediation: { readonly individual?: boolean; readonly thirdParty?: boolean };
  expected: readonly { readonly sha: string }[];
}

export async function dcoApp(): Promise<Agreement[] | undefined> {
  const repository = mirrored("dcoapp/app");
  if (repository === undefined) return undefined;
  const calls = await callsOf(show(repository, "test/dco.test.js").toString("utf8"));
  const plain = calls.filter(({ everybody, remediation }) => everybody && !remediation.individual && !remediation.thirdParty);
  const asked = plain.flatMap((call) => call.commits.filter(isAsked).map((given) => ({ call, given })));
  const ours = await signedOff(asked.map(({ given }) => given));
  const failing = new Set(asked.filter((_, at) => ours[at] === false).map(({ call, given }) => `${plain.indexOf(call)} ${given.sha}`));
  const differences = plain.flatMap((call, at) => {
    const here = call.commits
      .filter(({ sha }) => failing.has(`${at} ${sha}`))
      .map(({ sha }) => sha.slice(0, 7))
      .sort();
    const there = call.expected.map(({ sha }) => sha.slice(0, 7)).sort();
    return here.join() === there.join() ? [] : [`${call.name}: [${there.join(", ")}] fail there, [${here.join(", ")}] here`];
  });
  return [
    {
      name: `sign-offs (${calls.length - plain.length} more cases are about members of an organisation and commits that remedy others, which a clone does not know)`,
      cases: plain.length,
      differences,
    },
  ];
}

function isAsked({ author, parents }: GivenCommit): boolean {
  return (parents?.length ?? 0) <= 1 && author?.type !== "Bot";
}

/** Runs the file of tests where it can reach nothing, and takes down what it gives and expects. */
async function callsOf(source: string): Promise<Call[]> {
  const calls: Call[] = [];
  const tests: [string, () => Promise<void>][] = [];
  let current = "";
  const expecting = (given: Call | undefined) => ({
    toEqual: (expected: Call["expected"]) => {
      if (given) given.expected = expected;
    },
  });
  const status = async (
    commits: Call["commits"],
    required: (login: string) => Promise<boolean>,
    _url: string,
    remediation: Call["remediation"],
  ) => {
    const call = { name: current, commits, everybody: await required("lptr"), remediation, expected: [] as Call["expected"] };
    const members = await Promise.all(commits.map(({ author }) => required((author as { login?: string } | undefined)?.login ?? "")));
    calls.push({ ...call, everybody: call.everybody && members.every(Boolean) });
    return calls.at(-1);
  };
  const groups = (_name: string, inner: () => void) => inner();
  const test = (name: string, inner: () => Promise<void>) => void tests.push([name, inner]);
  const context = createContext(
    { require: () => status, describe: groups, test, it: test, expect: expecting, Promise },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(source, context, { timeout: 10_000 });
  for (const [name, inner] of tests) {
    current = name;
    await inner();
  }
  return calls;
}

/** Our answers, by a real history. */
async function signedOff(given: readonly GivenCommit[]): Promise<(boolean | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-dco-"));
  try {
    execFileSync("git", ["init", "--quiet", "--initial-branch=main", join(folder, "one")]);
    const who = ({ name, email }: Person) => `${name.replaceAll(/[<>\n]/g, "")} <${email.replaceAll(/[<>\n]/g, "")}>`;
    const stream = given.map(({ commit }, at) => {
      const message = `${commit.message}\n`;
      return `commit refs/heads/main\nauthor ${who(commit.author)} ${1_600_000_000 + at} +0000\ncommitter ${who(commit.committer)} ${1_600_000_000 + at} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
    });
    execFileSync("git", ["-C", join(folder, "one"), "fast-import", "--quiet"], { input: stream.join("") });
    const [found] = (await findRepositories(folder)).repositories;
    const history = found && (await readHistory(found));
    return given.map((_, row) => history && isSignedOff(history, row));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
