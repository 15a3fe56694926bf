// Whether the words around a name say that something is under that licence, or merely speak of it.
import { around, gapBefore, type Notice, type Prose } from "./prose.ts";

const grant =
  /\b(?:licen[cs]ed|released|distributed|available|provided|published|offered|covered|governed|issued|shared|contributed|placed|dual|subject)\b(?: \w+){0,9}? (?:under|by|to|with|per|via|according|following)(?: (?!licen[cs]e)\w+){0,8}$|\b(?:redistributed?|use|used|modify|copy|copied|permitted|falls?|comes?|are|is)\b(?: \w+){0,9}? under(?: (?!licen[cs]e)\w+){0,8}$/;
const terms =
  /\b(?:terms|provisions|conditions|requirements|rules|version|copy|text)(?: and \w+)?(?: stated| set forth| specified| found)? (?:of|in|from|outlined in)(?: the| a| an| either| both| this)?(?: \w+){0,3}$/;
const label =
  /\blicen[cs](?:e|es|ed|ing)(?: (?:is|are|type|name|info|information|terms|text|file|identifier|and|copyright|notice|under|header|agreement|expression|id|classifiers|osi|approved|as|of|for|this|the|a|project|source|code|url|key)){0,4}$/;
const under = /\b(?:under|by|per)(?: the| a| an| either| both| one of)?(?: \w+)?$/;
/** "This library is MIT." */
const predicate = /\b(?:is|are)(?: (?:now|all|also|both|just|fully|still|currently|plain|pure|the|a|an))*$/;
const nameInside = /\blicen[cs]e|\bpublic domain|\bcopyright\b/;
const adjacent = /^(?:style |like |type |based |derived )?(?:open source |software |public |free )?licen[cs](?:e|es|ed|ing)\b/;
/** Speaking of a licence that does not apply, or of what it would take. */
const aside =
  /\b(?:not|no longer|never|isn t|aren t|instead of|unlike|than|incompatible with|compatible with|except for|formerly|previously|similar to|based on|derived from|inspired by|see also|convert\w* to|terms of section \d+ of|rather than|other than|includ\w* software developed by)(?: \w+){0,3}$/;

/** "GPL compatible", "the BSD license may not apply": said behind the name. */
const notThis = /^(?:in)?compatible\b|^(?:licen[cs]e )?(?:may|might|does|do|will|would|can|could) (?:not|no longer) apply\b/;

/** A notice that is shown for others to write, as git's COPYING does. */
const example = /\b(?:something|anything|a (?:line|notice|message|header|comment)) (?:like|such as)(?: \w+){0,8}$/;

/** "Based on thing.js (MIT licensed)": the licence of what was taken over. */
const takenOver = /\b(?:based on|derived from|inspired by)(?: \w+){0,3}$/;
const underIt = /^(?:licen[cs]ed\b|licen[cs]e copyright\b)/;

/** Names of one word that mean a licence wherever they stand; other single words (`openssl`, `ruby`) are mostly names of something else. */
const strongWords =
  /^(?:mit|bsd|isc|wtfpl|[al]?gpl.*|cc0|mpl.*|epl.*|unlicense|zlib|ofl|beerware|asl.*|cddl.*|expat|x11|apachev?2?|mspl|eupl|cecill|sspl.*|bsl)$/;

/** Names of licences that are also names of other things: a university, a foundation, systems, a consortium. */
const otherThings = /^(?:mit|bsd|isc|x11|apache(?: software)?|expat|zlib)$/;
/** What may stand right behind the name of a licence; any other word there makes it the name of a thing: MIT Kerberos, BSD sockets, X11 server. */
const mayFollow = new Set(
  (
    "license licence licenses licences licensed licenced licensing lisence style like type variant version versions ver v terms conditions clause family " +
    "new old original modified simplified revised two three public open free software source code text only expat x11 isc mit bsd apache gpl lgpl agpl c copr copyright " +
    "or and plus with without by as for from if in at to on see the this that these which who unless except but is are was were has have does do not may can it all " +
    "then because so you we please u und oder ou et y o e de"
  ).split(" "),
);

/** Whether the name goes on as that of something else, in the same breath. */
function isOtherThing(prose: Prose, { to }: Notice, name: string): boolean {
  const next = prose.words[to];
  if (next === undefined || !otherThings.test(name) || mayFollow.has(next) || /^\d/.test(next)) return false;
  const label = prose.text.charAt((prose.starts[to] as number) + next.length) === ":";
  return !label && /^[ \t]+$/.test(gapBefore(prose, to));
}

/** Nothing more of the sentence behind the name. */
function endsThere(prose: Prose, { to }: Notice): boolean {
  return to >= prose.words.length || /[^\s*#/]/.test(gapBefore(prose, to)) || adjacent.test(around(prose, to, 6));
}

/**
 * 0..1: how much the words around a named licence make a notice of it; `aside` where they speak of a licence that does not apply, `pointer` where they
 * say where its text is.
 * `alone`: the stretch holds little else.
 */
export function contextOf(prose: Prose, notice: Notice, alone: boolean): number | "aside" | "pointer" {
  const before = around(prose, notice.from, -18);
  const after = around(prose, notice.to, 6);
  const name = around(prose, notice.from, notice.to - notice.from);
  const taken = underIt.test(after) && takenOver.test(before);
  if (example.test(before) || (aside.test(before) && !taken) || notThis.test(after)) return "aside";
  if (/\b(?:full|complete) (?:text|copy|version)s? of(?: the)?(?: \w+){0,2}$/.test(before)) return "pointer";
  if (isOtherThing(prose, notice, name)) return "aside";
  const strong = name.includes(" ") || strongWords.test(name) || nameInside.test(name);
  if (!strong)
    return label.test(before) ? 0.9 : adjacent.test(after) && (grant.test(before) || terms.test(before) || under.test(before)) ? 0.9 : 0;
  if (grant.test(before) || terms.test(before)) return 1;
  if (label.test(before)) return 0.95;
  if (predicate.test(before) && endsThere(prose, notice)) return 1;
  if (under.test(before) && (adjacent.test(after) || nameInside.test(name) || notice.confidence >= 0.9)) return 0.9;
  if (alone && name.length > 2) return notice.confidence >= 0.6 ? 0.9 : 0.8;
  if (adjacent.test(after) || nameInside.test(name)) return 0.7;
  return 0;
}
