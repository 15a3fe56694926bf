// The first run of an office: how far it is, what the wizard of `allmend init` asks, and the program that its answers make.
import { join } from "node:path";
import { readdir } from "node:fs/promises";
import { type Language, localText, wordsOf } from "#look";
import { type BusinessAnswers, businessQuestions, modelTraits, programFiles, proposeModels } from "#program";
import { inForce } from "#store";
import type { Deps } from "../../deps.ts";
import { loadOptions } from "../../judging/load-options.ts";
import { standingOf } from "../standing.ts";

/** Nobody put a program of their own in force: it is the one that came along. */
export async function isBorrowed({ database }: Pick<Deps, "database">): Promise<boolean> {
  const current = await inForce(database.sql);
  return current === undefined || (current.by === "system" && (current.origin ?? "").startsWith(join(loadOptions().packsFolder, "")));
}

export async function firstRun(deps: Deps, language: Language) {
  const [borrowed, standing, packs] = await Promise.all([isBorrowed(deps), standingOf(deps), packNames()]);
  const scanned = standing.asOf !== undefined;
  const { yes, no, notKnown, organization } = wordsOf(language).init;
  return {
    step: borrowed ? ("program" as const) : scanned ? ("done" as const) : ("scan" as const),
    asks: { organization, yes, no, notKnown },
    questions: businessQuestions.map(({ id, question }) => ({ id, question: localText(question, language) ?? id })),
    packs,
  };
}

/** The starter first: it is for whoever has no opinion yet. */
async function packNames(): Promise<string[]> {
  const entries = await readdir(loadOptions().packsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== "frameworks").map(({ name }) => name);
  return names.sort((a, b) => Number(b === "starter") - Number(a === "starter") || (a < b ? -1 : 1));
}

export interface FirstAnswers {
  readonly organization: string;
  readonly domains: readonly string[];
  readonly executives: readonly string[];
  readonly business: BusinessAnswers;
  readonly pack: string;
}

/** The documents that the answers make, and which business models they speak for. Throws AllmendError where the pack is not there. */
export async function draftProgram({ clock }: Deps, { pack, ...answers }: FirstAnswers, language: Language) {
  const files = await programFiles({ ...loadOptions(), pack, style: "extend", language, answers, now: clock().toISOString() });
  const models = (proposeModels(answers.business)?.models ?? []).map(({ model }) => ({
    model,
    strength: localText(modelTraits[model].strength, language) ?? "",
    weakness: localText(modelTraits[model].weakness, language) ?? "",
  }));
  return { files: Object.fromEntries(files), models };
}
