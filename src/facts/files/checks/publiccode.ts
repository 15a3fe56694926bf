// publiccode.yml, the passport of public software: present, and valid in what version 0.7 of the standard makes mandatory.
import { type DataObject, entriesOf, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import type { Check } from "../types.ts";

const STATUSES = ["concept", "development", "beta", "stable", "obsolete"];
const TYPES =
  "standalone/mobile standalone/iot standalone/desktop standalone/web standalone/backend standalone/other standalone/frontend addon library configurationFiles".split(
    " ",
  );
const MAINTENANCE = ["internal", "contract", "community", "none"];

export const publiccode: Check = {
  id: "publiccode",
  facts: ["hasPubliccode", "publiccodeValid"],
  async collect(files, answers) {
    const file = files.at("publiccode.yml") ?? files.at("publiccode.yaml");
    answers.set("hasPubliccode", file !== undefined, file && { path: file.path });
    const text = await files.text(file, 256 * 1024);
    if (!file || text === undefined) return;
    const { path } = file;
    try {
      const document = parseYaml(text);
      const wrong = mistakesIn(document.value);
      const evidence = wrong.map(({ key, why }) => ({
        path,
        note: `${key}: ${why}`,
        ...lineOfKey(document.lineOf(document.value, topOf(key))),
      }));
      answers.set("publiccodeValid", wrong.length === 0, ...(wrong.length === 0 ? [{ path }] : evidence));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      answers.set("publiccodeValid", false, { path, note: error.message, ...lineOfKey(error.line) });
    }
  },
};

function topOf(key: string): string {
  return key.split(".")[0] as string;
}

function lineOfKey(line: number | undefined): { line: number } | Record<string, never> {
  return line === undefined ? {} : { line };
}

interface Mistake {
  readonly key: string;
  readonly why: string;
}

/** What is missing or malformed, in the order of the standard; empty for a valid file. */
export function mistakesIn(value: unknown): Mistake[] {
  const mistakes: Mistake[] = [];
  const need = (holder: unknown, key: string, right: (found: unknown) => boolean, why: string) => {
    const found = key.split(".").reduce<unknown>((inner, part) => field(inner, part), holder);
    if (found === undefined || found === null || found === "") mistakes.push({ key, why: "missing" });
    else if (!right(found)) mistakes.push({ key, why });
  };
  need(
    value,
    "publiccodeYmlVersion",
    (found) => /^(?:0(?:\.\d+){0,2}|1\.0.*|\d+\.\d+)$/.test(String(found)),
    "not a version of the standard",
  );
  need(value, "name", isText, "not a text");
  need(value, "url", (found) => isText(found) && /^(?:https?|ssh|git):\/\/\S+$/.test(String(found)), "not the address of a repository");
  need(value, "platforms", isList, "not a list with an entry");
  need(value, "developmentStatus", oneOf(STATUSES), `none of ${STATUSES.join(", ")}`);
  need(value, "softwareType", oneOf(TYPES), `none of ${TYPES.join(", ")}`);
  need(value, "description", (found) => entriesOf(found).length > 0, "describes it in no language");
  for (const [language, words] of entriesOf(field(value, "description"))) mistakes.push(...descriptionMistakes(language, words));
  need(value, "legal.license", isText, "not a licence expression");
  need(value, "maintenance.type", oneOf(MAINTENANCE), `none of ${MAINTENANCE.join(", ")}`);
  mistakes.push(...maintenanceMistakes(objectField(value, "maintenance")));
  need(value, "localisation.localisationReady", (found) => /^(?:true|false|yes|no)$/i.test(String(found)), "neither true nor false");
  need(value, "localisation.availableLanguages", isList, "not a list with an entry");
  return mistakes;
}

function descriptionMistakes(language: string, words: unknown): Mistake[] {
  const at = `description.${language}`;
  const mistakes: Mistake[] = [];
  const short = textField(words, "shortDescription") ?? "";
  const long = textField(words, "longDescription") ?? "";
  if (short === "") mistakes.push({ key: `${at}.shortDescription`, why: "missing" });
  else if (short.trim().length > 150) mistakes.push({ key: `${at}.shortDescription`, why: "longer than 150 characters" });
  if (long === "") mistakes.push({ key: `${at}.longDescription`, why: "missing" });
  else if (long.trim().length < 150 || long.trim().length > 10_000) {
    mistakes.push({ key: `${at}.longDescription`, why: "not between 150 and 10,000 characters" });
  }
  if (!isList(field(words, "features"))) mistakes.push({ key: `${at}.features`, why: "missing, or an empty list" });
  return mistakes;
}

/** Who is to be named follows from how it is maintained. */
function maintenanceMistakes(maintenance: DataObject | undefined): Mistake[] {
  const type = textField(maintenance, "type");
  const wanted = type === "internal" || type === "community" ? "contacts" : type === "contract" ? "contractors" : undefined;
  if (wanted === undefined) return [];
  const people = field(maintenance, wanted);
  if (!isList(people)) return [{ key: `maintenance.${wanted}`, why: `missing, though maintenance is ${type}` }];
  const nameless = (people as readonly unknown[]).some((person) => !textField(person, "name"));
  return nameless ? [{ key: `maintenance.${wanted}`, why: "an entry without a name" }] : [];
}

function isText(found: unknown): boolean {
  return typeof found === "string" && found.trim() !== "";
}

function isList(found: unknown): boolean {
  return Array.isArray(found) && found.length > 0;
}

function oneOf(values: readonly string[]): (found: unknown) => boolean {
  return (found) => typeof found === "string" && values.includes(found);
}
