// Headers and notices in source files, beside Debian's licensecheck. The truth is the file's own SPDX tag, taken out before anybody reads it where other
// words on the licence remain; without one, the licence of the project, where the header names it and no other.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseExpression } from "#kit";
import { identifyBytes, identifyPaths, readLicenseField } from "../src/facts/licenses/index.ts";
import { runLicensecheck } from "./licensecheck.ts";
import { packageFiles, type RealFile, repositoryFiles } from "./real-files.ts";

interface HeaderCase {
  readonly path: string;
  readonly text: string;
  /** Families, sorted. */
  readonly expected: string;
  readonly truth: "tag, as it is" | "tag, taken out" | "project";
}

const source =
  /\.(?:[cm]?[jt]sx?|css|scss|less|c|h|cc|cpp|hpp|cs|go|java|kt|scala|py|rb|pl|pm|sh|php|rs|ex|exs|lua|swift|m4|ac|am|xml|sql)$/;
const minified = /\.min\.|\/(?:dist|umd|bundle)\//;
const tagLine = /^.*SPDX-License-Identifier:\s*([^\r\n*]+?)\s*(?:\*\/|-->)?\s*$/m;
const headSize = 5000;
/** How families call themselves in headers. */
const familyNames: readonly (readonly [family: string, name: RegExp])[] = [
  ["MIT", /\bMIT\b/],
  ["Apache-2.0", /\bApache\b/i],
  ["ISC", /\bISC\b/],
  ["MPL-2.0", /\bMPL\b|Mozilla Public/i],
  ["BSD-3-Clause", /\bBSD\b|Redistribution and use/i],
  ["BSD-2-Clause", /\bBSD\b|Redistribution and use/i],
  ["0BSD", /\b0BSD\b|Zero.Clause/i],
  ["Unlicense", /unlicen[cs]e/i],
  ["BlueOak-1.0.0", /Blue Oak/i],
  ["GPL", /\bL?A?GPL|General Public/i],
];

