// Copyright holders, from the notices in licence and notice files, else at the top of source files. The notices of licence texts themselves and
// unfilled templates name nobody: where all of these were read and name nobody, that is an answer.
import type { Evidence } from "../../subjects.ts";
import { depth, type Entry, type FileIndex } from "../shared/file-index.ts";
import { isAside, isTestData } from "../shared/vendored.ts";
import type { Check } from "../types.ts";
import { isSource } from "../../source-files.ts";
import { licenseFiles } from "./license.ts";

const MAX_FILES = 10;
const MAX_LINES = 5000;
const MAX_HOLDERS = 50;
/** Source files whose heads are read where no licence file names anybody: a project that writes headers writes them everywhere. */
const MAX_SOURCES = 20;
const MAX_SOURCE_BYTES = 200_000;
const HEAD_LINES = 40;

export const copyright: Check = {
  id: "copyright",
  facts: ["copyrightHolders"],
  async collect(files, answers) {
    const notice = files.document(/^notice(?:s)?(?:[-_.]|$)/i, [""]);
    const named = [...new Set([...licenseFiles(files), ...(notice ? [notice] : [])])].slice(0, MAX_FILES);
    const holders = new Map<string, Evidence>();
    let unread = await gather(files, named, MAX_LINES, holders);
    const sources = holders.size === 0 ? someSources(files) : [];
    unread += await gather(files, sources, HEAD_LINES, holders);
    const names = [...holders.keys()].sort();
    if (names.length > 0) answers.set("copyrightHolders", names, ...names.map((name) => holders.get(name)));
    else if (unread === 0 && named.length > 0) answers.set("copyrightHolders", [], ...named.map(({ path }) => ({ path })));
  },
};

/** Adds the holders that these files name; gives the number of files that could not be read. */
async function gather(files: FileIndex, from: readonly Entry[], lines: number, holders: Map<string, Evidence>): Promise<number> {
  let unread = 0;
  for (const file of from) {
    const text = await files.text(file);
    if (text === undefined) unread++;
    for (const { name, line } of text === undefined ? [] : holdersIn(text, lines)) {
      if (!holders.has(name) && holders.size < MAX_HOLDERS) holders.set(name, { path: file.path, line });
    }
  }
  return unread;
}

/** Our own source files nearest to the top; never more than a few. */
function someSources(files: FileIndex): Entry[] {
  return files.tree.files
    .filter(({ path, kind, size }) => kind === "file" && size !== undefined && size <= MAX_SOURCE_BYTES && isSource(path))
    .filter(({ path }) => !isAside(path) && !isTestData(path))
    .sort((a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_SOURCES)
    .map((file) => ({ ...file, name: file.path.slice(file.path.lastIndexOf("/") + 1) }));
}

/** Names behind copyright notices, with their 1-based lines. */
export function holdersIn(text: string, most = MAX_LINES): { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = [];
  const lines = text.split("\n", most);
  lines.forEach((line, at) => {
    const name = line.length > 300 ? undefined : holderOf(line);
    if (name !== undefined) found.push({ name, line: at + 1 });
  });
  return found;
}

const START = /^[\s/*#;%"'>|.-]{0,20}(?:portions(?: are)? )?/i;
const MARKS = /^(?:SPDX-FileCopyrightText:|copyright\b|©|\(c\)|&copy;|[:,\s])+/i;
const YEARS = /^(?:\d{4}(?:\s?[-–—,/]\s?(?:\d{2,4}|present|current|now|today))*[\s,.;:]*|present[\s,]*|by\s)+/i;
// The notices of the texts themselves, and what stands where a name is to be filled in.
const TEXTS_OWN =
  /free software foundation|creative commons corp|open source initiative|sam hocevar|the perl foundation|lawrence e?\.? ?rosen/i;
const TEMPLATE =
  /[[<{]\s?(?:yyyy|year|name|fullname|full name|owner|author|copyright|holder|your|insert)|name of (?:the )?(?:author|copyright)|^your name/i;
// "Copyright Holder means …": a sentence of the text, not a notice.
const SENTENCE =
  /^(?:owners?|holders?|notices?|licen[cs]es?|statements?|laws?|interests?|acts?|offices?|infringement|management|protection|and|or|in|is|to|of|on)\b/i;

function holderOf(line: string): string | undefined {
  const text = line.slice(START.exec(line)?.[0].length ?? 0);
  const marks = MARKS.exec(text)?.[0] ?? "";
  const rest = text.slice(marks.length);
  const years = YEARS.exec(rest)?.[0] ?? "";
  const name = tidy(rest.slice(years.length));
  if (!isNotice(marks, years, name) || name.length < 2 || name.length > 120) return undefined;
  if (TEMPLATE.test(line) || TEXTS_OWN.test(name) || SENTENCE.test(name)) return undefined;
  return /\p{L}/u.test(name) ? name : undefined;
}

/** `© X`, `(c) 2020 X`, `Copyright 2020 X`, `Copyright (c) X`, `Copyright X`; a lone `(c)` is an item of a list. */
function isNotice(marks: string, years: string, name: string): boolean {
  if (/©|&copy;|SPDX/i.test(marks)) return true;
  const word = /copyright/i.test(marks);
  if (years !== "") return word || /\(c\)/i.test(marks);
  return word && (/\(c\)/i.test(marks) || marks.startsWith("Copyright")) && /^\p{Lu}/u.test(name);
}

function tidy(text: string): string {
  return text
    .replace(/all rights reserved.*$/i, "")
    .replace(/<[^>]{0,200}>|\([^)@]{0,200}@[^)]{0,200}\)|https?:\/\/\S+/g, "")
    .replace(/,(?:\s*,)+/g, ",")
    .replace(/[\s,.;:*/"'#(-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
