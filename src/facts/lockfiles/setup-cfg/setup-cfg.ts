// setup.cfg of setuptools as a manifest (https://setuptools.pypa.io/en/latest/userguide/declarative_config.html).
import type { LockfileFormat, Reading, Scope, SourceFile } from "../types.ts";
import { nameOf } from "../shared/paths.ts";
import { type Ask, askedPackages } from "../shared/python/asks.ts";
import { scopeOfExtra } from "../shared/python/project.ts";
import { parseRequirement, pinOf } from "../shared/python/specifiers.ts";

export const setupCfg: LockfileFormat = {
  id: "setup-cfg",
  ecosystem: "pypi",
  kind: "manifest",
  names: ["setup.cfg"],
  matches: (path) => nameOf(path) === "setup.cfg",
  read: readSetupCfg,
};

/** A value of a section, line by line. */
interface Value {
  /** Whether it starts on the line of its key: only then do semicolons divide it. */
  inline: boolean;
  readonly lines: { readonly text: string; readonly line: number }[];
}

function readSetupCfg(file: SourceFile): Reading {
  const sections = sectionsOf(file.text);
  const asks: (Ask & { line: number })[] = [];
  const add = (value: Value | undefined, scope: Scope, group?: string): void => {
    for (const { text, line } of value?.lines ?? []) {
      for (const part of value?.inline && value.lines.length === 1 ? text.split(";") : [text]) {
        const requirement = parseRequirement(part);
        if (requirement) asks.push({ name: requirement.name, scope, group, ...pinOf(requirement), written: part, place: [], line });
      }
    }
  };
  const options = sections.get("options");
  add(options?.get("install_requires") ?? options?.get("install-requires"), "production");
  add(options?.get("tests_require"), "development", "tests");
  for (const [extra, value] of sections.get("options.extras_require") ?? []) add(value, scopeOfExtra(extra), extra);
  const lines = new Map<Ask, number>(asks.map((ask) => [ask, ask.line]));
  const packages = askedPackages(asks, (ask) => lines.get(ask));
  const metadata = sections.get("metadata");
  const name = single(metadata?.get("name"));
  const own =
    name === undefined
      ? []
      : [
          {
            type: "pypi",
            name,
            version: single(metadata?.get("version")),
            license: single(metadata?.get("license")),
            dependsOn: packages.map((one) => one.key),
          },
        ];
  return { packages, own };
}

/** The one line of a value; undefined for none, several, and what setuptools would look up elsewhere (`attr:`, `file:`). */
function single(value: Value | undefined): string | undefined {
  const text = value?.lines.length === 1 ? value.lines[0]?.text : undefined;
  return text === undefined || /^(?:attr|file):/.test(text) ? undefined : text;
}

/** Sections, keys and values as configparser of Python reads them: indented lines go on with the value above. */
function sectionsOf(text: string): Map<string, Map<string, Value>> {
  const sections = new Map<string, Map<string, Value>>();
  let section: Map<string, Value> | undefined;
  let value: Value | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.slice(0, 5000);
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    if (/^\s/.test(line)) {
      value?.lines.push({ text: withoutComment(line), line: index + 1 });
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map<string, Value>();
      sections.set(header, section);
      value = undefined;
      continue;
    }
    const sign = line.search(/[=:]/);
    if (sign < 0 || section === undefined) continue;
    value = { inline: false, lines: [] };
    section.set(line.slice(0, sign).trim().toLowerCase(), value);
    const first = withoutComment(line.slice(sign + 1));
    value.inline = first !== "";
    if (value.inline) value.lines.push({ text: first, line: index + 1 });
  }
  return sections;
}

function withoutComment(text: string): string {
  const hash = text.search(/\s#/);
  return (hash < 0 ? text : text.slice(0, hash)).trim();
}
