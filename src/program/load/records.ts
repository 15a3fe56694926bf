// records/*.jsonl: one line for each thing that somebody added. A line that was torn off while it was written is no loss of the others.
import { phrase } from "#kit";
import type { RecordEntry, Waiver } from "../model.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { YamlPage } from "../read/yaml.ts";
import { waiver as waiverSchema } from "../schema/licenses.ts";
import { recordLine } from "../schema/other.ts";
import { harm, isHarmless, longestLine } from "../records/line.ts";
import { obligationData } from "../records/obligation.ts";
import { releaseData } from "../releases/replay.ts";
import { LineCounter } from "yaml";
import type { Context } from "./context.ts";
import { readWaiver } from "./licenses.ts";

export interface Records {
  readonly entries: readonly RecordEntry[];
  /** Records of kind `waiver`, which hold like those in licenses.yaml. */
  readonly waivers: readonly Waiver[];
}

export function readRecords(files: Files, context: Context): Records {
  const entries: RecordEntry[] = [];
  const waivers: Waiver[] = [];
  for (const [path, content] of files) {
    if (!path.startsWith("records/")) continue;
    const file = `${context.prefix}${path}`;
    const lines = content.split("\n");
    for (const [index, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const last = index === lines.length - 1;
      const entry = readLine(line, file, index + 1, last, context);
      if (!entry) continue;
      if (!checkData(entry, context)) continue;
      entries.push(entry);
      const waiver = entry.kind === "waiver" ? waiverOf(entry, context) : undefined;
      if (waiver) waivers.push(waiver);
    }
  }
  return { entries, waivers };
}

/** A page over a value that was read as JSON: every place in it is its line. */
function pageOf(value: unknown, file: string, line: number): YamlPage {
  return new YamlPage({ file, text: "", place: () => ({ line, column: 1 }) }, new LineCounter(), undefined, value);
}

/** `last` is the text after the last line break: whole lines end with one. */
function readLine(line: string, file: string, number: number, last: boolean, context: Context): RecordEntry | undefined {
  const at = { file, line: number, column: 1 };
  if (line.length > longestLine) {
    context.problems.add("record-malformed", at, phrase`the line is longer than ${longestLine} characters`);
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (last)
      context.problems.warn("record-torn", at, phrase`the last line is incomplete; it is left out`, {
        hint: phrase`Complete or remove it; the lines above hold.`,
      });
    else
      context.problems.add("record-malformed", at, phrase`the line is not JSON (${reason})`, {
        expected: phrase`one JSON object in a line`,
      });
    return undefined;
  }
  if (!isHarmless(value)) {
    context.problems.add("record-malformed", at, phrase`the record ${harm}`);
    return undefined;
  }
  const document = checkDocument(recordLine, pageOf(value, file, number), context.problems);
  if (!document) return undefined;
  const { schema: _, data, ...rest } = document.value;
  return { ...rest, data: data ?? {}, position: at };
}

/** Kinds whose data have a form: a record without it says nothing, and is reported. */
const forms = { obligation: obligationData, release: releaseData } as const;

function checkData(entry: RecordEntry, context: Context): boolean {
  if (!Object.hasOwn(forms, entry.kind)) return true;
  const { file, line } = entry.position;
  const { subject = "", id } = entry;
  if (id === undefined || !subject.startsWith("product:")) {
    const expected =
      entry.kind === "release"
        ? phrase`subject product:ID, and the version as id`
        : phrase`subject product:ID, and the kind of obligation as id`;
    context.problems.add("record-malformed", entry.position, phrase`the ${entry.kind} does not say what it is about`, { expected });
    return false;
  }
  context.references.need(["product"], subject.slice("product:".length), entry.position);
  return checkDocument(forms[entry.kind as keyof typeof forms], pageOf(entry.data, file, line), context.problems) !== undefined;
}

function waiverOf(entry: RecordEntry, context: Context): Waiver | undefined {
  const { file, line } = entry.position;
  const document: Checked<ReturnType<typeof waiverSchema.parse>> | undefined = checkDocument(
    waiverSchema,
    pageOf(entry.data, file, line),
    context.problems,
  );
  return document && readWaiver(document.value, document, [], context);
}
