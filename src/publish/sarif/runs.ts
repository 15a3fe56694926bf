// Which findings stand in which run. A run is one repository: hosts keep alerts by repository, and a path means something only inside one.
import type { Evidence } from "#facts";
import type { Finding } from "#policy";
import type { ResultRepository, ScanResult } from "#scan";
import { freshFindings, worstFirst } from "../shared/states.ts";

export interface Run {
  /** `automationDetails.id`; hosts take what stands before the last slash as the category under which alerts live. */
  readonly category: string;
  /** Undefined for the run about the program itself. */
  readonly repository: string | undefined;
  readonly bases: object;
  readonly provenance?: object;
  readonly placed: readonly Placed[];
}

/** A finding and its places inside the run's root: at least one, all of them files that exist. */
export interface Placed {
  readonly finding: Finding;
  readonly places: readonly Place[];
}

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly note?: string;
}

export function planRuns(result: ScanResult): Run[] {
  const findings = worstFirst(freshFindings(result));
  const alone = result.repositories.length === 1;
  const homes = alone ? undefined : byHome(findings, result);
  const runs = result.repositories.map((repository) =>
    repositoryRun(repository, homes ? homes.get(repository.id) : findings, alone, result),
  );
  const homeless = homes?.get("") ?? [];
  if (alone || (homeless.length === 0 && runs.length > 0)) return runs;
  const placed = homeless.map((finding) => ({ finding, places: programPlaces(finding) }));
  return [...runs, { category: "allmend-program/", repository: undefined, bases: rootBase("The folder of the program."), placed }];
}

/** Findings by repository; under the empty name those that belong to none. */
function byHome(findings: readonly Finding[], result: ScanResult): Map<string, Finding[]> {
  const known = new Set(result.repositories.map((repository) => repository.id));
  const homes = new Map<string, Finding[]>();
  for (const finding of findings) {
    const ids = new Set(homeOf(finding, result).filter((id) => known.has(id)));
    for (const id of ids.size > 0 ? ids : [""]) {
      const list = homes.get(id);
      if (list) list.push(finding);
      else homes.set(id, [finding]);
    }
  }
  return homes;
}

function repositoryRun(repository: ResultRepository, findings: readonly Finding[] = [], alone: boolean, result: ScanResult): Run {
  const placed = findings.map((finding) => ({ finding, places: placesIn(repository, finding, result) }));
  const provenance = provenanceOf(repository);
  return {
    // A checkout's folder may be called anything: where one repository is scanned, its name is no part of the category.
    category: alone ? "allmend/" : `allmend/${repository.id}/`,
    repository: repository.id,
    bases: alone ? rootBase("The root of the repository.") : nestedBase(repository.id),
    ...(provenance ? { provenance } : {}),
    placed,
  };
}

/** Repositories that a finding is about: those where it stands, else the one that it is about, else the one that holds the program. */
function homeOf(finding: Finding, result: ScanResult): readonly string[] {
  const known = finding.evidence.flatMap((evidence) => evidence.repository ?? []);
  if (known.length > 0) return known;
  const { kind, id } = finding.subject;
  if (kind === "repository") return [id.slice("repository:".length)];
  const inside = result.inputs.program.inside;
  return inside ? [inside.repository] : [];
}

const ORGANIZATION = "organization.yaml";

function placesIn(repository: ResultRepository, finding: Finding, result: ScanResult): Place[] {
  const places = finding.evidence.flatMap((evidence) => placeIn(repository.id, evidence, result));
  if (places.length > 0) return places;
  const { inside } = result.inputs.program;
  const ofProgram = finding.subject.kind === "organization" || finding.subject.kind === "product";
  if (ofProgram && inside?.repository === repository.id) return [{ path: joined(inside.folder, ORGANIZATION), line: 1 }];
  return [{ path: existing(repository), line: 1 }];
}

/** A place of this repository, or of the program that lies in it. */
function placeIn(repository: string, evidence: Evidence, result: ScanResult): Place[] {
  const { inside } = result.inputs.program;
  if (evidence.path === undefined || leaves(evidence.path)) return [];
  const line = Math.max(1, evidence.line ?? 1);
  const note = evidence.note === undefined ? {} : { note: evidence.note };
  if (evidence.repository === repository) return [{ path: evidence.path, line, ...note }];
  const ours = evidence.repository === undefined && inside?.repository === repository && !evidence.path.startsWith("pack:");
  return ours ? [{ path: joined(inside.folder, evidence.path), line, ...note }] : [];
}

/** Whether a path names nothing inside its root: what an SBOM or a damaged tree calls a path may. */
function leaves(path: string): boolean {
  return path.split("/").some((segment) => segment === "" || segment === "." || segment === "..");
}

/** Its entry; some other file that was read there, for results of older versions that name none. */
function existing({ entry, manifests, licenses }: ResultRepository): string {
  const known = [...(entry === undefined ? [] : [entry]), ...[...manifests, ...licenses].slice(0, 10).map((file) => file.path)];
  return known.find((path) => !leaves(path)) ?? "README.md";
}

function programPlaces(finding: Finding): Place[] {
  const own = finding.evidence.flatMap(({ path, line }) =>
    path === undefined || path.startsWith("pack:") || leaves(path) ? [] : [{ path, line: Math.max(1, line ?? 1) }],
  );
  return own.length > 0 ? own : [{ path: ORGANIZATION, line: 1 }];
}

function joined(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

function rootBase(text: string): object {
  return { "%SRCROOT%": { description: { text } } };
}

/** Paths are relative to the repository; the repository lies in the scanned folder under its id. */
function nestedBase(id: string): object {
  return {
    SCANNED: { description: { text: "The folder that was scanned." } },
    "%SRCROOT%": { uri: `${uriOf(id)}/`, uriBaseId: "SCANNED", description: { text: "The root of the repository." } },
  };
}

/** A relative URI reference: each segment percent-encoded, so that hostile names stay names. */
export function uriOf(path: string): string {
  return path
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()).replaceAll("%40", "@"))
    .join("/");
}

function provenanceOf(repository: ResultRepository): object | undefined {
  const repositoryUri = addressOf(repository.origin);
  if (repositoryUri === undefined) return undefined;
  const revision = repository.commit === undefined ? {} : { revisionId: repository.commit };
  return { repositoryUri, ...revision, mappedTo: { uriBaseId: "%SRCROOT%" } };
}

/** The origin as an absolute URI without anything secret: `git@host:owner/name` is `ssh://git@host/owner/name`. */
function addressOf(origin: string | undefined): string | undefined {
  const short = /^([\w.-]+@[\w.-]+):(?!\/\/)([^\s]+)$/.exec(origin ?? "");
  const url = URL.parse(short ? `ssh://${short[1]}/${short[2]}` : (origin ?? ""));
  if (!url || !/^(?:https?|ssh|git):$/.test(url.protocol)) return undefined;
  const user = url.username === "git" ? "git@" : "";
  const address = `${url.protocol}//${user}${url.host}${url.pathname}`;
  // Addresses for browsers may hold characters that RFC 3986 does not know.
  return /^(?:[\w\-.~:/@!$&'()*+,;=]|%[0-9a-f]{2})+$/i.test(address) ? address : undefined;
}
