// Copyright holders, from the notices in licence and notice files. The notices of licence texts themselves and unfilled templates name nobody.
import type { Evidence } from "../../subjects.ts";
import type { Check } from "../types.ts";
import { licenseFiles } from "./license.ts";

const MAX_FILES = 10;
const MAX_LINES = 5000;
const MAX_HOLDERS = 50;

export const copyright: Check = {
  id: "copyright",
  facts: ["copyrightHolders"],
  async collect(files, answers) {
    const notice = files.document(/^notice(?:s)?(?:[-_.]|$)/i, [""]);
    const sources = [...new Set([...licenseFiles(files), ...(notice ? [notice] : [])])].slice(0, MAX_FILES);
    if (sources.length === 0) return;
    const holders = new Map<string, Evidence>();
    for (const file of sources) {
      const text = await files.text(file);
      for (const { name, line } of text === undefined ? [] : holdersIn(text)) {
        if (!holders.has(name) && holders.size < MAX_HOLDERS) holders.set(name, { path: file.path, line });
      }
    }
    const names = [...holders.keys()].sort();
    if (names.length > 0) answers.set("copyrightHolders", names, ...names.map((name) => holders.get(name)));
  },
};

/** Names behind copyright notices, with their 1-based lines. */
export function holdersIn(text: string): { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = [];
  const lines = text.split("\n", MAX_LINES);
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
    .replace(/<[^>]{0,200}>|\([^)]{0,200}@[^)]{0,200}\)|https?:\/\/\S+/g, "")
    .replace(/,(?:\s*,)+/g, ",")
    .replace(/[\s,.;:*/"'#(-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
