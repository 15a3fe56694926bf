// An answer in the words of the result: what every subject with the same inputs shares is made once.
import { compareText, formatExpression } from "#kit";
import type { PolicyArea, Position, Program } from "#program";
import { branchText } from "../licenses/branch.ts";
import type { Finding, LicenseBranch } from "../types.ts";
import type { Judgement } from "./judgement.ts";
import type { ActiveRule } from "./rules.ts";
import type { Answer } from "./speak.ts";

/** A finding whose subject, id and evidence are still to come; with places for them, so that copies are quick and keys keep their order. */
export type FindingBase = Omit<Finding, "waiver">;

export const noSubject: Pick<Finding, "id" | "subject" | "evidence"> = {
  id: "",
  subject: { kind: "usage", id: "", label: "" },
  evidence: [],
};

/** Rule ids of what no rule says. */
export function defaultRule(area: PolicyArea): string {
  return `default:${area}`;
}

export class FindingBases {
  private readonly serves: (activities: readonly string[]) => Finding["serves"];

  constructor(program: Program) {
    this.serves = servesOf(program);
  }

  of(answer: Answer, judgement: Judgement): FindingBase {
    const { unit, result } = answer;
    const rule = result?.rule.rule;
    const unknown = result && result.unknown.length > 0 ? { unknown: result.unknown } : {};
    const license = licenseOf(answer, judgement);
    return {
      id: noSubject.id,
      rule: rule?.id ?? defaultRule(unit.policy.area),
      area: unit.policy.area,
      subject: noSubject.subject,
      outcome: answer.outcome,
      because: answer.because,
      ...unknown,
      assurance: result ? assuranceOf(result.rule) : "deterministic",
      mode: unit.mode,
      facts: result?.facts ?? defaultFacts(judgement),
      evidence: noSubject.evidence,
      ...(license ? { license } : {}),
      ...(rule?.lane === undefined ? {} : { lane: rule.lane }),
      serves: this.serves(rule?.serves ?? unit.policy.serves),
      position: positionOf(rule?.position ?? unit.policy.position),
    };
  }
}

/** Positions come from many documents; only what a finding needs of them. */
function positionOf({ file, line, column }: Position): Position {
  return { file, line, column };
}

/** What the page states; else a rule is no surer than the facts that it reads. */
function assuranceOf({ rule, compiled }: ActiveRule): Finding["assurance"] {
  if (rule.assurance !== undefined) return rule.assurance;
  if (compiled.reads.some((read) => read.is === "attested")) return "attested";
  return compiled.reads.some((read) => read.is === "fact" && read.definition?.assurance === "signal") ? "signal" : "deterministic";
}

function defaultFacts({ branch }: Judgement): Finding["facts"] {
  return branch ? [{ name: "component.license", value: formatExpression(branch.whole) }] : [];
}

function licenseOf({ result, atoms }: Answer, { branch, notion }: Judgement): LicenseBranch | undefined {
  if (!branch || (result && atoms.length === 0)) return undefined;
  const chosen = branch.because ? { chosen: branchText(branch), chosenBecause: branch.because } : {};
  return {
    expression: formatExpression(branch.whole),
    notion,
    ...(notion === "concluded" ? { from: "licenses.yaml" } : {}),
    ...chosen,
    decisive: [...atoms],
  };
}

function servesOf(program: Program): (activities: readonly string[]) => Finding["serves"] {
  const objectives = new Map((program.strategy?.activities ?? []).map((activity) => [activity.id, Object.keys(activity.serves)]));
  const known = new Map<readonly string[], Finding["serves"]>();
  return (activities) => {
    const found = known.get(activities);
    if (found) return found;
    const served = [...new Set(activities.flatMap((activity) => objectives.get(activity) ?? []))].sort(compareText);
    const serves = { activities: [...activities], objectives: served };
    known.set(activities, serves);
    return serves;
  };
}
