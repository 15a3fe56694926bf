// Notices in those stretches of a file that no whole text explains.
import { type Expression, parseExpression } from "#kit";
import { findAddresses } from "./addresses.ts";
import { contextOf } from "./context.ts";
import { readGnuNotice } from "./gnu.ts";
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

const trigger = /licen[cs]|gpl|public domain|public-domain|common-licenses|terms of|bsd/i;
const address = /https?:\/\//i;
/** A stretch with no more words than this says little else than its licence. */
const fewWords = 14;
/** A little longer a stretch may be that begins with the name. */
const fewAfterName = 30;
const mostNotices = 400;

export function findNotices(text: string, from: number, to: number, onlyStretch: boolean): FoundNotice[] {
  const part = text.slice(from, to);
  const worded = trigger.test(part);
  if (!worded && !address.test(part)) {
    // A bare name is all that is left: "MIT", "Academic Free v3.0".
    if (!onlyStretch || part.length > 200) return [];
  }
  const found = findAddresses(text, from, to).flatMap(({ expression, ...rest }) => toFound(expression, { ...rest, address: true }));
  const prose = readProse(text, from, to);
  const alone = onlyStretch && prose.words.length <= fewWords;
  if (worded || alone) found.push(...namedIn(prose, onlyStretch, alone));
  return found.sort((a, b) => a.from - b.from);
}

function namedIn(prose: Prose, onlyStretch: boolean, alone: boolean): FoundNotice[] {
  const found: FoundNotice[] = [];
  for (let at = 0; at < prose.words.length && found.length < mostNotices; at++) {
    const notice = readGnuNotice(prose, at) ?? readNamedLicense(prose, at);
    if (!notice) continue;
    const context = contextOf(prose, notice, alone || (onlyStretch && at < 4 && prose.words.length <= fewAfterName));
    if (context === "aside") {
      at = notice.to; // with the abbreviation in brackets behind the name
      continue;
    }
    if (context === 0) continue;
    const start = prose.starts[notice.from] as number;
    const last = notice.to - 1;
    const end = (prose.starts[last] as number) + (prose.words[last] as string).length;
    // "The full text of X can be found in …" mostly repeats what was said.
    const pointer = context === "pointer";
    const confidence = Math.round(notice.confidence * (pointer ? 0.7 : context) * 100) / 100;
    found.push(
      ...toFound(notice.expression, {
        confidence,
        from: start,
        to: end,
        vague: notice.confidence < 0.7,
        ...(pointer ? { address: true as const } : {}),
      }),
    );
    at = last;
  }
  return found;
}

function toFound(text: string, rest: Omit<FoundNotice, "expression">): FoundNotice[] {
  const expression = parseExpression(text);
  return expression ? [{ ...rest, expression }] : [];
}
