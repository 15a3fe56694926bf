// What the readers of documents share: where problems and references go, in which language plain texts are, how placeholders are filled.
import { phrase } from "#kit";
import type { Language, LocalText, Position } from "../model.ts";
import type { Checked } from "../read/check.ts";
import { withoutFences } from "../read/fences.ts";
import type { ProblemList } from "../read/problems.ts";
import type { Path } from "../read/yaml.ts";
import type { Placeholders } from "./parameters.ts";
import type { References } from "./references.ts";

export interface Context {
  readonly problems: ProblemList;
  readonly references: References;
  readonly placeholders: Placeholders;
  readonly languages: readonly Language[];
  /** Name of the pack whose documents are read; absent for the organisation's own. */
  readonly pack?: string;
  /** `pack:name/` or nothing. */
  readonly prefix: string;
}

/** A text as a document has it, in its languages and with its placeholders filled. */
export function localText(
  value: string | LocalText | undefined,
  language: Language,
  context: Context,
  at?: Position,
): LocalText | undefined {
  if (value === undefined) return undefined;
  const fill = (text: string) => context.placeholders.text(text.trim(), context.pack === undefined ? undefined : at);
  if (typeof value === "string") return { [language]: fill(value) };
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, fill(text)]));
}

/** Prose with its placeholders filled. Unknown ones are faults of a pack only, and those in rule blocks are reported there. */
export function filledProse(body: string, file: string, context: Context): string {
  if (context.pack !== undefined) context.placeholders.text(withoutFences(body), { file, line: 1, column: 1 });
  return context.placeholders.text(body);
}

/** Checks that one day does not come before another. */
export function checkOrder(
  document: Checked<unknown>,
  first: [Path, string | undefined],
  second: [Path, string | undefined],
  context: Context,
  sameDay = false,
): void {
  const [firstPath, from] = first;
  const [secondPath, to] = second;
  if (from === undefined || to === undefined || from < to || (sameDay && from === to)) return;
  context.problems.add(
    "dates-out-of-order",
    document.position(secondPath),
    sameDay
      ? phrase`"${String(secondPath.at(-1))}" (${to}) is before "${String(firstPath.at(-1))}" (${from})`
      : phrase`"${String(secondPath.at(-1))}" (${to}) is not after "${String(firstPath.at(-1))}" (${from})`,
    {
      expected: sameDay ? phrase`${from} or a day after it` : phrase`a day after ${from}`,
    },
  );
}

/** A document that is approved, comes into force and is looked at again: in that order, the first two also on one day. */
export function checkLife(
  document: Checked<{
    readonly approved?: string | undefined;
    readonly "in-force"?: string | undefined;
    readonly review?: string | undefined;
  }>,
  context: Context,
): void {
  const { approved, "in-force": inForce, review } = document.value;
  checkOrder(document, [["approved"], approved], [["in-force"], inForce], context, true);
  checkOrder(document, inForce === undefined ? [["approved"], approved] : [["in-force"], inForce], [["review"], review], context);
}
