// allmend check PURL|REPOSITORY...: one verdict each, with reasons, from the last result. A purl with a range asks where it is used.
import type { Command } from "commander";
import type { HomeImports } from "#facts";
import { AllmendError } from "#kit";
import { fill } from "#look";
import { homeImports, importsForQuestions } from "../imports/kept.ts";
import { askServer, requestUse } from "../check/on-server.ts";
import { printAnswer, type ToldRule } from "../check/print.ts";
import { disclaimer } from "../disclaimer.ts";
import { language, print, say } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { type Answer, checks, type ScanResult } from "#scan";
import { requireLastResult } from "../run-scan.ts";
import { type OfficeServer, officeServer, requireServer } from "../server.ts";
import { cliWords } from "../words.ts";

interface Flags extends CommonOptions {
  readonly product?: string;
  readonly license?: string;
  readonly request?: boolean;
  readonly answer: readonly string[];
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command.argument(
      "<what...>",
      "pkg:npm/name@1.2.3 or name@1.2.3 (may I use it?), pkg:npm/name@<2 or name (where is it used?), CVE-2021-44228 (where are we affected?), or a repository's name",
    ),
  )
    .option("--product <id>", "for which product")
    .option("--license <expression>", "licence of a component that no scan has seen")
    .option("--request", "ask the office on the server (ALLMEND_SERVER) for leave to use it")
    .option("--answer <field=text>", "an answer of the request; may be repeated", repeated, [])
    .action(async (what: string[], flags: Flags) => {
      // A program that is named is asked here: what would be allowed.
      const server = flags.program === undefined ? officeServer(process.env) : undefined;
      const said = server ? await askedOf(server, what, flags) : await answeredHere(what, flags);
      const lang = language(flags.lang);
      const about = disclaimer(lang, said.knowledge);
      const { now, knowledge, answers } = said;
      if (flags.json)
        await print(`${JSON.stringify({ schema: "allmend.check/1", now, knowledge, disclaimer: about, answers }, undefined, 2)}\n`);
      else for (const given of answers) await print(printAnswer(given, said.rules, lang));
      if (!flags.json) await print(`${about}\n`);
      if (flags.request) await request(answers, flags);
      exit(answers.some((given) => given.outcome === "deny") ? 1 : 0);
    });
}

function repeated(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

interface Said {
  readonly answers: readonly Answer[];
  readonly rules: readonly ToldRule[];
  readonly now: string;
  readonly knowledge: string;
}

async function askedOf(server: OfficeServer, what: readonly string[], { product, license }: Flags): Promise<Said> {
  const question = { ...(product === undefined ? {} : { product }), ...(license === undefined ? {} : { license }) };
  const said = [];
  for (const text of what) said.push(await askServer(server, text, question));
  const { now = "", knowledge = "" } = said[0] ?? {};
  return { answers: said.map(({ answer }) => answer), rules: said.flatMap(({ rules }) => rules), now, knowledge };
}

async function answeredHere(what: readonly string[], flags: Flags): Promise<Said> {
  const last = await requireLastResult();
  const result = flags.program === undefined ? last : await judgedBy(last, flags.program);
  const imports = flags.program === undefined ? await importsForQuestions() : await homeImports();
  const answers: Answer[] = [];
  for (const text of what) answers.push(await answer(text, result, { ...flags, imports }));
  return { answers, rules: result.program.policies.flatMap(({ rules }) => rules), now: result.now, knowledge: result.tool.knowledge };
}

async function answer(text: string, result: ScanResult, flags: Flags & { readonly imports: HomeImports }): Promise<Answer> {
  const { asksWhere, checkRepository, checkUse, impactOf, purlNamed, repositoryNamed, VULNERABILITY_ID, vulnerabilityOf } = await checks();
  if (VULNERABILITY_ID.test(text)) return vulnerabilityOf(text, result, flags.product);
  // A name is that of a repository, else of a component; what is neither is told as a repository that nobody knows.
  const named = text.startsWith("pkg:") || repositoryNamed(text, result.repositories) ? undefined : purlNamed(text, result.components);
  const purl = named ?? text;
  if (!purl.startsWith("pkg:")) return checkRepository(text, result);
  return asksWhere(purl) ? impactOf(purl, result, flags.product) : checkUse(purl, result, flags);
}

/** One case for each component: what was asked by name is requested as the version that it means. */
async function request(answers: readonly Answer[], { product, license, answer: given, lang }: Flags): Promise<void> {
  const server = requireServer(process.env);
  const about = { ...(product === undefined ? {} : { product }), ...(license === undefined ? {} : { license }), answers: given };
  for (const { asked, question } of answers) {
    if (question !== "use") {
      throw new AllmendError("bad-purl", "input", `"${asked}" is no version of a component that could be requested`, {
        hint: "Write it as pkg:npm/name@1.2.3.",
      });
    }
    const { id, phase, address } = await requestUse(server, asked, about);
    say(fill(cliWords(language(lang)).requested, { id, phase, address }, language(lang)));
  }
}

/** The same components under another program, or under this one after a change: what would be allowed. */
async function judgedBy(last: ScanResult, location: string): Promise<ScanResult> {
  const { program } = await requireProgram(findProgram(location, []));
  const products = program.organization.products.length > 0 ? program.organization.products : last.program.organization.products;
  return { ...last, program: { ...program, organization: { ...program.organization, products } } };
}
