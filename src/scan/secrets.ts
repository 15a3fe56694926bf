// Secrets of one repository: at HEAD in every run, in the whole history where a run was asked to. What a baseline names is known and does not count.
import {
  type Cache,
  type FactValue,
  type FoundRepository,
  type HistorySecrets,
  rulesStamp,
  type SecretFinding,
  secretsInHistory,
} from "#facts";
import type { Problem } from "#kit";
import type { Collected } from "./context.ts";

export interface SecretOptions {
  readonly cache?: Cache;
  readonly scratch: string;
  /** Where it is remembered which blobs were searched. */
  readonly secrets?: string;
  /** Search every blob of the repository. */
  readonly history?: boolean;
  /** Fingerprints that somebody looked at. */
  readonly knownSecrets?: ReadonlySet<string>;
  readonly onSearch?: (repository: string, done: number, total: number) => void;
  /** Another run searches this repository already, and this one waits for it. */
  readonly onSearchWait?: (repository: string) => void;
}

interface Summary {
  readonly head: string;
  readonly found: HistorySecrets;
}

/** Joins what is known of secrets to the facts. `problems` gets what was left out. */
export async function withSecrets(
  collected: Collected,
  found: FoundRepository,
  options: SecretOptions,
  problems: Problem[],
): Promise<Collected> {
  const { secrets, commit } = collected;
  if (!secrets) return collected;
  const past = commit === undefined ? undefined : await pastOf(found, commit, options);
  if (past && !past.complete) problems.push(incomplete(found.id));
  const open = (findings: readonly SecretFinding[]) => findings.filter(({ fingerprint }) => !options.knownSecrets?.has(fingerprint));
  const now = open(secrets.findings);
  const all = [...now, ...open(past?.findings ?? []).filter(({ fingerprint }) => !now.some((one) => one.fingerprint === fingerprint))];
  const facts: Record<string, FactValue> = { secretsAtHead: now.length };
  if (past?.complete) facts.secretsHistoryComplete = true;
  // An empty HEAD says nothing of the past.
  if (past?.complete || all.length > 0) facts.secrets = all.length;
  return {
    ...collected,
    facts: { ...collected.facts, ...facts },
    evidence: { ...collected.evidence, ...evidenceFor("secretsAtHead", now, found.id), ...evidenceFor("secrets", all, found.id) },
  };
}

async function pastOf(found: FoundRepository, head: string, options: SecretOptions): Promise<HistorySecrets | undefined> {
  const key = ["secrets-history", rulesStamp, found.id, found.location];
  const known = (await options.cache?.get(key)) as Summary | undefined;
  if (!options.history) return known?.head === head ? known.found : undefined;
  const fresh = await secretsInHistory(found, head, {
    scratch: options.scratch,
    ...(options.secrets === undefined ? {} : { folder: options.secrets }),
    ...(options.cache ? { cache: options.cache } : {}),
    ...(known ? { known: known.found } : {}),
    onProgress: (done, total) => options.onSearch?.(found.id, done, total),
    onWait: () => options.onSearchWait?.(found.id),
  });
  await options.cache?.put(key, { head, found: fresh } satisfies Summary);
  return fresh;
}

const MOST_PLACES = 50;

function evidenceFor(name: string, findings: readonly SecretFinding[], repository: string): Collected["evidence"] {
  if (findings.length === 0) return {};
  const places = findings.slice(0, MOST_PLACES).map(({ path, line, rule, shown, fingerprint, commit }) => ({
    repository,
    path,
    line,
    note: [rule, shown, fingerprint, ...(commit === undefined ? [] : [`since ${commit.slice(0, 12)}`])].join(" "),
  }));
  return { [name]: places };
}

function incomplete(file: string): Problem {
  return {
    code: "secrets-incomplete",
    severity: "warning",
    file,
    message: "Not every version of every file could be read, so secrets in its history stay unknown.",
    hint: "Look at the repository with git fsck, or make a full clone.",
  };
}
