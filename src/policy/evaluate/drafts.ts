// Findings while subjects stream by: one for each rule and subject id, however many uses share the id. The worst use speaks for all.
import type { Evidence, Subject } from "#facts";
import { compareText, shortHash } from "#kit";
import type { Finding } from "../types.ts";
import { addEvidence, evidenceFor } from "./evidence.ts";
import type { FindingBase } from "./finding-of.ts";
import { severity } from "./speak.ts";
import { NumberMap } from "./pair-table.ts";
import type { WaiverNote } from "./waivers.ts";

interface Draft {
  base: FindingBase;
  waiver: WaiverNote | undefined;
  label: string;
  product: string | undefined;
  evidence: readonly Evidence[];
  /** The next draft of the same subject. */
  readonly next: Draft | undefined;
}

/** Whether a finding counts at the gate and in the subject's verdict. */
export function counts(finding: Pick<Finding, "mode" | "waiver">): boolean {
  return finding.mode === "enforce" && (finding.waiver === undefined || finding.waiver.expired);
}

const none: readonly Finding[] = [];

export class Drafts {
  private readonly drafts: Draft[] = [];
  /** Places in `drafts` of the first one of each subject. */
  private readonly first = new NumberMap();

  /** `subject` by its number among the distinct ids. */
  add(number: number, subject: Subject, base: FindingBase, waiver: WaiverNote | undefined): void {
    const evidence = evidenceFor(subject, base.facts);
    for (let draft = this.firstOf(number); draft; draft = draft.next) {
      if (draft.base.rule !== base.rule) continue;
      draft.evidence = addEvidence(draft.evidence, evidence);
      if (speaksLouder(base, waiver, subject.label, draft))
        Object.assign(draft, { base, waiver, label: subject.label, product: subject.product });
      return;
    }
    const next = this.firstOf(number);
    const draft = { base, waiver, label: subject.label, product: subject.product, evidence: addEvidence([], evidence), next };
    this.first.put(number, this.drafts.push(draft) - 1);
  }

  private firstOf(number: number): Draft | undefined {
    return this.drafts[this.first.get(number)];
  }

  /** The findings of one subject. */
  findingsOf(number: number, kind: Finding["subject"]["kind"], id: string): readonly Finding[] {
    if (this.first.get(number) < 0) return none;
    const findings: Finding[] = [];
    for (let draft = this.firstOf(number); draft; draft = draft.next) findings.push(findingOf(draft, kind, id));
    return findings;
  }
}

/** What counts before what is waived, the worse before the milder, what is known before what is not, then the label, so that order of uses is nothing. */
function speaksLouder(base: FindingBase, waiver: WaiverNote | undefined, label: string, draft: Draft): boolean {
  const difference =
    Number(counts({ mode: base.mode, ...(waiver ? { waiver } : {}) })) -
      Number(counts({ mode: draft.base.mode, ...(draft.waiver ? { waiver: draft.waiver } : {}) })) ||
    severity(base.outcome) - severity(draft.base.outcome) ||
    Number(base.because === "matched") - Number(draft.base.because === "matched") ||
    compareText(draft.label, label) ||
    compareText(keyOf(draft.base), keyOf(base));
  return difference > 0;
}

function keyOf(base: FindingBase): string {
  return JSON.stringify([base.because, base.facts, base.license, base.unknown]);
}

function findingOf(draft: Draft, kind: Finding["subject"]["kind"], id: string): Finding {
  const { base, waiver, label, product, evidence } = draft;
  const finding = {
    ...base,
    id: `finding:${shortHash(base.rule, id)}`,
    subject: product === undefined ? { kind, id, label } : { kind, id, label, product },
    evidence,
  };
  return waiver ? { ...finding, because: waiver.expired ? "waiver-expired" : base.because, waiver } : finding;
}
