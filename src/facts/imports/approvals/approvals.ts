// What was decided elsewhere: a table, ORT's resolutions and curations, policy violations of Dependency-Track, releases of SW360. Each with its origin.
import { parseCsv, parsePurl, readExpression } from "#kit";
import { asArray, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { textOf } from "../shared/documents.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ForeignApproval, ImportInput, ImportOrigin, ImportSink } from "../types.ts";
import { takeOrt } from "./ort.ts";
import { outcomeOf } from "./outcomes.ts";

export async function readApprovals(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const text = await textOf(input.path);
  if (text.trim() === "") throw new Unreadable("The file is empty", undefined, "a table, or an export of ORT, Dependency-Track or SW360");
  if (!/^\s*[[{]/.test(text) && /^[^\n]*[,;\t][^\n]*$/m.test(text.split(/\r?\n/, 1)[0] ?? "")) return takeTable(text, sink);
  const document = /^\s*[[{]/.test(text) ? parseJson(text) : parseYaml(text).value;
  const releases = asArray(field(objectField(document, "_embedded"), "sw360:releases"));
  if (releases) return takeReleases(releases, sink);
  const list = asArray(document);
  if (list?.some((entry) => objectField(entry, "policyCondition"))) return takeViolations(list, sink);
  if (takeOrt(document, sink)) return { tool: "ORT" };
  throw new Unreadable(
    "Nothing that was decided is in it",
    undefined,
    "a table with component and decision, ORT's .ort.yml or curations.yml, violations of Dependency-Track, or releases of SW360",
  );
}

/** Names of columns as people write them. */
const columns: Readonly<Record<string, readonly string[]>> = {
  component: ["component", "purl", "package", "package url", "komponente", "paket"],
  decision: ["decision", "status", "outcome", "state", "entscheid", "status der freigabe"],
  license: ["license", "licence", "spdx", "lizenz"],
  product: ["product", "project", "produkt"],
  linkage: ["linkage", "linking"],
  distribution: ["distribution"],
  modified: ["modified"],
  by: ["by", "approver", "decided by", "durch"],
  on: ["on", "date", "decided on", "am", "datum"],
  because: ["because", "reason", "comment", "grund", "begründung"],
  expires: ["expires", "until", "gültig bis"],
};

function takeTable(text: string, sink: ImportSink): ImportOrigin {
  const { rows, faults } = parseCsv(text);
  const [head, ...lines] = rows;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const at = (column: string) => names.findIndex((name) => columns[column]?.includes(name));
  if (at("component") < 0 || at("decision") < 0) {
    throw new Unreadable("The table has no column component and decision", 1, "component,decision,license,product,by,on,because");
  }
  for (const { line, message } of faults) sink.notUnderstood(message, `line ${line}`);
  for (const { cells, line } of lines) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const cell = (column: string) => cells[at(column)]?.trim() || undefined;
    const modified = /^(?:yes|true|ja|1)$/i.test(cell("modified") ?? "")
      ? true
      : /^(?:no|false|nein|0)$/i.test(cell("modified") ?? "")
        ? false
        : undefined;
    take(
      {
        component: cell("component"),
        decision: cell("decision"),
        ...(modified === undefined ? {} : { modified }),
        ...texts({
          license: cell("license"),
          product: cell("product"),
          linkage: cell("linkage"),
          distribution: cell("distribution"),
          expires: cell("expires"),
        }),
        ...texts({ by: cell("by"), at: momentOf(cell("on")), because: oneLine(cell("because"), 1000) }),
        origin: "table",
      },
      `line ${line}`,
      sink,
    );
  }
  return { tool: "table" };
}

function takeViolations(list: readonly unknown[], sink: ImportSink): ImportOrigin {
  for (const [index, entry] of list.entries()) {
    const analysis = objectField(entry, "analysis");
    const condition = objectField(entry, "policyCondition");
    const component = objectField(entry, "component");
    const license = textField(objectField(component, "resolvedLicense"), "licenseId") ?? textField(component, "license");
    const policy = textField(objectField(condition, "policy"), "name");
    const because = oneLine(policy === undefined ? textField(entry, "text") : `policy ${policy}`, 1000);
    take(
      {
        component: textField(component, "purl"),
        decision: textField(analysis, "analysisState") ?? "NOT_SET",
        ...texts({ license, because, at: momentOf(textField(entry, "timestamp")) }),
        origin: "dependency-track",
      },
      `[${index}]`,
      sink,
    );
  }
  return { tool: "Dependency-Track" };
}

function takeReleases(list: readonly unknown[], sink: ImportSink): ImportOrigin {
  for (const [index, entry] of list.entries()) {
    const external = objectField(entry, "externalIds");
    const licenses = asArray(field(entry, "mainLicenseIds"))?.filter((each) => typeof each === "string") ?? [];
    const name = `${textField(entry, "name") ?? "?"} ${textField(entry, "version") ?? ""}`;
    take(
      {
        component: textField(external, "package-url") ?? textField(external, "purl"),
        decision: textField(entry, "clearingState") ?? "NEW_CLEARING",
        ...texts({
          license: licenses.length === 1 ? licenses[0] : undefined,
          by: textField(entry, "modifiedBy"),
          at: momentOf(textField(entry, "modifiedOn")),
        }),
        origin: "sw360",
      },
      `releases[${index}] ${name}`,
      sink,
    );
  }
  return { tool: "SW360" };
}

function texts<T extends Readonly<Record<string, string | undefined>>>(given: T): { [Key in keyof T]?: string } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== "")) as {
    [Key in keyof T]?: string;
  };
}

type Given = Omit<ForeignApproval, "component" | "outcome"> & {
  readonly component: string | undefined;
  readonly decision: string | undefined;
};

/** What is no decision yet is none; what cannot be understood is said. A licence that is no expression is not taken over. */
function take({ component, decision, license, ...rest }: Given, where: string, sink: ImportSink): void {
  const outcome = outcomeOf(decision);
  if (outcome === "open") return sink.empty("not decided yet");
  if (outcome === undefined) return sink.notUnderstood("a decision is none that is known", `${where} ${decision ?? ""}`.trim());
  if (component === undefined || !parsePurl(component))
    return sink.notUnderstood("a decision names no package URL", `${where} ${component ?? ""}`.trim());
  if (license !== undefined && readExpression(license).error)
    return sink.notUnderstood("a licence is no SPDX expression", `${where} ${license}`);
  sink.approval({ component: component.slice(0, 900), outcome, ...(license === undefined ? {} : { license }), ...rest });
}
