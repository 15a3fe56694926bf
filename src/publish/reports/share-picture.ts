// Open source share of the whole and of products beside the lines to compare with: by size of code where sizes are known, by components else. The denominator stands beside each.
import { fill, formatShare, type Language, localText, reportWords, shareBars, wordFor, wordsOf } from "#look";
import type { MeasureValue } from "#measures";
import type { ScanResult } from "#scan";
import type { Block } from "../artefacts/blocks.ts";
import { referenceLines } from "../shared/references.ts";

const BY_COMPONENTS = "consumption.open-source-share";
const BY_SIZE = "consumption.open-source-share-by-size";
const MEGABYTE = 1_000_000;

export function sharePicture(result: ScanResult, language: Language, most: number): Extract<Block, { is: "picture" }> | undefined {
  const words = reportWords(language);
  const names = new Map(result.program.organization.products.map(({ id, name }) => [`product:${id}`, localText(name, language) ?? id]));
  const values = result.measures.filter(({ measure }) => measure === BY_COMPONENTS || measure === BY_SIZE);
  const of = (measure: string, subject: string) => values.find((value) => value.measure === measure && value.subject === subject);
  const whole = [of(BY_SIZE, "organization"), of(BY_COMPONENTS, "organization")].filter((value) => value !== undefined);
  if (whole.length === 0) return undefined;
  const products = [...names.keys()]
    .flatMap((subject) => {
      const size = of(BY_SIZE, subject);
      return (size?.value !== null && size) || of(BY_COMPONENTS, subject) || [];
    })
    .toSorted((a, b) => unknownShare(a) - unknownShare(b));
  const bars = [...whole, ...products].slice(0, most + 2).map((value) => ({
    label: names.get(value.subject) ?? words.executive.wholeOrganization,
    value: value.value,
    note: noteOf(value, language),
    ...(value.value === null ? {} : { said: shareText(value.value, unknownShare(value) > 0, language) }),
  }));
  return {
    is: "picture",
    html: shareBars(bars, referenceLines(result, BY_COMPONENTS, language), language),
    head: [wordsOf(language).report.products, words.executive.share, words.executive.shareOf],
    rows: bars.map(({ label, said, note }) => [label, said ?? "–", note]),
  };
}

/** Of how much of it nobody knows: the share may be larger by so much, and what is known best is shown first. */
export function unknownShare({ measure, value, detail }: MeasureValue): number {
  if (value === null) return 1;
  const of = Number(detail?.["components"] ?? 0);
  if (of === 0) return 0;
  return measure === BY_SIZE ? 1 - Number(detail?.["knownSizes"] ?? 0) / of : Number(detail?.["unknownLicense"] ?? 0) / of;
}

/** `39%`, or `at least 39%` where of some nobody knows; that it is at least nothing says nothing. */
export function shareText(value: number, least: boolean, language: Language): string {
  if (least && value === 0) return wordsOf(language).outcome.unknown;
  const share = formatShare(value, language);
  return least ? fill(reportWords(language).executive.atLeast, { share }, language) : share;
}

/** What it is a share of. */
export function noteOf({ measure, value, of = 0, reason, detail }: MeasureValue, language: Language): string {
  const words = reportWords(language).executive;
  const bySize = measure === BY_SIZE;
  if (value === null) {
    const why = wordFor(wordsOf(language).figures.reason, reason ?? "no-source");
    return bySize ? fill(words.noSizes, { why }, language) : why;
  }
  const unknown = Number(detail?.["unknownLicense"] ?? 0);
  if (!bySize) return fill(unknown > 0 ? words.componentsUnknown : words.components, { count: of, unknown }, language);
  const [known, components] = [Number(detail?.["knownSizes"] ?? 0), Number(detail?.["components"] ?? 0)];
  return fill(words.bySize, { megabytes: Math.max(0.1, Math.round(of / (MEGABYTE / 10)) / 10), known, components }, language);
}
