// Pull requests of GitHub and merge requests of GitLab, as their programs and APIs list them: when they were opened and closed, whether they were merged, and
// whether they are ours. Nobody's name is kept.
import { arrayField, asArray, asObject, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { textOf } from "../shared/documents.ts";
import { momentOf } from "../shared/text.ts";
import type { ChangeRequest, ImportInput, ImportOrigin, ImportSink } from "../types.ts";

const HOW =
  "gh pr list --repo OWNER/NAME --state all --limit 5000 --json number,createdAt,closedAt,mergedAt,author,headRepositoryOwner,url";

export async function readChangeRequests(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const entries = entriesIn(await textOf(input.path));
  if (!entries.some((entry) => addressOf(entry) !== undefined)) {
    throw new Unreadable("Not a list of pull or merge requests: no entry has an address such as …/pull/12", undefined, HOW);
  }
  const byProject = new Map<string, ChangeRequest[]>();
  for (const [index, entry] of entries.entries()) {
    const address = addressOf(entry);
    const request = address && requestOf(entry, address, input);
    if (!address || !request) {
      sink.notUnderstood("a request has no address or no day on which it was opened", `entry ${index + 1}`);
      continue;
    }
    const list = byProject.get(address.project);
    if (list) list.push(request);
    else byProject.set(address.project, [request]);
  }
  for (const [project, requests] of byProject) sink.changeRequests({ project, requests });
  return {};
}

/** A list, a list of pages, an object that holds one (`items`), or one entry for each line. */
function entriesIn(text: string): readonly unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => line.startsWith("{") && line.trimEnd().endsWith("}"))) return lines.map(parseJson);
  const document = parseJson(text);
  return (asArray(document) ?? arrayField(document, "items") ?? []).flatMap((entry) => asArray(entry) ?? [entry]);
}

interface Address {
  /** `github.com/owner/name`. */
  readonly project: string;
  readonly number: number;
}

const GITHUB = /^https:\/\/([a-z0-9.-]+)\/([^/\s]+\/[^/\s]+)\/pull\/(\d{1,9})$/i;
const GITLAB = /^https:\/\/([a-z0-9.-]+)\/([^\s]+)\/-\/merge_requests\/(\d{1,9})$/i;

function addressOf(entry: unknown): Address | undefined {
  for (const key of ["html_url", "web_url", "url"]) {
    const text = textField(entry, key)?.slice(0, 1000) ?? "";
    const [, host, path, number] = GITHUB.exec(text) ?? GITLAB.exec(text) ?? [];
    if (host !== undefined && path !== undefined) return { project: `${host}/${path}`.toLowerCase(), number: Number(number) };
  }
  return undefined;
}

function requestOf(entry: unknown, { project, number }: Address, { isOurs }: ImportInput): ChangeRequest | undefined {
  const opened = when(entry, "created_at", "createdAt");
  if (opened === undefined) return undefined;
  const merged = when(entry, "merged_at", "mergedAt") ?? when(objectField(entry, "pull_request"), "merged_at");
  const closed = merged ?? when(entry, "closed_at", "closedAt");
  const state = textField(entry, "state")?.toLowerCase();
  const accounts = [...names(entry, "user"), ...names(entry, "author"), ...owners(entry)];
  return {
    number,
    opened,
    ...(closed === undefined ? {} : { closed }),
    ...(merged !== undefined || state === "merged" ? { merged: true as const } : {}),
    ...(isOurs?.(project.split("/", 1)[0] ?? "", accounts, opened) ? { ours: true as const } : {}),
  };
}

function when(entry: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textField(entry, key);
    // The program of GitHub writes this for what has not happened.
    const moment = text === undefined || text.startsWith("0001-") ? undefined : momentOf(text);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function names(entry: unknown, key: string): string[] {
  const account = objectField(entry, key);
  return [textField(account, "login") ?? textField(account, "username") ?? []].flat();
}

/** Who owns the fork that it comes from. */
function owners(entry: unknown): string[] {
  const fork = field(objectField(entry, "head"), "user") ?? field(entry, "headRepositoryOwner");
  return asObject(fork) ? [textField(fork, "login") ?? []].flat() : [];
}
