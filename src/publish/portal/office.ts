// How the office stands: business models and open source share of each product, the seven responsibilities, the elite gap, and what frameworks ask.
import { fill, type Language, localText, officeWords, type State, wordFor, wordsOf } from "#look";
import type { MeasureValue } from "#measures";
import type { Framework } from "#program";
import type { ScanResult } from "#scan";
import { answerFrameworks } from "../frameworks/answers.ts";
import { type ResponsibilityLines, responsibilityLines } from "../office/responsibility-lines.ts";
import { eliteGap } from "../office/elite-gap.ts";
import { type FlowKey, flowKeys } from "../office/flow-keys.ts";
import { referenceLines } from "../shared/references.ts";
import { openBy, type OpenCount } from "./open.ts";

const SHARE = "consumption.open-source-share";

export interface ProductBusiness {
  readonly id: string;
  readonly name: string;
  readonly models: readonly string[];
  readonly differentiation?: string;
  /** Share of open source among its components; null where nobody knows, and why. */
  readonly share: number | null;
  readonly of?: number;
  readonly reason?: string;
}

export interface OfficePage {
  readonly products: readonly ProductBusiness[];
  readonly references: readonly { readonly at: number; readonly label: string }[];
  readonly responsibilities: readonly ResponsibilityLines[];
  readonly behaviours: readonly { readonly id: string; readonly state: State; readonly name: string; readonly seen: string }[];
  readonly frameworks: readonly FrameworkLine[];
  readonly flow: readonly FlowKey[];
}

export interface FrameworkLine {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly url?: string;
  readonly met: number;
  readonly partly: number;
  readonly open: number;
  readonly affirmed?: { readonly at: string; readonly until?: string; readonly holds: boolean };
}

export function officePage(
  result: ScanResult,
  open: readonly OpenCount[],
  frameworks: readonly Framework[],
  language: Language,
): OfficePage {
  const counted = withCounts(result, open);
  return {
    products: result.program.organization.products.map((product) => ({
      id: product.id,
      name: localText(product.name, language) ?? product.id,
      models: product.models,
      ...(product.differentiation === undefined ? {} : { differentiation: product.differentiation }),
      ...shareOf(
        result.measures.find(({ measure, subject }) => measure === SHARE && subject === `product:${product.id}`),
        language,
      ),
    })),
    references: referenceLines(result, SHARE, language).map(({ at, label }) => ({ at, label })),
    responsibilities: responsibilityLines(counted, language),
    behaviours: behaviours(counted, language),
    flow: flowKeys(result, language),
    frameworks: answerFrameworks(frameworks, result).map(({ framework, items, affirmation }) => ({
      id: framework.id,
      title: localText(framework.title, language) ?? framework.id,
      ...(framework.version === undefined ? {} : { version: framework.version }),
      ...(framework.url === undefined ? {} : { url: framework.url }),
      met: items.filter(({ state }) => state === "met").length,
      partly: items.filter(({ state }) => state === "partly").length,
      open: items.filter(({ state }) => state === "open").length,
      ...(affirmation
        ? { affirmed: { at: affirmation.at, holds: affirmation.holds, ...(affirmation.until ? { until: affirmation.until } : {}) } }
        : {}),
    })),
  };
}

/** The summary of the run speaks of its own findings; what is open now was counted. */
function withCounts(result: ScanResult, open: readonly OpenCount[]): ScanResult {
  const byArea = openBy(open, "area");
  const areas = result.summary.areas.map((area) => {
    const { deny = 0, review = 0, unknown = 0, warn = 0 } = byArea.get(area.area) ?? {};
    return { ...area, counts: { ...area.counts, deny, review: review + unknown, warn } };
  });
  return { ...result, summary: { ...result.summary, areas } };
}

function shareOf(value: MeasureValue | undefined, language: Language): Pick<ProductBusiness, "share" | "of" | "reason"> {
  const { reason } = wordsOf(language).figures;
  if (value === undefined || value.value === null) return { share: null, reason: wordFor(reason, value?.reason ?? "no-source") };
  return { share: value.value, ...(value.of === undefined ? {} : { of: value.of }) };
}

const MARKS = { reached: "allow", gap: "review", unknown: "unknown" } as const;

function behaviours(result: ScanResult, language: Language): OfficePage["behaviours"] {
  const words = officeWords(language);
  return eliteGap(result).map(({ id, state, seen, counts }) => ({
    id,
    state: MARKS[state],
    name: words.behaviours[id],
    seen: fill(words.seen[seen], counts, language),
  }));
}
