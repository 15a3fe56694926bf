// allmend record KIND ID: what only a person can say, said for the record; the next run hears it.
import { type Command, InvalidArgumentError } from "commander";
import { didYouMean, inEnglish } from "#kit";
import { fill } from "#look";
import { appendRecord } from "#program";
import { language, moment, print, say } from "../environment.ts";
import { findOwnProgram, noProgramOfYourOwn, requireProgram } from "../load-program.ts";
import { withCommon } from "../options.ts";
import type { RecordFlags, RecordKind } from "../record/kind.ts";
import { recordKinds } from "../record/kinds.ts";
import { lastResult } from "../run-scan.ts";
import { cliWords } from "../words.ts";

export function define(command: Command, exit: (code: number) => void): void {
  const kinds = recordKinds.map(({ id }) => id);
  withCommon(
    command
      .argument("<kind>", kinds.join(", "), kindOf)
      .argument(
        "<id>",
        'what rules ask for: attested("ID"); what a licence asks for: source, license-text, …; the version of a release; the id of a deployment or incident; the tag of a release that failed or did not (failure)',
      ),
  )
    .option("--about <subject>", "repository, product:ID …; not needed for what the organisation as a whole says")
    .requiredOption("--by <who>", "who says so: the id of a person or team")
    .option("--no-value", "it is not so (attestation); the release did not fail (failure)")
    .option("--until <date>", "the last day for which it holds (attestation)")
    .option("--because <text>", "what it rests on; why it does not apply; why it goes back")
    .option("--state <state>", "open, fulfilled or not-applicable (obligation); fulfilled where there is evidence")
    .option("--evidence <text>", "what shows that it was done (obligation)")
    .option("--license <expression>", "only what this licence asks (obligation)")
    .option("--component <purl>", "only for this component or range (obligation)")
    .option("--owner <who>", "who sees to it (obligation)")
    .option("--due <release or date>", "until when (obligation)")
    .option("--release <version>", "only for this release (obligation)")
    .option(
      "--to <state>",
      "planned, frozen, resolved, made, verified, shipped or archived (release); requested, gaps, remediation, accepted or refused (supplier-delivery)",
    )
    .option("--artifact <kind=file...>", "what was made, or is verified: notices=FILE sbom=FILE … (release)")
    .option("--archive <place>", "where everything is kept (release)")
    .option("--at <moment>", "when a deployment was finished, when an incident began; else now (deployment, incident)")
    .option("--commit <sha>", "what was deployed (deployment)")
    .option("--tag <name>", "what was deployed (deployment)")
    .option("--environment <name>", "production where nothing is said (deployment)")
    .option("--result <result>", "success or failure; success where nothing is said (deployment)")
    .option("--unplanned", "it was not planned, and mends what users saw (deployment)")
    .option("--resolved <moment>", "when it was over; said again under the same id, a line ends the incident (incident)")
    .option("--cause <ids>", "the deployment, commit or tag that brought it (incident)")
    .option("--title <text>", "what happened (incident)")
    .option("--status <status>", "not-affected, affected, fixed or under-investigation (vex)")
    .option("--justification <name>", "why it is not affected, as OpenVEX or CycloneDX name it (vex)")
    .option("--now <date>", "when it is said (ISO 8601)")
    .action(async (kind: RecordKind, id: string, flags: RecordFlags) => {
      const found = findOwnProgram(flags.program);
      if (found.fallback) throw noProgramOfYourOwn();
      const { program } = await requireProgram(found);
      const at = moment(flags.now);
      const spoken = language(flags.lang);
      const { subject, data, at: happened } = await kind.say(id, flags, program, at);
      const record = { kind: kind.id, at: happened ?? at, by: flags.by, ...(subject === undefined ? {} : { subject }), id, data };
      const file = await appendRecord(found.location, kind.file ?? `${kind.id}s`, record);
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.recorded/1", file, record })}\n`);
      await remark(subject);
      say(fill(cliWords(spoken).recorded, { file, kind: kind.id, id, subject: subject ?? program.organization.name }, spoken));
      exit(0);
    });
}

function kindOf(text: string): RecordKind {
  const kind = recordKinds.find(({ id }) => id === text);
  if (kind) return kind;
  throw new InvalidArgumentError(`what is recorded from here is: ${recordKinds.map(({ id }) => id).join(", ")}.`);
}

/** A name that the last run has not seen may be a typing mistake; the record holds all the same. */
async function remark(subject: string | undefined): Promise<void> {
  if (!subject?.startsWith("repository:")) return;
  const repositories = (await lastResult())?.repositories.map((repository) => `repository:${repository.id}`);
  if (!repositories || repositories.includes(subject)) return;
  const hint = inEnglish(didYouMean(subject, repositories));
  say(`The last run has seen no ${subject}.${hint === undefined ? "" : ` ${hint}`}`);
}
