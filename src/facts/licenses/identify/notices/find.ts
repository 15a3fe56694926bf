// Notices in those stretches of a file that no whole text explains.
import { type Expression, parseExpression } from "#kit";
import { findAddresses } from "./addresses.ts";
import { endOfApacheNotice } from "./apache-notice.ts";
import { contextOf } from "./context.ts";
import { isFormer } from "./former.ts";
import { readGnuNotice } from "./gnu.ts";
import { findModuleLicenses } from "./kernel-modules.ts";
import { readNamedLicense } from "./names.ts";
import { type Prose, readProse } from "./prose.ts";

export interface FoundNotice {
  readonly expression: Expression;
  readonly confidence: number;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** The licence is named without its version, or by a name that several licences share. */
  readonly vague: boolean;
  readonly address?: true;
}

const trigger = /licen[cs]|gpl|public.domain|terms of|bsd/gi;
/** How far around such a word notices are read, in characters, and how many such words are looked at. */
const reach = 500;
const mostTriggers = 3000;
/** A file no longer than this is read whole: a bare name may be all that it holds ("Academic Free v3.0"). */
const shortStretch = 600;
/** A stretch with no more words than this says little else than its licence. */
const fewWords = 14;
/** A little longer a stretch may be that begins with the name. */
const fewAfterName = 30;
const mostNotices = 400;

/** The notices between two offsets of a file's text. `onlyStretch`: the file holds nothing else. */
export function findNotices(text: string, from: number, to: number, onlyStretch: boolean): FoundNotice[] {
  const found = findAddresses(text, from, to).flatMap(({ expression, ...rest }) => toFound(expression, { ...rest, address: true }));
  const modules = findModuleLicenses(text, from, to).flatMap(({ expression, ...rest }) => toFound(expression, rest));
  const apache = from === 0 ? endOfApacheNotice(text) : undefined;
  if (apache !== undefined && apache <= to) found.push(...toFound("Apache-2.0", { confidence: 0.7, from: 0, to: apache, vague: false }));
  const named: FoundNotice[] = [];
  if (onlyStretch && to - from <= shortStretch) {
    const prose = readProse(text, from, to);
    named.push(...namedIn(prose, true, prose.words.length <= fewWords));
  } else {
    for (const [start, end] of windows(text, from, to)) named.push(...namedIn(readProse(text, start, end), false, false));
  }
  // The "BSD" and "GPL" of a module's statement are read already.
  found.push(...modules, ...named.filter((one) => !modules.some((module) => one.from >= module.from && one.from < module.to)));
  return found.filter((notice) => !isFormer(text, notice)).sort((a, b) => a.from - b.from);
}

/** The surroundings of words that speak of licences: a notice has one of them nearby. */
function windows(text: string, from: number, to: number): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  trigger.lastIndex = from;
  let left = mostTriggers;
  for (let match = trigger.exec(text); match && match.index < to && left > 0; match = trigger.exec(text)) {
    left--;
    const start = Math.max(from, match.index - reach);
    const end = Math.min(to, match.index + reach);
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else found.push([start, end]);
  }
  return found;
}

function namedIn(prose: Prose, onlyStretch: boolean, alone: boolean): FoundNotice[] {
  const found: FoundNotice[] = [];
  let end = -1;
  for (let at = 0; at < prose.words.length && found.length < mostNotices; at++) {
    const notice = readGnuNotice(prose, at) ?? readNamedLicense(prose, at);
    if (!notice) continue;
    const last = notice.to - 1;
    const listed = listedBehind(prose, end, notice.from);
    const said = contextOf(prose, notice, alone || (onlyStretch && at < 4 && prose.words.length <= fewAfterName));
    const context = listed && typeof said === "number" ? Math.max(said, 0.9) : said;
    if (context === "aside") {
      at = notice.to; // with the abbreviation in brackets behind the name
      continue;
    }
    if (context === 0) continue;
    end = notice.to;
    // "The full text of X can be found in …" mostly repeats what was said.
    const pointer = context === "pointer";
    const confidence = Math.round(notice.confidence * (pointer ? 0.7 : context) * 100) / 100;
    found.push(
      ...toFound(notice.expression, {
        confidence,
        from: prose.starts[notice.from] as number,
        to: (prose.starts[last] as number) + (prose.words[last] as string).length,
        vague: notice.confidence < 0.7,
        ...(pointer ? { address: true as const } : {}),
      }),
    );
    at = last;
  }
  return found;
}

const listing = new Set(
  "or and the either under a an any later version versions license licence public at your option terms of".split(" "),
);

/** "a) the MIT License b) the Apache-2.0 License" */
const enumerators = new Set(["b", "c", "d", "ii", "iii", "2", "3"]);

/** Whether nothing but the words of a list ("…, or the …") stands between the notice before, which ends at `end`, and a name at `from`. */
function listedBehind({ words }: Prose, end: number, from: number): boolean {
  if (end < 0 || from - end > 12) return false;
  const between = words.slice(end, from);
  const numbered = between.some((word) => enumerators.has(word));
  if (!numbered && !between.includes("or") && !between.includes("and")) return false;
  return between.every((word) => listing.has(word) || enumerators.has(word));
}

function toFound(text: string, rest: Omit<FoundNotice, "expression">): FoundNotice[] {
  const expression = parseExpression(text);
  return expression ? [{ ...rest, expression }] : [];
}
