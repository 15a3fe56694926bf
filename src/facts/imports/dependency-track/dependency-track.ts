// Dependency-Track's findings: the export of a project (Finding Packaging Format), and the bare list of its API.
// https://docs.dependencytrack.org/integrations/file-formats/
import { arrayField, asArray, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { bandOfScore, bandOfWord, severityOfVectors } from "../../vulnerabilities/cvss.ts";
import type { Severity, VexStatus } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { scoreOf, shareOf, textsOf, versioned } from "../shared/names.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

const statuses: Readonly<Record<string, VexStatus>> = {
  NOT_AFFECTED: "not-affected",
  FALSE_POSITIVE: "not-affected",
  EXPLOITABLE: "affected",
  RESOLVED: "fixed",
  IN_TRIAGE: "under-investigation",
};

export async function readDependencyTrack(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const findings = arrayField(document, "findings") ?? asArray(document);
  const looks =
    objectField(document, "meta") !== undefined ||
    findings?.some((entry) => objectField(entry, "vulnerability") && objectField(entry, "component"));
  if (!findings || !looks) {
    throw new Unreadable(
      "Not an export of Dependency-Track: no findings with component and vulnerability",
      undefined,
      "/api/v1/finding/project/UUID/export",
    );
  }
  const project = objectField(document, "project");
  const at = momentOf(textField(objectField(document, "meta"), "timestamp"));
  for (const [index, entry] of findings.entries()) take(entry, `findings[${index}]`, at, sink);
  const name = [textField(project, "name"), textField(project, "version")].filter((part) => part !== undefined).join(" ");
  const version = textField(objectField(document, "meta"), "version");
  return {
    ...(input.about === undefined && name === "" ? {} : { replaces: (input.about ?? name).slice(0, 300) }),
    ...(at === undefined ? {} : { at }),
    tool: `Dependency-Track${version === undefined ? "" : ` ${version}`}`,
  };
}

function take(entry: unknown, where: string, at: string | undefined, sink: ImportSink): void {
  const vulnerability = objectField(entry, "vulnerability");
  const component = objectField(entry, "component");
  const id = textField(vulnerability, "vulnId")?.slice(0, 300);
  if (id === undefined || id === "") return sink.notUnderstood("a finding has no vulnerability id", where);
  const given = textField(component, "purl");
  const purl = versioned(given);
  if (!purl || given === undefined)
    return sink.notUnderstood("the component of a finding has no package URL with version", `${where} ${id}`);
  // Aliases come as objects of names by database: {cveId, ghsaId, …}.
  const aliases = textsOf((arrayField(vulnerability, "aliases") ?? []).flatMap((alias) => Object.values(alias ?? {}))).filter(
    (name) => name !== id && !isUuid(name),
  );
  const severity = severityOf(vulnerability);
  const summary = oneLine(textField(vulnerability, "title") ?? textField(vulnerability, "description"));
  const epss = shareOf(field(vulnerability, "epssScore"));
  const exploited = field(vulnerability, "knownExploited") === true || field(vulnerability, "kev") === true;
  sink.advisory({
    id,
    aliases,
    ...(summary === undefined ? {} : { summary }),
    ...(severity ? { severity } : {}),
    ...(exploited ? { exploited: { by: "Dependency-Track" } } : {}),
    ...(epss === undefined ? {} : { epss }),
    affected: [{ package: purl.package, order: purl.type, versions: [purl.version], ...patched(vulnerability) }],
    source: "dependency-track",
  });
  takeAnalysis(entry, { id, aliases, purl: given, at }, `${where} ${id}`, sink);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(text);
}

function takeAnalysis(
  entry: unknown,
  {
    id,
    aliases,
    purl,
    at,
  }: { readonly id: string; readonly aliases: readonly string[]; readonly purl: string; readonly at: string | undefined },
  where: string,
  sink: ImportSink,
): void {
  const analysis = objectField(entry, "analysis");
  const state = textField(analysis, "state");
  const suppressed = field(analysis, "isSuppressed") === true || field(analysis, "suppressed") === true;
  if ((state === undefined || state === "NOT_SET") && !suppressed) return;
  const status = state !== undefined && Object.hasOwn(statuses, state) ? statuses[state] : suppressed ? "not-affected" : undefined;
  if (!status) return sink.notUnderstood(`an analysis has the state "${(state ?? "").slice(0, 40)}"`, where);
  const justification =
    suppressed && (state === undefined || state === "NOT_SET")
      ? "suppressed"
      : textField(analysis, "justification")?.toLowerCase().replaceAll("_", "-");
  const because = oneLine(textField(analysis, "details") ?? textField(analysis, "analysisDetails"), 2000);
  sink.statement({
    id,
    aliases,
    status,
    ...(justification === undefined || justification === "not-set" ? {} : { justification: justification.slice(0, 100) }),
    ...(because === undefined ? {} : { because }),
    by: "Dependency-Track",
    at: at ?? "1970-01-01",
    subjects: [{ component: purl }],
    source: "dependency-track",
  });
}

function severityOf(vulnerability: unknown): Severity | undefined {
  const vectors = ["cvssV4Vector", "cvssV3Vector", "cvssV2Vector"].flatMap(
    (key) => textField(vulnerability, key)?.replace(/^\(|\)$/g, "") ?? [],
  );
  const computed = severityOfVectors(vectors);
  if (computed) return computed;
  const score = scoreOf(
    field(vulnerability, "cvssV4Score") ?? field(vulnerability, "cvssV3BaseScore") ?? field(vulnerability, "cvssV2BaseScore"),
  );
  const band = bandOfWord(textField(vulnerability, "severity")) ?? (score === undefined ? undefined : bandOfScore(score));
  return band && { band, ...(score === undefined ? {} : { score }) };
}

/** `patchedVersions` is prose or a range; only a plain version says what mends. */
function patched(vulnerability: unknown): { fixed?: readonly string[] } {
  const text =
    textField(vulnerability, "patchedVersions")
      ?.replace(/^>=?\s*/, "")
      .trim() ?? "";
  return /^v?\d[\w.+-]*$/.test(text) ? { fixed: [text] } : {};
}
