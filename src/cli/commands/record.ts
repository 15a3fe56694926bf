// allmend record attestation ID: what only a person can say, said for the record; rules that ask for it hear it from the next run on.
import { type Command, InvalidArgumentError } from "commander";
import { AllmendError } from "#kit";
import { fill } from "#look";
import { appendRecord, didYouMean, type Program, type Rule } from "#program";
import { language, moment, print, say } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { lastResult } from "../run-scan.ts";
import { cliWords } from "../words.ts";

interface Flags extends CommonOptions {
  readonly about?: string;
  readonly by: string;
  readonly value: boolean;
  readonly until?: string;
  readonly because?: string;
  readonly now?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("<kind>", "attestation", oneKind).argument("<id>", 'what rules ask for: attested("ID")'))
    .option("--about <subject>", "repository, product:ID …; not needed for what the organisation as a whole says")
    .requiredOption("--by <who>", "who says so: the id of a person or team")
    .option("--no-value", "it is not so")
    .option("--until <date>", "the last day for which it holds")
    .option("--because <text>", "what it rests on")
    .option("--now <date>", "when it is said (ISO 8601)")
    .action(async (kind: string, id: string, flags: Flags) => {
      const found = findProgram(flags.program, []);
      if (found.fallback) throw noProgram();
      const { program } = await requireProgram(found);
      const subject = subjectOf(id, flags.about, program);
      const spoken = language(flags.lang);
      const record = {
        kind,
        at: moment(flags.now),
        by: flags.by,
        ...(subject === undefined ? {} : { subject }),
        id,
        data: dataOf(flags),
      };
      const file = await appendRecord(found.location, `${kind}s`, record);
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.recorded/1", file, record })}\n`);
      await remark(subject);
      say(fill(cliWords(spoken).recorded, { file, kind, id, subject: subject ?? program.organization.name }, spoken));
      exit(0);
    });
}

function oneKind(text: string): string {
  if (text !== "attestation") throw new InvalidArgumentError("only attestations are recorded from here today.");
  return text;
}

function dataOf({ value, until, because }: Flags): Record<string, unknown> {
  return { value, ...(until === undefined ? {} : { until: moment(until).slice(0, 10) }), ...(because === undefined ? {} : { because }) };
}

/** The subject's id as rules know it; absent for the organisation. What asks for this id says what kind of thing it is about. */
function subjectOf(id: string, about: string | undefined, program: Program): string | undefined {
  const asking = program.policies.flatMap((policy) => policy.rules).filter((rule) => asksFor(rule).includes(id));
  const [first] = asking;
  if (!first) throw unknownAttestation(id, program);
  if (first.about === "organization") return undefined;
  if (about === undefined) {
    throw new AllmendError("record-without-subject", "input", `${id} is about a ${first.about}, and none is named`, {
      hint: `Add --about ${first.about === "product" ? "product:ID" : `${first.about}:NAME`}.`,
    });
  }
  return about.startsWith(`${first.about}:`) ? about : `${first.about}:${about}`;
}

function asksFor(rule: Rule): string[] {
  return [...rule.when.matchAll(/\battested\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1] ?? "");
}

function unknownAttestation(id: string, program: Program): AllmendError {
  const known = [...new Set(program.policies.flatMap((policy) => policy.rules.flatMap(asksFor)))].sort();
  const hint =
    didYouMean(id, known) ?? (known.length === 0 ? "No rule of this program asks anybody." : `They ask for: ${known.join(", ")}.`);
  return new AllmendError("unknown-attestation", "not-found", `no rule asks for "${id}"`, { hint });
}

/** A name that the last run has not seen may be a typing mistake; the record holds all the same. */
async function remark(subject: string | undefined): Promise<void> {
  if (!subject?.startsWith("repository:")) return;
  const repositories = (await lastResult())?.repositories.map((repository) => `repository:${repository.id}`);
  if (!repositories || repositories.includes(subject)) return;
  const hint = didYouMean(subject, repositories);
  say(`The last run has seen no ${subject}.${hint === undefined ? "" : ` ${hint}`}`);
}

function noProgram(): AllmendError {
  return new AllmendError("no-program", "input", "there is no program of your own in which it could be recorded", {
    hint: 'Write one with "allmend init", or name it with --program.',
  });
}
