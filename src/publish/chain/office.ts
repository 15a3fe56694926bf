// What the office answers for, in the chain: a responsibility is why activities are there and why figures are taken.
import { officeWords } from "#look";
import { languages } from "#program";
import type { ScanResult } from "#scan";
import { responsibilitiesOf } from "../office/responsibilities.ts";
import type { ChainBuilder } from "./build.ts";
import { addFigure } from "./figures.ts";

export function addResponsibilities(result: ScanResult, builder: ChainBuilder): void {
  for (const { id, standing, activities, figures } of responsibilitiesOf(result)) {
    const node = `responsibility:${id}`;
    const said = (text: (words: ReturnType<typeof officeWords>) => string) =>
      Object.fromEntries(languages.map((language) => [language, text(officeWords(language))]));
    builder.node({
      id: node,
      kind: "responsibility",
      label: said((words) => words.responsibility[id]),
      state: standing,
      told: said((words) => words.standing[standing]),
    });
    for (const activity of activities) builder.link(node, `activity:${activity.id}`);
    for (const { measure, value } of figures)
      builder.link(node, addFigure({ measure, subject: value?.subject ?? "organization", ...(value ? { value } : {}) }, builder));
  }
}
