// Notices of the GNU licences: family, version, "or any later version", before or after the name, spelt out or abbreviated.
import { around, type Notice, type Prose } from "./prose.ts";

const abbreviation = /^(a|l)?gpl(?:v?(\d(?:\.\d)?))?(\+)?$/;
/** Words that may stand between the name and its version. */
const filler = new Set(
  "in as published by the free software foundation inc either version versions v ver license licence licenses gpl lgpl agpl gplv lgplv agplv gnu of terms under and conditions its release rev fsf at your option family only".split(
    " ",
  ),
);
const versionsOf: Readonly<Record<string, readonly string[]>> = {
  GPL: ["1.0", "2.0", "3.0"],
  LGPL: ["2.0", "2.1", "3.0"],
  AGPL: ["1.0", "3.0"],
};
/** "oder (nach Ihrer Wahl) jede spätere", "ou ultérieure", "o posterior": letters outside a-z part words. */
const laterElsewhere =
  /^(?:der lizenz |de la licen[cs]e |de la licencia |da licen a )?(?:oder|ou|o|u)(?: \w+){0,6}? (?:sp ter|h her|neuer|ult rieure|post rieure|posterior|successiv)/;
const laterWords =
  /^(?:of (?:the |that |this )?(?:gnu )?(?:\w+ )?(?:general )?(?:public )?licen[cs]e )?(?:\w+ )?(?:published by the free software foundation )?(?:or|and)(?: at your (?:option|choice|discretion))?(?: to)?(?: use)?(?: any| a| all)?(?: \w+)? (?:later|newer|above|higher|greater|subsequent|future|more recent)\b/;
const beforeName =
  /(?:versions?|ver|v) ?(\d(?:\.\d+)?)(\+)?((?: or| and)?(?: at your option)?(?: any| a)? (?:later|newer|above|higher|greater)(?: versions?)?)?(?: of)?(?: the)?(?: terms of)?(?: the)?$/;

interface Named {
  readonly family: string;
  /** Number of words of the name. */
  readonly size: number;
  readonly version?: string;
  readonly later: boolean;
}

function nameAt(prose: Prose, at: number): Named | undefined {
  const word = prose.words[at] ?? "";
  const short = word.includes("gpl") ? abbreviation.exec(word) : null;
  if (short) {
    const family = `${(short[1] ?? "").toUpperCase()}GPL`;
    return { family, size: 1, later: short[3] === "+", ...(short[2] === undefined ? {} : { version: short[2] }) };
  }
  if (word !== "gnu" && word !== "general" && word !== "affero" && word !== "lesser" && word !== "library") return undefined;
  const phrase = around(prose, at, 9);
  const spelt =
    /^(?:gnu )?(?:(affero|lesser|library)(?: (?:or|and) (?:lesser|library))? )?(?:general )?public licen[cs]es?\b/.exec(phrase) ??
    /^gnu (affero|lesser|library|general) (?:licen[cs]e|public)\b/.exec(phrase);
  if (spelt) {
    if (spelt[0].startsWith("general") && /\b(?:gnu|affero|lesser|library)$/.test(around(prose, at, -1))) return undefined;
    const family = spelt[1] === "affero" ? "AGPL" : spelt[1] === "lesser" || spelt[1] === "library" ? "LGPL" : "GPL";
    return { family, size: spelt[0].split(" ").length, later: false };
  }
  const abbreviated = word === "gnu" ? abbreviation.exec(prose.words[at + 1] ?? "") : undefined;
  return abbreviated ? { ...(nameAt(prose, at + 1) as Named), size: 2 } : undefined;
}

/** The notice whose name begins at `at`; undefined where none does. Without a version the confidence is low. */
export function readGnuNotice(prose: Prose, at: number): Notice | undefined {
  const name = nameAt(prose, at);
  if (!name) return undefined;
  let end = at + name.size;
  let { version, later } = name;
  let first: string | undefined;
  if (version === undefined) {
    const words = around(prose, at, -16);
    const before = beforeName.exec(words);
    if (before) {
      version = before[1];
      later = before[2] === "+" || before[3] !== undefined;
      // "version 2 or version 3 of the GNU …"
      const another = /(?:versions?|v) ?(\d(?:\.\d+)?),? or(?: the)?\s*$/.exec(words.slice(0, before.index));
      if (another?.[1]) first = another[1];
    }
  }
  const versions: string[] = version === undefined ? [] : first === undefined ? [version] : [first, version];
  if (version === undefined) {
    let next = end;
    while (next < end + 14 && filler.has(prose.words[next] ?? "")) next++;
    const number = /^v?(\d(?:\.\d+)?)(\+)?$/.exec(prose.words[next] ?? "");
    if (number?.[1]) {
      versions.push(number[1]);
      later = number[2] === "+";
      end = next + 1;
      // "version 2 or version 3", "2 or 3"
      const another = /^or (?:versions? |v )?v?(\d(?:\.\d+)?)\b/.exec(around(prose, end, 4));
      if (another?.[1] && !later) versions.push(another[1]);
    }
  }
  const rest = around(prose, end, 22);
  if (!later && versions.length > 0) later = laterWords.test(rest) || laterElsewhere.test(rest) || rest.startsWith("+");
  return toNotice(name.family, versions, later, at, end);
}

function toNotice(family: string, versions: readonly string[], later: boolean, from: number, to: number): Notice | undefined {
  const known = versions
    .map((version) => (version.includes(".") ? version : `${version}.0`))
    .filter((version) => versionsOf[family]?.includes(version));
  if (versions.length > 0 && known.length === 0) return undefined;
  if (known.length === 0) {
    const first = family === "AGPL" ? "3.0" : (versionsOf[family]?.[0] ?? "1.0");
    return { expression: `${family}-${first}-or-later`, confidence: 0.6, from, to };
  }
  const suffix = later ? "or-later" : "only";
  return { expression: known.map((version) => `${family}-${version}-${suffix}`).join(" OR "), confidence: 0.9, from, to };
}