export async function run(): Promise<void> {
  const cases = await collect();
  if (cases.length === 0) {
    process.stdout.write("skipped: neither repositories nor packages are there\n");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "allmend-headers-"));
  try {
    const paths = cases.map(({ path, text }, at) => {
      mkdirSync(join(folder, `${at}`));
      const file = join(folder, `${at}`, basename(path));
      writeFileSync(file, text);
      return file;
    });
    await compare(cases, paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function collect(): Promise<HeaderCase[]> {
  const wanted = (path: string): boolean => source.test(path) && !minified.test(path);
  const cases: HeaderCase[] = [];
  for await (const file of repositoryFiles(80, wanted)) cases.push(...casesOf(file));
  for (const file of packageFiles(8, wanted)) cases.push(...casesOf(file));
  // One of each header of a project: the same words a hundred times say no more.
  const seen = new Set<string>();
  return cases.filter(({ path, text }) => {
    const key = `${path.split("/", 1)[0]} ${text.slice(0, 1200).replace(/\d+|@[\w-]+ \S+/g, "")}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function casesOf(file: RealFile): HeaderCase[] {
  const tagged = fromTag(file);
  return tagged.length > 0 ? tagged : fromProject(file);
}

function fromTag({ path, bytes }: RealFile): HeaderCase[] {
  const text = Buffer.from(bytes).toString("utf8");
  const head = text.slice(0, headSize);
  const tag = tagLine.exec(head);
  if (!tag?.[1] || (head.match(/SPDX-License-Identifier/g) ?? []).length > 1) return [];
  const expected = families(tag[1]);
  if (expected === "") return [];
  const rest = text.slice(0, tag.index) + text.slice(tag.index + tag[0].length);
  const words = rest.slice(0, headSize);
  const hasNotice = /licen[cs]ed (?:as|under|to)|permission is hereby|redistribut/i.test(words);
  return [
    { path, text, expected, truth: "tag, as it is" },
    ...(hasNotice ? [{ path, text: rest, expected, truth: "tag, taken out" as const }] : []),
  ];
}

function fromProject({ path, bytes, declared }: RealFile): HeaderCase[] {
  const text = Buffer.from(bytes).toString("utf8");
  const comment = /^(?:#!.*\n)?(?:['"]use strict['"];?\s*)?\s*((?:\/\*[\s\S]{20,4000}?\*\/|(?:\/\/.*\n){2,}|(?:#.*\n){2,}))/.exec(
    text,
  )?.[1];
  if (!comment || !/licen[cs]/i.test(comment)) return [];
  const expected = families(readLicenseField(declared)?.expression ?? "");
  const own = familyNames.find(([family]) => family.toLowerCase() === expected)?.[1];
  const others = familyNames.some(([, name]) => name.source !== own?.source && name.test(comment));
  return own?.test(comment) && !others ? [{ path, text, expected, truth: "project" }] : [];
}

/** The ids of an expression without "only" and "or later", sorted. */
function families(expression: string): string {
  const words = expression.split(/[\s()]+|\band\/or\b/i).filter((word) => word !== "" && !/^(?:and|or|and\/or)$/i.test(word));
  const ids = words.map((word) => word.replace(/-(?:only|or-later)$|\+$/i, "").toLowerCase());
  return parseExpression(expression) || /\band\/or\b/.test(expression) ? [...new Set(ids)].sort().join(" ") : "";
}

async function compare(cases: readonly HeaderCase[], paths: readonly string[]): Promise<void> {
  identifyBytes(Buffer.from("MIT License"));
  const ours: string[] = [];
  const start = process.cpuUsage();
  for await (const { expression } of identifyPaths(paths)) ours.push(families(expression ?? ""));
  const used = process.cpuUsage(start);
  const ourTime = (used.user + used.system) / 1000;
  const debian = runLicensecheck(paths);
  const theirs = debian && { ms: debian.ms, answers: debian.answers.map(families) };
  const kinds = [...new Set(cases.map(({ truth }) => truth))];
  process.stdout.write("| truth | cases | allmend right % | wrong % | licensecheck right % | wrong % |\n|---|--:|--:|--:|--:|--:|\n");
  for (const kind of [...kinds, undefined]) {
    const chosen = cases.flatMap((one, at) => (kind === undefined || one.truth === kind ? [at] : []));
    const share = (answers: readonly string[] | undefined, of: (answer: string, expected: string) => boolean): string =>
      answers ? ((100 * chosen.filter((at) => of(answers[at] ?? "", cases[at]?.expected ?? "")).length) / chosen.length).toFixed(1) : "-";
    const right = (answer: string, expected: string): boolean => answer === expected;
    const wrong = (answer: string, expected: string): boolean => answer !== "" && answer !== expected;
    const row = [
      kind ?? "**all**",
      chosen.length,
      share(ours, right),
      share(ours, wrong),
      share(theirs?.answers, right),
      share(theirs?.answers, wrong),
    ];
    process.stdout.write(`| ${row.join(" | ")} |\n`);
  }
  const speed = (ms: number): string => Math.round((paths.length / ms) * 1000).toLocaleString("en");
  process.stdout.write(`\nThe same ${paths.length} files from disk, in seconds of one core: allmend ${speed(ourTime)} files a second`);
  process.stdout.write(
    theirs ? `, licensecheck ${speed(theirs.ms)}.\n` : "; licensecheck is not installed (apt-get install licensecheck).\n",
  );
  const misses = cases.flatMap(({ path, expected, truth }, at) =>
    ours[at] === expected
      ? []
      : [`- ${path} (${truth}): ${expected}, not ${ours[at] || "nothing"}; licensecheck: ${theirs?.answers[at] || "nothing"}`],
  );
  process.stdout.write(`\nOur misses:\n\n${misses.slice(0, 60).join("\n")}\n`);
}
