// The functions that a condition may call: CEL's own over texts, lists, numbers and time, and three of the house (glob, daysSince, dates).
// A new function is one entry. All are strict: what is not known goes in, what is not known comes out.
import { BOOL, type CelType, DOUBLE, DURATION, INT, listOf, STRING, TIMESTAMP } from "./cel-type.ts";
import { globMatches, longestGlob } from "./glob.ts";
import { parseDuration, parseMoment } from "./moments.ts";
import { longestMade } from "./part.ts";

/** A value that there is none of: `int("x")`. */
export const FAILED = Symbol("failed");

export interface CelFunction {
  readonly name: string;
  /** Types of the arguments; for a method the first is what stands before the dot. */
  readonly takes: readonly CelType["is"][];
  readonly gives: CelType;
  readonly method?: true;
  readonly compute: (args: never, now: number) => unknown;
  /** How many characters it reads; absent: those of its texts. */
  readonly cost?: (args: never) => number;
}

type Args1<A> = readonly [A];
type Args2<A, B> = readonly [A, B];

function method(name: string, takes: readonly CelType["is"][], gives: CelType, compute: (args: never) => unknown): CelFunction {
  return { name, takes, gives, method: true, compute };
}

function plain(name: string, takes: readonly CelType["is"][], gives: CelType, compute: CelFunction["compute"]): CelFunction {
  return { name, takes, gives, compute };
}

const DAY = 86_400_000;
const points = (text: string): string[] => [...text];
const ascii = (text: string, from: RegExp, shift: number): string =>
  text.replace(from, (letter) => String.fromCharCode(letter.charCodeAt(0) + shift));

function sizeOf([value]: Args1<string | readonly unknown[]>): number {
  return typeof value === "string" ? points(value).length : value.length;
}

function indexOf([text, piece]: Args2<string, string>, from: "indexOf" | "lastIndexOf"): number {
  const at = text[from](piece);
  return at < 0 ? -1 : points(text.slice(0, at)).length;
}

function substring([text, start, end]: readonly [string, number, number?]): unknown {
  const letters = points(text);
  const last = end ?? letters.length;
  return start < 0 || start > last || last > letters.length ? FAILED : letters.slice(start, last).join("");
}

/** Made only where it stays short: each `replace` may make a text many times as long. */
function replace([text, from, to]: readonly [string, string, string]): unknown {
  let made = text.length;
  if (from === "") {
    made += points(text).length * to.length + to.length;
  } else if (to.length > from.length) {
    for (let at = text.indexOf(from); at >= 0 && made <= longestMade; at = text.indexOf(from, at + from.length))
      made += to.length - from.length;
  }
  return made > longestMade ? FAILED : text.replaceAll(from, () => to);
}

function join(list: readonly string[], by: string): unknown {
  const made = list.reduce((sum, text) => sum + text.length + by.length, 0);
  return made > longestMade ? FAILED : list.join(by);
}

/** What is too long to compare may fit or not. */
function glob([text, pattern]: Args2<string, string>): unknown {
  return text.length > longestGlob || pattern.length > longestGlob ? FAILED : globMatches(text, pattern);
}

function toInt([value]: Args1<string | number>): unknown {
  if (typeof value === "string" && !/^[+-]?\d{1,16}$/.test(value)) return FAILED;
  const whole = Math.trunc(Number(value));
  return Number.isSafeInteger(whole) ? whole + 0 : FAILED;
}

function toDouble([value]: Args1<string | number>): unknown {
  if (typeof value === "string" && !/^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?$/.test(value)) return FAILED;
  return Number(value);
}

function daysSince([when]: Args1<number | string>, now: number): unknown {
  const from = typeof when === "string" ? parseMoment(when) : when;
  return from === undefined ? FAILED : Math.floor((now - from) / DAY);
}

export const functions: readonly CelFunction[] = [
  plain("size", ["string"], INT, sizeOf),
  plain("size", ["list"], INT, sizeOf),
  method("size", ["string"], INT, sizeOf),
  method("size", ["list"], INT, sizeOf),
  method("contains", ["string", "string"], BOOL, ([text, piece]: Args2<string, string>) => text.includes(piece)),
  method("startsWith", ["string", "string"], BOOL, ([text, piece]: Args2<string, string>) => text.startsWith(piece)),
  method("endsWith", ["string", "string"], BOOL, ([text, piece]: Args2<string, string>) => text.endsWith(piece)),
  method("lowerAscii", ["string"], STRING, ([text]: Args1<string>) => ascii(text, /[A-Z]/g, 32)),
  method("upperAscii", ["string"], STRING, ([text]: Args1<string>) => ascii(text, /[a-z]/g, -32)),
  method("trim", ["string"], STRING, ([text]: Args1<string>) => text.trim()),
  method("indexOf", ["string", "string"], INT, (args: Args2<string, string>) => indexOf(args, "indexOf")),
  method("lastIndexOf", ["string", "string"], INT, (args: Args2<string, string>) => indexOf(args, "lastIndexOf")),
  method("substring", ["string", "int"], STRING, substring),
  method("substring", ["string", "int", "int"], STRING, substring),
  method("replace", ["string", "string", "string"], STRING, replace),
  method("split", ["string", "string"], listOf(STRING), ([text, by]: Args2<string, string>) => (by === "" ? points(text) : text.split(by))),
  method("join", ["list"], STRING, ([list]: Args1<readonly string[]>) => join(list, "")),
  method("join", ["list", "string"], STRING, ([list, by]: Args2<readonly string[], string>) => join(list, by)),
  { ...plain("glob", ["string", "string"], BOOL, glob), cost: ([text, pattern]: Args2<string, string>) => text.length * pattern.length },
  plain("bool", ["bool"], BOOL, ([value]: Args1<boolean>) => value),
  plain("int", ["double"], INT, toInt),
  plain("int", ["string"], INT, toInt),
  plain("double", ["double"], DOUBLE, toDouble),
  plain("double", ["string"], DOUBLE, toDouble),
  plain("string", ["string"], STRING, ([value]: Args1<string>) => value),
  plain("string", ["bool"], STRING, ([value]: Args1<boolean>) => String(value)),
  plain("string", ["double"], STRING, ([value]: Args1<number>) => String(value)),
  plain("timestamp", ["string"], TIMESTAMP, ([text]: Args1<string>) => parseMoment(text) ?? FAILED),
  plain("timestamp", ["timestamp"], TIMESTAMP, ([value]: Args1<number>) => value),
  plain("duration", ["string"], DURATION, ([text]: Args1<string>) => parseDuration(text) ?? FAILED),
  plain("daysSince", ["timestamp"], INT, daysSince),
  plain("daysSince", ["string"], INT, daysSince),
  method("getFullYear", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCFullYear()),
  method("getMonth", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCMonth()),
  method("getDate", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCDate()),
  method("getDayOfMonth", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCDate() - 1),
  method("getDayOfWeek", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCDay()),
  method("getHours", ["timestamp"], INT, ([value]: Args1<number>) => new Date(value).getUTCHours()),
  method("getHours", ["duration"], INT, ([value]: Args1<number>) => Math.trunc(value / 3_600_000) + 0),
  method("getMinutes", ["duration"], INT, ([value]: Args1<number>) => Math.trunc(value / 60_000) + 0),
  method("getSeconds", ["duration"], INT, ([value]: Args1<number>) => Math.trunc(value / 1000) + 0),
];
