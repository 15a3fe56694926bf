// Findings as rows: what each says of itself beyond its rule, with everything that repeats in a table.
import { fill, formatDate, wordFor, wordsOf } from "#look";
import { effectiveLicenses, type Finding, type LicenseBranch } from "#policy";
import type { ResultComponent, ScanResult } from "#scan";
import { withoutVersion } from "../../shared/purls.ts";
import { shown, stateOf, worstFirst } from "../../shared/states.ts";
import { MOST_COMPONENTS } from "./components.ts";
import type { RuleTable } from "./rules.ts";
import { Table } from "./table.ts";
import { safe, type Tables } from "./tables.ts";
import type { FindingRow, UseRow } from "./types.ts";
import { valueText } from "./values.ts";

export const MOST_FINDINGS = 100_000;
const NONE = -1;

export class FindingTables {
  readonly facts = new Table<readonly [string, string | null, string]>();
  readonly factLists = new Table<readonly number[]>();
  readonly unknowns = new Table<readonly string[]>();
  readonly licenses = new Table<readonly string[]>();
  readonly manners = new Table<readonly string[]>();
  readonly #tables: Tables;
  readonly #components: ReadonlyMap<string, number>;
  readonly #effective: ReturnType<typeof effectiveLicenses>;

  constructor(result: ScanResult, tables: Tables) {
    this.#tables = tables;
    this.#effective = effectiveLicenses(result.program.licenses);
    this.#components = new Map(
      result.components
        .slice(0, MOST_COMPONENTS)
        .map((component, index) => [
          `${withoutVersion(component.purl)}\n${component.version ? `${component.name} ${component.version}` : component.name}`,
          index,
        ]),
    );
  }

  rows(result: ScanResult, rules: RuleTable, uses: readonly (readonly UseRow[])[]): FindingRow[] {
    const told = worstFirst(shown(result)).slice(0, MOST_FINDINGS);
    return told.map((finding) => this.#row(finding, result, rules, uses));
  }

  #row(finding: Finding, result: ScanResult, rules: RuleTable, uses: readonly (readonly UseRow[])[]): FindingRow {
    const component = this.#componentOf(finding);
    const place = this.#placeOf(finding);
    return [
      rules.number(finding),
      this.manners.number(this.#manner(finding)),
      safe(finding.id.replace(/^finding:/, "")),
      component === NONE ? safe(finding.subject.label) : component,
      place,
      this.#factList(finding),
      finding.unknown && finding.unknown.length > 0 ? this.unknowns.number(this.#unknown(finding)) : NONE,
      finding.license ? this.licenses.number(this.#license(finding.license, result.components[component])) : NONE,
      this.#evidence(finding, uses[component]?.filter((use) => use[0] === place) ?? []),
      ...this.#notes(finding),
    ];
  }

  #componentOf({ subject }: Finding): number {
    if (subject.kind !== "usage") return NONE;
    const purl = subject.id.slice(Math.max(0, subject.id.indexOf("/pkg:")) + 1);
    return this.#components.get(`${purl}\n${subject.label}`) ?? NONE;
  }

  #placeOf({ subject }: Finding): number {
    if (subject.kind === "usage") {
      const key = subject.id.slice("usage:".length, Math.max(0, subject.id.indexOf("/pkg:")));
      const known = this.#tables.places.find(key);
      if (known !== NONE) return known;
    }
    return subject.product === undefined ? NONE : this.#tables.place(subject.product, "");
  }

  #manner(finding: Finding): string[] {
    const words = wordsOf(this.#tables.language);
    const { language } = this.#tables;
    const waiting = finding.because === "unknown" || finding.because === "attestation";
    return [
      stateOf(finding),
      wordFor(words.because, finding.because),
      wordFor(words.assurance, finding.assurance),
      waiting ? fill(words.explain.unknownCounts, { outcome: words.outcome[finding.outcome] }, language) : "",
      words.subject[finding.subject.kind],
    ];
  }

  #factList(finding: Finding): number {
    const { language } = this.#tables;
    const numbers = finding.facts.map(({ name, value, from }) =>
      this.facts.number([
        safe(name),
        value === undefined ? null : safe(valueText(name, value, language)),
        from === undefined ? "" : safe(from),
      ]),
    );
    return numbers.length === 0 ? NONE : this.factLists.number(numbers);
  }

  #unknown(finding: Finding): string[] {
    const { reason } = wordsOf(this.#tables.language);
    return (finding.unknown ?? []).map((unknown) => safe(`${unknown.fact}: ${wordFor(reason, unknown.reason)}`));
  }

  /** The expression, then sentences: whence it comes, the branch chosen and why, what decided. */
  #license(branch: LicenseBranch, component: ResultComponent | undefined): string[] {
    const { language } = this.#tables;
    const words = wordsOf(language).explain;
    const lines = [safe(branch.expression)];
    if (branch.notion === "concluded" && component) lines.push(this.#curated(component));
    if (branch.notion === "detected") lines.push(wordsOf(language).notion.detected);
    if (branch.chosen !== undefined) {
      const text = branch.chosenBecause === "choice" ? words.chosenOurs : words.chosenBest;
      lines.push(fill(text, { chosen: safe(branch.chosen) }, language));
    }
    const atoms = branch.decisive.join(", ");
    if (atoms !== "" && atoms !== branch.expression) lines.push(fill(words.decisive, { atoms: safe(atoms) }, language));
    return lines.filter((line) => line !== "");
  }

  #curated({ purl, license, notion, declaredLicense }: ResultComponent): string {
    const { language } = this.#tables;
    const { curation } = this.#effective(purl, notion === "concluded" ? declaredLicense : license);
    if (!curation) return "";
    const who = [curation.by, curation.on === undefined ? undefined : formatDate(curation.on, language)].filter(
      (part) => part !== undefined,
    );
    const by = who.length === 0 ? "" : ` (${who.join(", ")})`;
    return safe(fill(wordsOf(language).explain.licenseCurated, { by, because: curation.because }, language));
  }

  /** 0 where it stands where its uses stand, which is nearly always so. */
  #evidence(finding: Finding, uses: readonly UseRow[]): readonly number[] | 0 {
    const places = finding.evidence.flatMap((evidence) => [
      this.#tables.fileOf(evidence),
      evidence.line ?? 0,
      evidence.note === undefined ? NONE : this.#tables.text(evidence.note),
    ]);
    const ofUses = uses.flatMap((use) => use.slice(3));
    const same = ofUses.length / 2 === places.length / 3 && finding.evidence.every((evidence) => evidence.note === undefined);
    const key = (list: readonly number[], width: number) =>
      Array.from({ length: list.length / width }, (_, i) => `${list[i * width]}:${list[i * width + 1]}`)
        .sort()
        .join();
    return same && key(ofUses, 2) === key(places, 3) ? 0 : places;
  }

  #notes(finding: Finding): string[] {
    const { language } = this.#tables;
    const words = wordsOf(language).explain;
    const notes: string[] = [];
    const { waiver, age, due } = finding;
    if (waiver) {
      const values = { date: formatDate(waiver.expires, language), owner: waiver.owner, because: waiver.because };
      notes.push(`w${safe(fill(waiver.expired ? words.waiverOver : words.waiverUntil, values, language))}`);
    }
    if (age) {
      const until = due === undefined ? "" : `, ${fill(words.due, { date: formatDate(due, language) }, language)}`;
      notes.push(`b${safe(words[age] + until)}`);
    }
    return notes;
  }
}
