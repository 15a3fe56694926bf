// A delivered bill of materials against the minimum elements, and what it holds. https://www.ntia.gov/report/2021/minimum-elements-software-bill-materials-sbom
import { formatPurl, parsePurl } from "#kit";
import { normalizeDeclared } from "../licenses/declared/declared.ts";
import { declaredText } from "../sboms/declared-text.ts";
import { identityOf, isPackage } from "../sboms/identity.ts";
import { readSbom } from "../sboms/read.ts";
import type { ByteSource } from "../sboms/source.ts";
import type { SbomPackage, SbomReading } from "../sboms/types.ts";

/** Everything that can be missing, in the order in which a letter says it. */
export const gapCodes = [
  "no-components",
  "author",
  "timestamp",
  "supplier",
  "component-name",
  "version",
  "unique-id",
  "dependencies",
  "licence-missing",
  "licence-unreadable",
  "document-faults",
] as const;
export type GapCode = (typeof gapCodes)[number];

export interface FoundGap {
  readonly code: GapCode;
  /** How many components it concerns, of how many. */
  readonly count?: number;
  readonly of?: number;
  readonly examples?: readonly string[];
}

export interface CheckedDelivery {
  readonly format: string;
  readonly gaps: readonly FoundGap[];
  readonly components: readonly { readonly purl: string; readonly name: string; readonly version: string; readonly license?: string }[];
}

const EXAMPLES = 5;

/** Reads and checks an SBOM. Throws `Unreadable` where it cannot be read: that alone is a reason to send it back. */
export async function checkDelivery(source: ByteSource, path: string): Promise<CheckedDelivery> {
  const reading = await readSbom(source, path);
  const packages = reading.packages.filter(isPackage);
  return { format: reading.format, gaps: gapsOf(reading, packages), components: packages.map((item) => componentOf(item, reading)) };
}

function gapsOf(reading: SbomReading, packages: readonly SbomPackage[]): FoundGap[] {
  const { metadata, own, problems } = reading;
  const nameless = reading.packages.filter((item) => item.name === "" && item.purl === "");
  const concerning = (code: GapCode, which: readonly SbomPackage[], of: number): FoundGap[] =>
    which.length === 0 ? [] : [{ code, count: which.length, of, examples: which.slice(0, EXAMPLES).map(label) }];
  const missing = (code: GapCode, lacks: (item: SbomPackage) => boolean) => concerning(code, packages.filter(lacks), packages.length);
  const faults = problems.filter((problem) => problem.severity === "error");
  return [
    ...(packages.length === 0 ? [gapOf("no-components")] : []),
    ...(metadata.author === undefined ? [gapOf("author")] : []),
    ...(isTime(metadata.created) ? [] : [gapOf("timestamp")]),
    ...missing("supplier", (item) => item.supplier === undefined),
    ...concerning("component-name", nameless, reading.packages.length),
    ...missing("version", (item) => item.version === "" && parsePurl(item.purl)?.version === undefined),
    ...missing("unique-id", (item) => parsePurl(item.purl) === undefined),
    ...(saysDependencies([...own, ...packages]) || packages.length === 0 ? [] : [gapOf("dependencies")]),
    ...missing("licence-missing", (item) => textOf(item, reading) === undefined),
    ...missing("licence-unreadable", (item) => isUnreadable(textOf(item, reading))),
    ...(faults.length === 0
      ? []
      : [gapOf("document-faults", { count: faults.length, examples: faults.slice(0, EXAMPLES).map(({ message }) => message) })]),
  ];
}

export function gapOf(code: GapCode, more: Omit<FoundGap, "code"> = {}): FoundGap {
  return { code, ...more };
}

function label(item: SbomPackage): string {
  const name = (item.group === "" ? item.name : `${item.group}/${item.name}`) || item.purl || item.key;
  return (item.version === "" ? name : `${name} ${item.version}`).slice(0, 200);
}

function isTime(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
}

/** At least one component says what it depends on, be it nothing. */
function saysDependencies(packages: readonly SbomPackage[]): boolean {
  return packages.some((item) => item.dependsOn !== undefined);
}

function textOf(item: SbomPackage, { licenseNames }: SbomReading): string | undefined {
  return declaredText(item.licenses, licenseNames, parsePurl(item.purl)?.type ?? "generic");
}

function isUnreadable(text: string | undefined): boolean {
  return text !== undefined && normalizeDeclared(text) === undefined;
}

function componentOf(item: SbomPackage, reading: SbomReading): CheckedDelivery["components"][number] {
  const { type, namespace, name, version, qualifiers } = identityOf(item);
  const license = textOf(item, reading);
  return {
    purl: formatPurl({
      type,
      name,
      version,
      ...(namespace === undefined ? {} : { namespace }),
      ...(qualifiers === undefined ? {} : { qualifiers }),
    }),
    name: namespace ? `${namespace}/${name}` : name,
    version,
    ...(license === undefined ? {} : { license }),
  };
}
