// OpenVEX: statements whether products are affected. https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
import { arrayField, asArray, asText, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import type { StatementSubject, VexStatus } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

const statuses: Readonly<Record<string, VexStatus>> = {
  not_affected: "not-affected",
  affected: "affected",
  fixed: "fixed",
  under_investigation: "under-investigation",
};

export async function readOpenVex(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const statements = arrayField(document, "statements");
  const context = textField(document, "@context") ?? "";
  if (!statements || !context.startsWith("https://openvex.dev/ns")) {
    throw new Unreadable(
      "Not OpenVEX: @context is not https://openvex.dev/ns, or there are no statements",
      undefined,
      "an OpenVEX document",
    );
  }
  const by = oneLine(textField(document, "author")) ?? "unknown author";
  const at = momentOf(textField(document, "last_updated")) ?? momentOf(textField(document, "timestamp"));
  for (const [index, statement] of statements.entries()) take(statement, `statements[${index}]`, { by, at }, sink);
  const id = textField(document, "@id");
  return {
    ...(id === undefined ? {} : { replaces: id.slice(0, 900) }),
    ...(at === undefined ? {} : { at }),
    ...tool(document),
  };
}

function tool(document: unknown): { tool?: string } {
  const name = oneLine(textField(document, "tooling"));
  return name === undefined ? {} : { tool: name };
}

interface Frame {
  readonly by: string;
  readonly at: string | undefined;
}

function take(statement: unknown, where: string, frame: Frame, sink: ImportSink): void {
  const word = textField(statement, "status") ?? "";
  const status = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  if (!status) return sink.notUnderstood(`a statement has the status "${word.slice(0, 40)}"`, where);
  const names = namesOf(field(statement, "vulnerability"));
  const [id, ...aliases] = names;
  if (id === undefined) return sink.notUnderstood("a statement names no vulnerability", where);
  const subjects = (arrayField(statement, "products") ?? []).flatMap((product) => subjectsOf(product));
  if (subjects.length === 0) return sink.notUnderstood("a statement names no product by a package URL or name", where);
  const justification = textField(statement, "justification")?.replaceAll("_", "-");
  const because = oneLine(textField(statement, "impact_statement") ?? textField(statement, "status_notes"), 2000);
  const action = oneLine(textField(statement, "action_statement"), 2000);
  sink.statement({
    id,
    aliases,
    status,
    ...(justification === undefined ? {} : { justification: justification.slice(0, 100) }),
    ...(because === undefined ? {} : { because }),
    ...(action === undefined ? {} : { action }),
    by: oneLine(textField(statement, "supplier")) ?? frame.by,
    // A document that does not say when is older than any that does.
    at: momentOf(textField(statement, "timestamp")) ?? frame.at ?? "1970-01-01",
    subjects,
    source: "openvex",
  });
}

/** Until version 0.0.1 a vulnerability was its id alone. */
function namesOf(vulnerability: unknown): string[] {
  const name = asText(vulnerability) ?? textField(vulnerability, "name") ?? textField(vulnerability, "@id");
  const aliases = (arrayField(vulnerability, "aliases") ?? []).filter((alias) => typeof alias === "string");
  return [...new Set([...(name === undefined || name === "" ? [] : [lastPart(name)]), ...aliases])].filter((text) => text.length < 300);
}

/** `https://nvd.nist.gov/vuln/detail/CVE-2026-1` names CVE-2026-1. */
function lastPart(name: string): string {
  return /^https?:/.test(name) ? (name.split(/[/#?=]/).findLast((part) => part !== "") ?? name) : name;
}

/** A package URL may name a component that we use as well as one of our products: both are looked for. */
function subjectsOf(product: unknown): StatementSubject[] {
  const names = identifiersOf(product);
  const inside = (arrayField(product, "subcomponents") ?? asArray(field(product, "subcomponents")) ?? []).flatMap(identifiersOf);
  if (inside.length > 0) return names.flatMap((name) => inside.map((component) => ({ product: name, component })));
  return names.flatMap((name) => (name.startsWith("pkg:") ? [{ component: name }, { product: name }] : [{ product: name }]));
}

function identifiersOf(thing: unknown): string[] {
  const plain = asText(thing);
  if (plain !== undefined) return [plain.slice(0, 900)];
  const purl = textField(objectField(thing, "identifiers"), "purl");
  const id = textField(thing, "@id");
  return [...new Set([purl, id].filter((name): name is string => name !== undefined && name !== ""))].map((name) => name.slice(0, 900));
}
