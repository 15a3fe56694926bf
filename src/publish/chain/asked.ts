// What is added to the chain only where somebody asks for it: there are too many components, and too many figures, to hang all of them in.
import { casesOnRecord } from "#decisions";
import { findMeasure } from "#measures";
import { type ResultUse, type ScanResult, usageId, withoutVersion } from "#scan";
import { stateOf } from "../shared/states.ts";
import type { ChainBuilder } from "./build.ts";
import { addFigure } from "./figures.ts";
import { addHouse } from "./house.ts";

/** More values of a measure, or more versions of a component, than anybody reads. */
const MOST = 200;

export function addAsked(result: ScanResult, asked: string, builder: ChainBuilder): void {
  addMeasure(result, asked, builder);
  addComponents(result, asked.replace(/^component:/, ""), builder);
  addProduct(result, asked.replace(/^product:/, ""), builder);
  addRepository(result, asked.replace(/^repository:/, ""), builder);
  addCases(result, asked.replace(/^case:/, ""), builder);
  addHouse(result, asked, builder);
}

/** The measure that a text names: its id, its number, or a figure of it. */
export function measureIn(text: string) {
  return findMeasure(text.replace(/^(?:measure|figure):/, "").replace(/@.*$/, ""));
}

function addMeasure({ measures }: ScanResult, asked: string, builder: ChainBuilder): void {
  const measure = measureIn(asked);
  if (!measure) return;
  const values = measures.filter((value) => value.measure === measure.id).slice(0, MOST);
  for (const value of values) addFigure({ measure: measure.id, subject: value.subject, value }, builder);
  if (values.length === 0) addFigure({ measure: measure.id, subject: "organization" }, builder);
}

function addComponents(result: ScanResult, purl: string, builder: ChainBuilder): void {
  if (!purl.startsWith("pkg:")) return;
  const places = result.components.flatMap((component, at) =>
    component.purl === purl || withoutVersion(component.purl) === purl ? [at] : [],
  );
  const uses = Map.groupBy(
    result.uses.filter(({ component }) => places.includes(component)),
    ({ component }) => component,
  );
  for (const at of places.slice(0, MOST)) {
    const component = result.components[at];
    if (!component) continue;
    const id = `component:${component.purl}`;
    const { license } = component;
    builder.node({
      id,
      kind: "component",
      label: { en: `${component.name} ${component.version}`.trim() },
      ...(license ? { state: license } : {}),
    });
    for (const use of uses.get(at) ?? []) builder.link(addUse(result, use, builder), id);
  }
}

/** A use of it, with its product, and the rules that said yes: those that said something else stand in the chain. */
function addUse(result: ScanResult, use: ResultUse, builder: ChainBuilder): string {
  const component = result.components[use.component];
  const id = component ? usageId(use, component) : `repository:${use.repository}`;
  const verdict = result.verdicts.find(({ subject }) => subject === id);
  builder.node({ id, kind: "subject", label: { en: id.slice(id.indexOf(":") + 1) }, ...(verdict ? { state: verdict.outcome } : {}) });
  const owner = use.product === undefined ? `repository:${use.repository}` : `product:${use.product}`;
  builder.node({ id: owner, kind: "subject", label: { en: owner.slice(owner.indexOf(":") + 1) } });
  builder.link(owner, id);
  for (const finding of result.findings) {
    if (finding.subject.id !== id || finding.outcome !== "allow" || !builder.has(`rule:${finding.rule}`)) continue;
    builder.node({ id: finding.id, kind: "finding", label: { en: finding.subject.label }, state: stateOf(finding) });
    builder.link(`rule:${finding.rule}`, finding.id);
    builder.link(finding.id, id);
  }
  return id;
}

function addProduct({ program, repositories, measures }: ScanResult, asked: string, builder: ChainBuilder): void {
  const product = program.organization.products.find(({ id }) => id === asked);
  if (!product) return;
  const id = `product:${product.id}`;
  builder.node({ id, kind: "subject", label: product.name });
  for (const value of measures)
    if (value.subject === id) builder.link(addFigure({ measure: value.measure, subject: id, value }, builder), id);
  for (const repository of repositories) {
    if (!repository.products.includes(product.id)) continue;
    builder.node({ id: `repository:${repository.id}`, kind: "subject", label: { en: repository.id } });
    builder.link(id, `repository:${repository.id}`);
  }
}

function addRepository({ repositories }: ScanResult, asked: string, builder: ChainBuilder): void {
  const found = repositories.find(({ id }) => id === asked);
  if (!found) return;
  const id = `repository:${found.id}`;
  builder.node({ id, kind: "subject", label: { en: found.id } });
  for (const product of found.products) {
    builder.node({ id: `product:${product}`, kind: "subject", label: { en: product } });
    builder.link(`product:${product}`, id);
  }
}

/** A kind of case: why there is one is what rules send to people. A case on record: the rules that spoke, and the kind whose it is. */
function addCases({ program }: ScanResult, asked: string, builder: ChainBuilder): void {
  const kinds = program.cases ?? [];
  const onRecord = casesOnRecord(program.records, kinds).filter(({ id, kind }) => plain(id) === asked || kind.kind === asked);
  for (const kind of kinds) {
    if (kind.kind !== asked && !onRecord.some((one) => one.kind === kind)) continue;
    const { file, line } = kind.position;
    builder.node({ id: `case:${kind.kind}`, kind: "case", label: kind.title, place: { file, line } });
    for (const { rules } of program.policies)
      for (const rule of rules)
        if (rule.about === kind.about && rule.decide === "review") builder.link(`rule:${rule.id}`, `case:${kind.kind}`);
  }
  for (const { id, kind, state, position } of onRecord.slice(-MOST)) {
    const node = `case:${plain(id)}`;
    const label = state.outcome ? `${plain(id)}: ${state.outcome.because.join("; ")}` : plain(id);
    builder.node({ id: node, kind: "case", label: { en: label }, state: state.phase, place: { file: position.file, line: position.line } });
    builder.link(`case:${kind.kind}`, node);
    for (const { rule } of state.judged?.findings ?? []) builder.link(`rule:${rule}`, node);
  }
}

/** Lines on record name a case with or without its kind of id. */
function plain(id: string): string {
  return id.replace(/^case:/, "");
}
