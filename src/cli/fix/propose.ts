// The files that a repository lacks, written from templates, as far as something is known.
import type { Language } from "#look";
import type { NewFile } from "#publish";
import type { ResultRepository, ScanResult } from "#scan";
import { fillTemplate, knownValues } from "./fill.ts";
import { licenseText } from "./license-text.ts";
import { type Fixable, missingFiles, stem } from "./missing.ts";
import { templateOf } from "./templates.ts";

export interface Proposal {
  readonly files: readonly (NewFile & { readonly open: readonly string[] })[];
  /** Missing, and not written: with why. */
  readonly left: readonly {
    readonly name: string;
    readonly why: "no-license" | "several-licenses" | "unknown-license" | "no-template" | "taken";
  }[];
}

export interface ProposeOptions {
  readonly language: Language;
  readonly packsFolder: string;
  readonly only?: readonly string[];
  readonly license?: string;
  /** Whether something stands in the way of a path. */
  readonly isTaken: (path: string) => boolean;
}

export function propose(repository: ResultRepository, result: ScanResult, options: ProposeOptions): Proposal {
  const license = licenseOf(repository, result, options.license);
  const values = knownValues(repository, result, license);
  const files: Proposal["files"][number][] = [];
  const left: Proposal["left"][number][] = [];
  for (const fixable of missingFiles(repository).filter(({ name }) => isWanted(name, options.only))) {
    const made = write(fixable, license, values, result, options);
    if (typeof made === "string") left.push({ name: fixable.name, why: made });
    else files.push(made);
  }
  return { files, left };
}

function isWanted(name: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => stem(wanted) === stem(name));
}

function write(
  { name, paths }: Fixable,
  license: string | undefined,
  values: Readonly<Record<string, string>>,
  result: ScanResult,
  { language, packsFolder, isTaken }: ProposeOptions,
): Proposal["files"][number] | Proposal["left"][number]["why"] {
  const path = paths.find((free) => !isTaken(free));
  if (path === undefined) return "taken";
  const template = templateOf(name, language, result.program, packsFolder);
  if (name === "LICENSE" && template === undefined) {
    if (license === undefined) return "no-license";
    if (/\s(?:AND|OR|WITH)\s/i.test(license)) return "several-licenses";
    const text = licenseText(license, values.holder ?? "", values.year ?? "");
    return text === undefined ? "unknown-license" : { path, content: text, open: [] };
  }
  if (template === undefined) return "no-template";
  const filled = fillTemplate(template, values, { language, yaml: /\.ya?ml$/.test(name) });
  return { path, content: filled.text, open: filled.open };
}

/** As asked for, as the licence file or the manifests say, or as the organisation publishes. */
function licenseOf(repository: ResultRepository, result: ScanResult, asked: string | undefined): string | undefined {
  if (asked !== undefined) return asked;
  if (typeof repository.facts.license === "string") return repository.facts.license;
  const declared = repository.facts.declaredLicenses;
  if (Array.isArray(declared) && declared.length === 1) return String(declared[0]);
  const outbound = result.program.organization.parameters.outboundLicenses;
  return Array.isArray(outbound) ? outbound[0] : undefined;
}
