// allmend check PURL|REPOSITORY...: one verdict each, with reasons, from the last result. A purl with a range asks where it is used.
import type { Command } from "commander";
import type { HomeImports } from "#facts";
import { type Answer, checkRepository, checkUse, impactOf } from "../check/answers.ts";
import { VULNERABILITY_ID, vulnerabilityOf } from "../check/vulnerability.ts";
import { homeImports, importsForQuestions } from "../imports/kept.ts";
import { printAnswer } from "../check/print.ts";
import { disclaimer } from "../disclaimer.ts";
import { language, print } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import type { ScanResult } from "#scan";
import { requireLastResult } from "../run-scan.ts";

interface Flags extends CommonOptions {
  readonly product?: string;
  readonly license?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command.argument(
      "<what...>",
      "pkg:npm/name@1.2.3 (may I use it?), pkg:npm/name@<2 (where is it used?), CVE-2021-44228 (where are we affected?), or a repository's name",
    ),
  )
    .option("--product <id>", "for which product")
    .option("--license <expression>", "licence of a component that no scan has seen")
    .action(async (what: string[], flags: Flags) => {
      const last = await requireLastResult();
      const result = flags.program === undefined ? last : await judgedBy(last, flags.program);
      const imports = flags.program === undefined ? await importsForQuestions() : await homeImports();
      const answers: Answer[] = [];
      for (const text of what) answers.push(await answer(text, result, { ...flags, imports }));
      const lang = language(flags.lang);
      const { knowledge } = result.tool;
      const said = { now: result.now, knowledge, disclaimer: disclaimer(lang, knowledge) };
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.check/1", ...said, answers }, undefined, 2)}\n`);
      else for (const given of answers) await print(printAnswer(given, result, lang));
      if (!flags.json) await print(`${disclaimer(lang, knowledge)}\n`);
      exit(answers.some((given) => given.outcome === "deny") ? 1 : 0);
    });
}

function answer(text: string, result: ScanResult, flags: Flags & { readonly imports: HomeImports }): Answer | Promise<Answer> {
  if (VULNERABILITY_ID.test(text)) return vulnerabilityOf(text, result, flags.product);
  if (!text.startsWith("pkg:")) return checkRepository(text, result);
  const asksWhere = /@(?:[<>=*^~|]|vers:)/.test(text) || !text.includes("@", text.lastIndexOf("/"));
  return asksWhere ? impactOf(text, result, flags.product) : checkUse(text, result, flags);
}

/** The same components under another program, or under this one after a change: what would be allowed. */
async function judgedBy(last: ScanResult, location: string): Promise<ScanResult> {
  const { program } = await requireProgram(findProgram(location, []));
  const products = program.organization.products.length > 0 ? program.organization.products : last.program.organization.products;
  return { ...last, program: { ...program, organization: { ...program.organization, products } } };
}
