// What an example gives, as a subject: nested facts flattened and checked, the shorthand `license: MIT` spelled out, the ordinary filled in.
import { type FactDefinition, type FactValue, namespacesFor, type Subject } from "#facts";
import { didYouMean, type ProblemWords, readExpression, type Phrase, phrase, phraseList, type SubjectKind } from "#kit";
import { convert } from "../evaluate/column.ts";
import { type LicenseFacts, shippedFacts } from "../licenses/license-facts.ts";

/** One mistake in what an example gives. */
export type GivenFault = ProblemWords;

export interface Given {
  readonly subject: Subject;
  readonly attested: ReadonlyMap<string, boolean>;
  readonly measures: ReadonlyMap<string, number>;
  /** Whether the register of agreements covers the person; undefined where the example does not say. */
  readonly covered: boolean | undefined;
  /** ISO 8601; a fixed moment where the example names none. */
  readonly now: string;
  /** Facts of the licence where the example gives them instead of an id. */
  readonly license: LicenseFacts | undefined;
  readonly faults: readonly GivenFault[];
}

/** The moment of examples that name none. */
const SOME_DAY = "2026-01-01T00:00:00Z";
/** Stands for the licence of which an example gives only facts. */
export const SOME_LICENSE = "LicenseRef-example";

/** An ordinary use of an ordinary component: what a reader takes for granted where an example says nothing else. */
const ordinary: Readonly<Partial<Record<SubjectKind, Readonly<Record<string, Readonly<Record<string, FactValue>>>>>>> = {
  usage: {
    use: { scope: "production", modified: false, direct: true, place: "product", depth: 1, linkage: "dynamic" },
    component: { pinned: true, source: "registry", prerelease: false, zeroVersion: false, integrity: true },
  },
};

type Facts = Map<string, Map<string, FactValue>>;

export function readGiven(kind: SubjectKind, given: Readonly<Record<string, unknown>>): Given {
  const faults: GivenFault[] = [];
  const facts: Facts = new Map(Object.entries(ordinary[kind] ?? {}).map(([name, values]) => [name, new Map(Object.entries(values))]));
  const license = readLicense(kind, given, facts, faults);
  for (const [name, value] of Object.entries(given)) {
    if (!special.has(name) && name !== "license") readNamespace(kind, name, value, facts, faults);
  }
  const nested = Object.fromEntries([...facts].map(([name, values]) => [name, Object.fromEntries(values)]));
  return {
    subject: { kind, id: `${kind}:example`, label: "example", facts: nested },
    attested: readAttested(given.attested, faults),
    measures: readMeasures(given.measures, faults),
    covered: readCovered(given.registers),
    now: typeof given.now === "string" && !Number.isNaN(Date.parse(given.now)) ? given.now : SOME_DAY,
    license,
    faults,
  };
}

const special = new Set(["attested", "measures", "now"]);

/** `license: MIT OR GPL-3.0-only`, or facts of a licence: `license: { strength: network }`. */
function readLicense(
  kind: SubjectKind,
  given: Readonly<Record<string, unknown>>,
  facts: Facts,
  faults: GivenFault[],
): LicenseFacts | undefined {
  const { license } = given;
  if (license === undefined) return undefined;
  if (typeof license === "string") {
    const { error } = readExpression(license);
    if (error)
      faults.push({
        message: phrase`"${license}" is no licence expression: ${error.message}`,
        ...(error.suggestion ? { hint: phrase`Did you mean "${error.suggestion}"?` } : {}),
      });
    if (kind === "usage") set(facts, "component", { license, licenseNotion: "declared" });
    else if (kind === "contribution" || kind === "upstream") setUpstreamLicense(facts, license);
    else faults.push({ message: phrase`"license" is no fact about a ${kind}.` });
    return undefined;
  }
  if (kind !== "usage" || !isRecord(license)) {
    faults.push({ message: phrase`"license" is a text here, such as MIT.` });
    return undefined;
  }
  const values: Facts = new Map();
  readNamespace(kind, "license", license, values, faults);
  set(facts, "component", { license: SOME_LICENSE, licenseNotion: "declared" });
  return Object.fromEntries(values.get("license") ?? []);
}

function setUpstreamLicense(facts: Facts, license: string): void {
  const { strength } = shippedFacts(license);
  set(facts, "upstream", { "license.id": license, ...(typeof strength === "string" ? { "license.strength": strength } : {}) });
}

