// Notices that point to a licence by an address: on the web, or among Debian's common licences.
import { normalizeDeclared } from "../../declared/declared.ts";

export interface AddressNotice {
  readonly expression: string;
  readonly confidence: number;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Names a family only. */
  readonly vague: boolean;
}

const webAddress = /https?:\/\/[^\s<>"'`)\]}\\|^]{4,200}/gi;
const commonLicense = /\/usr\/share\/common-licenses\/([A-Za-z][\w.-]{1,20})/g;
/** Names of Debian's folder of common licences (base-files). */
const commonLicenses = new Map([
  ["Apache-2.0", "Apache-2.0"],
  ["Artistic", "Artistic-1.0-Perl"],
  ["BSD", "BSD-3-Clause"],
  ["CC0-1.0", "CC0-1.0"],
  ["GFDL-1.2", "GFDL-1.2-only"],
  ["GFDL-1.3", "GFDL-1.3-only"],
  ["GPL", "GPL-1.0-or-later"],
  ["GPL-1", "GPL-1.0-only"],
  ["GPL-2", "GPL-2.0-only"],
  ["GPL-3", "GPL-3.0-only"],
  ["LGPL", "LGPL-2.0-or-later"],
  ["LGPL-2", "LGPL-2.0-only"],
  ["LGPL-2.1", "LGPL-2.1-only"],
  ["LGPL-3", "LGPL-3.0-only"],
  ["MPL-1.1", "MPL-1.1"],
  ["MPL-2.0", "MPL-2.0"],
]);
const most = 300;
/** A text with no more characters beside an address holds little else. */
const fewAround = 40;

export function findAddresses(text: string, from: number, to: number): AddressNotice[] {
  const part = text.slice(from, to);
  const found: AddressNotice[] = [];
  let tried = 0;
  // Most stretches have neither, and a plain search says so sooner.
  for (const match of part.includes("://") ? part.matchAll(webAddress) : []) {
    if (++tried > most) break;
    const meaning = normalizeDeclared(match[0].replace(/[.,;:]+$/, ""));
    if (meaning?.how !== "url") continue;
    // Whose licence file it is counts only where nothing else is said, or where the sentence speaks of the licence.
    if (meaning.repository ? isPointer(match, part, text.length) : meaning.confidence >= 0.8)
      found.push({
        expression: meaning.expression,
        confidence: Math.min(0.8, meaning.confidence),
        vague: /^[AL]?GPL-\d\.\d-or-later$/.test(meaning.expression),
        ...span(match, from),
      });
  }
  for (const match of part.includes("/common-licenses/") ? part.matchAll(commonLicense) : []) {
    const name = (match[1] ?? "").replace(/[.-]+$/, "");
    const expression = commonLicenses.get(name);
    if (expression && found.length < most) found.push({ expression, confidence: 0.7, vague: !/\d/.test(name), ...span(match, from) });
  }
  return found;
}

/** Whether the address of a repository's licence file is given as the licence of this file. */
function isPointer(match: RegExpExecArray, part: string, size: number): boolean {
  if (!/licen[cs]e|copying/i.test(match[0].slice(match[0].lastIndexOf("/")))) return false;
  return size < match[0].length + fewAround || /\blicen[cs]ed?\b[^.]{0,40}$/i.test(part.slice(Math.max(0, match.index - 80), match.index));
}

function span(match: RegExpExecArray, offset: number): { readonly from: number; readonly to: number } {
  return { from: offset + match.index, to: offset + match.index + match[0].length };
}
