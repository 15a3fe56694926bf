// npm audit --json in both its forms: version 1 (npm 6, pnpm, yarn 1) lists advisories, version 2 (npm 7 on) lists packages.
import { arrayField, asObject, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { bandOfWord, severityOfVectors } from "../../vulnerabilities/cvss.ts";
import { componentName } from "../../vulnerabilities/match.ts";
import type { Affected, Severity } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { addressOf, ghsaIn, textsOf } from "../shared/names.ts";
import { rangeOf } from "../shared/ranges.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

export async function readNpmAudit(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const error =
    objectField(document, "error") ??
    (textField(document, "message") !== undefined && field(document, "vulnerabilities") === undefined ? document : undefined);
  if (error)
    throw new Unreadable(
      `npm audit itself failed: ${oneLine(textField(error, "summary") ?? textField(error, "message") ?? textField(document, "message")) ?? "no reason given"}`,
    );
  const advisories = objectField(document, "advisories");
  const packages = objectField(document, "vulnerabilities");
  if (advisories) for (const [key, advisory] of Object.entries(advisories)) takeAdvisory(key, advisory, sink);
  else if (packages) takePackages(packages, sink);
  else throw new Unreadable("Not a report of npm audit: neither vulnerabilities nor advisories", undefined, "npm audit --json");
  // It looked at one lockfile: at everything of npm in what it is about, and at nothing where nobody says what that is.
  return { ...(input.about === undefined ? {} : { replaces: input.about, covers: ["npm"] }), tool: "npm audit" };
}

/** A package is affected by its own advisories (objects in `via`), or brings in one that is (names in `via`): those are told where they belong. */
function takePackages(packages: Readonly<Record<string, unknown>>, sink: ImportSink): void {
  const seen = new Set<string>();
  for (const [name, entry] of Object.entries(packages)) {
    for (const [index, via] of (arrayField(entry, "via") ?? []).entries()) {
      if (!asObject(via)) continue;
      const source = String(field(via, "source") ?? textField(via, "url") ?? `${name} ${index}`);
      const owner = textField(via, "dependency") ?? textField(via, "name") ?? name;
      if (seen.has(`${source} ${owner}`)) continue;
      seen.add(`${source} ${owner}`);
      take(
        {
          id: idOf(via, source),
          aliases: [],
          name: owner,
          range: textField(via, "range"),
          patched: undefined,
          holder: via,
          where: `vulnerabilities.${name}.via[${index}]`,
        },
        sink,
      );
    }
  }
}

function takeAdvisory(key: string, advisory: unknown, sink: ImportSink): void {
  const ghsa = textField(advisory, "github_advisory_id") ?? ghsaIn(textField(advisory, "url"));
  const cves = textsOf(arrayField(advisory, "cves"));
  const id = ghsa ?? cves[0] ?? `npm-${key}`;
  take(
    {
      id,
      aliases: cves.filter((name) => name !== id),
      name: textField(advisory, "module_name") ?? textField(advisory, "name"),
      range: textField(advisory, "vulnerable_versions"),
      patched: textField(advisory, "patched_versions"),
      holder: advisory,
      where: `advisories.${key}`,
    },
    sink,
  );
}

function idOf(via: unknown, source: string): string {
  return ghsaIn(textField(via, "url")) ?? `npm-${source}`;
}

interface Told {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string | undefined;
  readonly range: string | undefined;
  readonly patched: string | undefined;
  readonly holder: unknown;
  readonly where: string;
}

function take({ id, aliases, name, range, patched, holder, where }: Told, sink: ImportSink): void {
  const bare = name === undefined || name === "" ? undefined : componentName(`pkg:npm/${name.replace("@", "%40")}`)?.package;
  if (bare === undefined) return sink.notUnderstood("an advisory names no package", where);
  const versions = rangeOf(range ?? "", "npm", true);
  if (!versions) return sink.notUnderstood(`the range "${(range ?? "").slice(0, 60)}" is not understood`, `${where} ${id}`);
  const summary = oneLine(textField(holder, "title"));
  const url = addressOf(textField(holder, "url"));
  const severity = severityOf(holder);
  const modified = momentOf(textField(holder, "updated"));
  const affected: Affected = { package: bare, ...versions, ...mended(patched, versions.fixed) };
  sink.advisory({
    id,
    aliases,
    ...(summary === undefined ? {} : { summary }),
    ...(url === undefined ? {} : { url }),
    ...(severity ? { severity } : {}),
    ...(modified === undefined ? {} : { modified }),
    affected: [affected],
    source: "npm-audit",
  });
}

/** `patched_versions` names what mends by its lower bounds; `<0.0.0` says that nothing does. */
function mended(patched: string | undefined, bounds: readonly string[] | undefined): { fixed?: readonly string[] } {
  const read = patched === undefined ? undefined : rangeOf(patched, "npm", false);
  const fixed = read?.intervals?.flatMap(({ from }) => from ?? []) ?? bounds ?? [];
  return fixed.length > 0 ? { fixed } : {};
}

function severityOf(holder: unknown): Severity | undefined {
  const vector = textField(objectField(holder, "cvss"), "vectorString");
  const band = bandOfWord(textField(holder, "severity"));
  return severityOfVectors(vector === undefined ? [] : [vector]) ?? (band && { band });
}
