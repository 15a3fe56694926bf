// What the rules say to a contribution: facts that we have ourselves come before what the request says.
import { type Facts, knowledgeOf, type Subject } from "#facts";
import type { Judgement } from "#decisions";
import { atomsOf, formatAtom, parseExpression } from "#kit";
import { type AgreementCoverage, coverageOf, type FieldValues, type RecordEntry } from "#program";
import { evaluatePolicies } from "#policy";
import { judgementOf } from "./judgement-of.ts";
import { agreementsOf } from "./registers.ts";
import type { AskedResult } from "./result.ts";
import { organizationFacts } from "./subjects/organization.ts";

/** What the office knows of whoever contributes. */
export interface ContributorKnown {
  readonly person: string;
  readonly email?: string;
  readonly login?: string;
}

export interface ContributionAnswer {
  readonly judgement: Judgement;
  /** The agreement that covers them, and why; absent where none does, or no register is kept. */
  readonly coverage?: AgreementCoverage;
}

/** `fields` as the case has them; `id` names the case. */
export function judgeContribution(result: AskedResult, id: string, fields: FieldValues, who: ContributorKnown): ContributionAnswer {
  const { program, now } = result;
  const project = textOf(fields["project"]);
  const coverage = program.registers && coverageOf(program.registers, who, { direction: "outbound", about: project, on: now });
  const subject: Subject = {
    kind: "contribution",
    id: `contribution:${id}`,
    label: project,
    facts: {
      organization: organizationFacts({ program, now, organization: program.organization }),
      contribution: contributionFacts(fields, who, coverage !== undefined, program.registers?.agreements !== undefined),
      upstream: upstreamFacts(result, project, fields),
    },
  };
  const records = [...program.records, ...attestations(subject.id, fields, who.person, now)];
  const judged = evaluatePolicies(program, [subject], { now, records, permissions: true, registers: agreementsOf(program, now) });
  return { judgement: judgementOf(judged, program.digest), ...(coverage ? { coverage } : {}) };
}

type Values = NonNullable<Facts[string]>;

function contributionFacts(fields: FieldValues, { person }: ContributorKnown, covered: boolean, registered: boolean): Values {
  const { lines, secrets } = fields;
  const signed = fields["signed-off"];
  return {
    kind: textOf(fields["kind"]),
    person,
    ...(textOf(fields["identity"]) === "" ? {} : { identity: textOf(fields["identity"]) }),
    ...(typeof signed === "boolean" ? { signedOff: signed ? 1 : 0 } : {}),
    ...(typeof lines === "number" ? { lines } : {}),
    ...(typeof secrets === "number" ? { secrets } : {}),
    ...(textOf(fields["reason"]) === "" ? {} : { inWorkingTime: fields["reason"] !== "own" }),
    ...(registered ? { agreementSigned: covered } : {}),
  };
}

/** Which agreement a project asks for is known from its clone before it is said by whoever asks. */
const saidAgreements: Readonly<Record<string, string>> = { none: "none", dco: "dco", covered: "required", needed: "required" };

function upstreamFacts({ upstreams, program }: AskedResult, project: string, fields: FieldValues): Values {
  const known = upstreams.projects.find((each) => address(each.project) === address(project));
  const license = known?.license ?? textOf(fields["license"]);
  const agreement = known?.agreement ?? saidAgreements[textOf(fields["agreement"])];
  const wanted = known?.wanted ?? program.strategy?.upstreams.find((each) => address(each.project) === address(project))?.wanted;
  const expression = license === "" ? undefined : parseExpression(license);
  const strengths = expression ? atomsOf(expression).map((atom) => knowledgeOf(formatAtom(atom)).strength) : [];
  return {
    project,
    wanted: wanted ?? "consumer",
    ...(agreement === undefined ? {} : { agreement }),
    ...(strengths.length === 0
      ? {}
      : { "license.id": license, "license.strength": strengths[0], networkClause: strengths.includes("network") }),
  };
}

function address(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:https?:\/\/|git@)/, "")
    .replace(/(?:\.git)?\/?$/, "");
}

/** Who asks states what they answer with yes, and that nothing in it sets us apart. */
function attestations(subject: string, fields: FieldValues, by: string, at: string): RecordEntry[] {
  const stated = Object.entries(fields).flatMap(([id, value]) => (value === true ? [id] : []));
  if (fields["own-property"] === false) stated.push("nothing-confidential");
  return stated.map((id) => ({
    kind: "attestation",
    at,
    by,
    subject,
    id,
    data: { value: true },
    position: { file: subject, line: 1, column: 1 },
  }));
}

function textOf(value: FieldValues[string] | undefined): string {
  return typeof value === "string" ? value : "";
}