function readNamespace(kind: SubjectKind, name: string, value: unknown, facts: Facts, faults: GivenFault[]): void {
  const namespaces = namespacesFor(kind);
  const namespace = namespaces.find((candidate) => candidate.name === name);
  if (!namespace) {
    const names = [...namespaces.map((one) => one.name), ...special];
    faults.push({ message: phrase`There is no "${name}" about a ${kind}.`, expected: phraseList(names), ...hint(didYouMean(name, names)) });
    return;
  }
  if (!isRecord(value)) {
    faults.push({ message: phrase`"${name}" holds facts: ${name}: { … }.` });
    return;
  }
  for (const [path, fact] of leaves(value, namespace.facts)) {
    const definition = Object.hasOwn(namespace.facts, path) ? namespace.facts[path] : undefined;
    if (definition?.type === "agreements") continue;
    if (path === "license" && typeof fact === "string" && name === "upstream") setUpstreamLicense(facts, fact);
    else if (name === "organization" && path.startsWith("parameters.")) set(facts, name, { [path]: fact as FactValue });
    else if (!definition) faults.push(unknownFact(name, path, Object.keys(namespace.facts)));
    else if (convert(definition.type, fact as FactValue) === undefined) faults.push(wrongValue(name, path, definition, fact));
    else set(facts, name, { [path]: fact as FactValue });
  }
}

/** Facts with the path of their names: groups inside a namespace are opened, values are not. */
function leaves(
  value: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, FactDefinition>>,
  prefix = "",
): [string, unknown][] {
  return Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const path = prefix + name;
    const isGroup = isRecord(inner) && !Object.hasOwn(facts, path);
    return isGroup ? leaves(inner, facts, `${path}.`) : [[path, inner]];
  });
}

function unknownFact(namespace: string, path: string, names: readonly string[]): GivenFault {
  return { message: phrase`There is no fact "${namespace}.${path}".`, expected: phraseList(names), ...hint(didYouMean(path, names)) };
}

function wrongValue(namespace: string, path: string, { type }: FactDefinition, value: unknown): GivenFault {
  const wanted =
    typeof type === "string"
      ? phrase`${type}`
      : "oneOf" in type
        ? phraseList(type.oneOf)
        : "listOf" in type
          ? phrase`a list of ${phraseList(type.listOf)}`
          : phrase`a list of records`;
  const near = typeof value === "string" && typeof type === "object" && "oneOf" in type ? didYouMean(value, type.oneOf) : undefined;
  return { message: phrase`${JSON.stringify(value ?? null)} cannot be ${namespace}.${path}.`, expected: wanted, ...hint(near) };
}

/** `attested: [id, …]`, or with the answer: `attested: { id: false }`. */
function readAttested(value: unknown, faults: GivenFault[]): ReadonlyMap<string, boolean> {
  if (value === undefined) return new Map();
  if (typeof value === "string") return new Map([[value, true]]);
  if (Array.isArray(value) && value.every((id) => typeof id === "string")) return new Map(value.map((id) => [id, true]));
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (isRecord(value) && entries.every(([, answer]) => typeof answer === "boolean")) return new Map(entries as [string, boolean][]);
  faults.push({ message: phrase`What is attested is a list of ids, or ids with true or false.` });
  return new Map();
}

function readMeasures(value: unknown, faults: GivenFault[]): ReadonlyMap<string, number> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (value === undefined || (isRecord(value) && entries.every(([, number]) => typeof number === "number")))
    return new Map(entries as [string, number][]);
  faults.push({ message: phrase`Measures are numbers by their id.` });
  return new Map();
}

/** `registers: { agreements: { covers: true } }`. */
function readCovered(registers: unknown): boolean | undefined {
  const agreements = isRecord(registers) ? registers.agreements : undefined;
  const covers = isRecord(agreements) ? agreements.covers : undefined;
  return typeof covers === "boolean" ? covers : undefined;
}

function set(facts: Facts, namespace: string, values: Readonly<Record<string, FactValue>>): void {
  const known = facts.get(namespace) ?? new Map<string, FactValue>();
  for (const [name, value] of Object.entries(values)) known.set(name, value);
  facts.set(namespace, known);
}

function hint(text: Phrase | undefined): { hint?: Phrase } {
  return text === undefined ? {} : { hint: text };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
