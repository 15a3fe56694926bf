// CycloneDX vulnerabilities in JSON: VEX (what somebody answered) and VDR (what is known), also inside an SBOM. https://cyclonedx.org/capabilities/vex/
import { arrayField, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { bandOfScore, bandOfWord, severityOfVectors } from "../../vulnerabilities/cvss.ts";
import type { Affected, Severity, StatementSubject, VexStatus } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { addressOf, scoreOf, textsOf, versioned } from "../shared/names.ts";
import { rangeOf } from "../shared/ranges.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

const statuses: Readonly<Record<string, VexStatus>> = {
  not_affected: "not-affected",
  false_positive: "not-affected",
  exploitable: "affected",
  resolved: "fixed",
  resolved_with_pedigree: "fixed",
  in_triage: "under-investigation",
};

interface Frame {
  readonly by: string;
  readonly at: string | undefined;
  /** Package URLs, or names, by bom-ref. */
  readonly refs: ReadonlyMap<string, StatementSubject>;
}

export async function readCycloneDxVex(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const list = arrayField(document, "vulnerabilities");
  if (textField(document, "bomFormat") !== "CycloneDX" || !list) {
    throw new Unreadable(
      "Not CycloneDX with vulnerabilities: bomFormat or the list of vulnerabilities is missing",
      undefined,
      "a CycloneDX VEX or VDR in JSON",
    );
  }
  const metadata = objectField(document, "metadata");
  const at = momentOf(textField(metadata, "timestamp"));
  const frame: Frame = { by: authorOf(metadata), at, refs: refsOf(document, metadata) };
  for (const [index, entry] of list.entries()) take(entry, `vulnerabilities[${index}]`, frame, sink);
  for (const subject of frame.refs.values())
    if (subject.component !== undefined && versioned(subject.component)) sink.looksAt(subject.component);
  const serial = textField(document, "serialNumber");
  return { ...(serial === undefined ? {} : { replaces: serial.slice(0, 300) }), ...(at === undefined ? {} : { at }) };
}

function authorOf(metadata: unknown): string {
  const [author] = arrayField(metadata, "authors") ?? [];
  const names = [
    textField(objectField(metadata, "supplier"), "name"),
    textField(objectField(metadata, "manufacturer"), "name"),
    textField(objectField(metadata, "manufacture"), "name"),
    textField(author, "name"),
    textField(objectField(metadata, "component"), "publisher"),
  ];
  return oneLine(names.find((name) => name !== undefined && name !== "")) ?? "unknown author";
}

const DEEPEST = 100;

function refsOf(document: unknown, metadata: unknown): Map<string, StatementSubject> {
  const refs = new Map<string, StatementSubject>();
  const walk = (component: unknown, main: boolean, depth: number): void => {
    const ref = textField(component, "bom-ref");
    const purl = textField(component, "purl")?.slice(0, 900);
    const name = textField(component, "name")?.slice(0, 300);
    if (ref !== undefined) {
      if (main) refs.set(ref, { product: purl ?? name ?? ref });
      else if (purl !== undefined) refs.set(ref, { component: purl });
    }
    if (depth < DEEPEST) for (const inner of arrayField(component, "components") ?? []) walk(inner, false, depth + 1);
  };
  walk(objectField(metadata, "component"), true, 0);
  for (const component of arrayField(document, "components") ?? []) walk(component, false, 0);
  return refs;
}

function take(entry: unknown, where: string, frame: Frame, sink: ImportSink): void {
  const id = textField(entry, "id")?.slice(0, 300);
  if (id === undefined || id === "") return sink.notUnderstood("a vulnerability has no id", where);
  const place = `${where} ${id}`;
  const affects = arrayField(entry, "affects") ?? [];
  if (affects.length === 0) return sink.notUnderstood("a vulnerability affects nothing", place);
  const analysis = objectField(entry, "analysis");
  const state = textField(analysis, "state");
  const aliases = textsOf((arrayField(entry, "references") ?? []).map((reference) => textField(reference, "id"))).filter(
    (name) => name !== id,
  );
  const subjects: StatementSubject[] = [];
  const affected: Affected[] = [];
  for (const target of affects) read(target, frame, subjects, affected);
  if (subjects.length === 0)
    return sink.notUnderstood("what a vulnerability affects is neither a package URL nor a component of this document", place);
  if (affected.length > 0) sink.advisory({ id, aliases, ...details(entry), affected, source: "cyclonedx-vex" });
  if (state === undefined)
    return affected.length > 0 ? undefined : sink.notUnderstood("a vulnerability has neither versions nor an analysis", place);
  const status = Object.hasOwn(statuses, state) ? statuses[state] : undefined;
  if (!status) return sink.notUnderstood(`an analysis has the state "${state.slice(0, 40)}"`, place);
  const justification = state === "false_positive" ? "false-positive" : textField(analysis, "justification")?.replaceAll("_", "-");
  const because = oneLine(textField(analysis, "detail"), 2000);
  const action = textsOf(arrayField(analysis, "response")).join(", ");
  sink.statement({
    id,
    aliases,
    status,
    ...(justification === undefined ? {} : { justification: justification.slice(0, 100) }),
    ...(because === undefined ? {} : { because }),
    ...(action === "" ? {} : { action }),
    by: frame.by,
    at: momentOf(textField(analysis, "lastUpdated")) ?? momentOf(textField(entry, "updated")) ?? frame.at ?? "1970-01-01",
    subjects,
    source: "cyclonedx-vex",
  });
}

/** `ref` is a bom-ref of this document, a BOM-Link into another, or a package URL. */
function read(target: unknown, frame: Frame, subjects: StatementSubject[], affected: Affected[]): void {
  const ref = textField(target, "ref") ?? "";
  const link = /^urn:cdx:[^#]+#(.+)$/.exec(ref)?.[1];
  const name = link === undefined ? ref : decode(link);
  const subject = frame.refs.get(name) ?? frame.refs.get(ref) ?? (name.startsWith("pkg:") ? { component: name.slice(0, 900) } : undefined);
  if (!subject) return;
  const versions = arrayField(target, "versions") ?? [];
  if (subject.component === undefined) return void subjects.push(subject);
  const own = versioned(subject.component);
  const bare = own?.package ?? subject.component;
  const type = bare.slice("pkg:".length, bare.indexOf("/"));
  if (versions.length === 0 || own) {
    subjects.push(subject);
    if (own) affected.push({ package: own.package, order: type, versions: [own.version] });
    return;
  }
  for (const entry of versions) {
    const version = textField(entry, "version");
    const range = textField(entry, "range");
    if (version !== undefined) subjects.push({ component: `${bare}@${version}` });
    else if (range !== undefined) subjects.push({ component: bare, range: `${bare}@${range}` });
    const status = textField(entry, "status") ?? "affected";
    if (status !== "affected") continue;
    const found = version === undefined ? rangeOf(range ?? "", type, true) : { order: type, versions: [version] };
    if (found) affected.push({ package: bare, ...found });
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function details(entry: unknown): { summary?: string; url?: string; severity?: Severity; modified?: string } {
  const ratings = arrayField(entry, "ratings") ?? [];
  const severity = severityOf(ratings);
  const summary = oneLine(textField(entry, "description") ?? textField(entry, "detail"));
  const url = addressOf(textField(objectField(entry, "source"), "url"));
  const modified = momentOf(textField(entry, "updated"));
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(url === undefined ? {} : { url }),
    ...(severity ? { severity } : {}),
    ...(modified === undefined ? {} : { modified }),
  };
}

function severityOf(ratings: readonly unknown[]): Severity | undefined {
  const vectors = ratings.flatMap((rating) => textField(rating, "vector") ?? []);
  const computed = severityOfVectors([
    ...vectors,
    ...vectors.filter((vector) => vector.startsWith("AV:")).map((vector) => `CVSS:3.1/${vector}`),
  ]);
  if (computed) return computed;
  for (const rating of ratings) {
    const score = scoreOf(objectValue(rating, "score"));
    const band = bandOfWord(textField(rating, "severity")) ?? (score === undefined ? undefined : bandOfScore(score));
    if (band) return { band, ...(score === undefined ? {} : { score }) };
  }
  return undefined;
}

function objectValue(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}
