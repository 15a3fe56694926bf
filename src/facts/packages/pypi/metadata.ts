// Python's core metadata: what a distribution says of its licence. https://packaging.python.org/specifications/core-metadata/
import { normalizeDeclared } from "../../licenses/declared/declared.ts";
import { joinNames } from "../shared/join.ts";

/** Longer values hold a text, not a name. */
const LONGEST_NAME = 150;
const MOST_LINES = 20_000;

/** Values by lower-case name; a value's further lines are kept. The description behind the first empty line is not looked at. */
export function fieldsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of text.split(/\r?\n/, MOST_LINES)) {
    if (line === "") break;
    if (/^[ \t]/.test(line)) {
      if (open) open.push(`${open.pop() ?? ""}\n${line.trim().replace(/^\|\s?/, "")}`);
      continue;
    }
    const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    open = fields.get(name.toLowerCase()) ?? [];
    open.push(value);
    fields.set(name.toLowerCase(), open);
  }
  return fields;
}

/** The expression, else a name that is understood, else the classifiers: these are all that apply, since nothing says that they are a choice. */
export function licenseOfMetadata(fields: ReadonlyMap<string, readonly string[]>): string | undefined {
  const expression = fields.get("license-expression")?.[0]?.trim();
  if (expression) return expression;
  const name = fields.get("license")?.[0]?.trim();
  const named = name !== undefined && name !== "" && name.length <= LONGEST_NAME && !/^unknown$/i.test(name) ? name : undefined;
  if (named !== undefined && (normalizeDeclared(named)?.confidence ?? 0) > 0.7) return named;
  return classified(fields.get("classifier") ?? []) ?? named;
}

/** A licence field that holds the whole text. */
export function licenseText(fields: ReadonlyMap<string, readonly string[]>): string | undefined {
  const text = fields.get("license")?.[0];
  return text !== undefined && text.length > LONGEST_NAME ? text : undefined;
}

/** `License :: OSI Approved :: MIT License`; the bare `OSI Approved` names none. */
function classified(classifiers: readonly string[]): string | undefined {
  const names = classifiers
    .filter((classifier) => classifier.startsWith("License ::"))
    .map((classifier) => classifier.trim())
    .filter((classifier) => !/^License :: OSI Approved$/.test(classifier));
  return joinNames(names, "AND");
}
