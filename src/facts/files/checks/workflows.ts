// GitHub workflows: what they pin, what they may do, and what strangers can make them run. Definitions of OpenSSF Scorecard
// (Pinned-Dependencies, Token-Permissions, Dangerous-Workflow).
import { entriesOf, field } from "../../lockfiles/shared/data.ts";
import type { Evidence } from "../../subjects.ts";
import { type Job, type Workflow, workflowsOf } from "../shared/workflows.ts";
import type { Answers, Check } from "../types.ts";

export const workflows: Check = {
  id: "workflows",
  facts: ["workflows", "actions", "actionsPinnedShare", "actionsPinnedScore", "workflowPermissions", "dangerousWorkflows"],
  async collect(files, answers) {
    const { read, unreadable } = await workflowsOf(files);
    answers.set("workflows", read.length + unreadable.length);
    // A workflow that cannot be read leaves every sum over all of them open.
    if (unreadable.length > 0) return;
    answerActions(read, answers);
    if (read.length > 0) answerPermissions(read, answers);
    const dangerous = read.map(dangersIn).filter((dangers) => dangers.length > 0);
    answers.set("dangerousWorkflows", dangerous.length, ...dangerous.flat());
  },
};

interface Use extends Evidence {
  readonly uses: string;
}

function answerActions(read: readonly Workflow[], answers: Answers): void {
  const uses = read.flatMap(usesIn).filter(({ uses }) => !uses.startsWith("./") && !uses.startsWith("../"));
  const loose = uses.filter(({ uses }) => !isPinned(uses));
  answers.set("actions", uses.length);
  if (uses.length === 0) return;
  const evidence = loose.map(({ path, line, uses }) => ({
    ...(path ? { path } : {}),
    ...(line ? { line } : {}),
    note: uses.slice(0, 200),
  }));
  answers.set("actionsPinnedShare", (uses.length - loose.length) / uses.length, ...evidence);
  answers.set("actionsPinnedScore", pinnedScore(uses.map((use) => use.uses)));
}

/** 0 to 10: the share of GitHub's own actions that is pinned weighs 2, that of others 8; a kind that is not used weighs nothing. */
export function pinnedScore(uses: readonly string[]): number {
  const share = (chosen: readonly string[]) => chosen.filter(isPinned).length / chosen.length;
  const own = uses.filter((use) => /^(?:actions|github)\//i.test(use));
  const others = uses.filter((use) => !own.includes(use));
  const parts = [
    ...(own.length > 0 ? [{ weight: 2, share: share(own) }] : []),
    ...(others.length > 0 ? [{ weight: 8, share: share(others) }] : []),
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 10 : Math.floor((10 * parts.reduce((sum, part) => sum + part.weight * part.share, 0)) / total);
}

function usesIn({ path, jobs }: Workflow): Use[] {
  const place = (uses: string | undefined, line: number | undefined): Use[] =>
    uses === undefined ? [] : [{ path, uses: uses.trim(), ...(line === undefined ? {} : { line }) }];
  return jobs.flatMap((job) => [...place(job.uses, job.usesLine), ...job.steps.flatMap((step) => place(step.uses, step.line))]);
}

/** By a full commit id (40 digits and more; seven are not enough) or an image digest. */
export function isPinned(uses: string): boolean {
  return uses.startsWith("docker://") ? /@sha256:[0-9a-f]{64}$/i.test(uses) : /@[0-9a-f]{40,}$/i.test(uses);
}

const WIDTHS = ["restricted", "jobs-only", "missing", "write"] as const;
type Width = (typeof WIDTHS)[number];

function answerPermissions(read: readonly Workflow[], answers: Answers): void {
  const judged = read.map((workflow) => ({ workflow, width: widthOf(workflow) }));
  const widest = WIDTHS.findLast((width) => judged.some((one) => one.width === width)) ?? "restricted";
  const places = judged.filter((one) => one.width === widest).map(({ workflow }) => placeOf(workflow));
  answers.set("workflowPermissions", widest, ...places);
}

function placeOf({ path, permissionsLine }: Workflow): Evidence {
  return permissionsLine === undefined ? { path } : { path, line: permissionsLine };
}

function widthOf({ permissions, jobs }: Workflow): Width {
  if (permissions === undefined) {
    const declared = jobs.length > 0 && jobs.every((job) => job.permissions !== undefined);
    return declared ? (jobs.some((job) => job.permissions === "write-all") ? "write" : "jobs-only") : "missing";
  }
  if (permissions === "write-all") return "write";
  const wide = entriesOf(permissions).some(([scope, level]) => ["contents", "actions", "packages"].includes(scope) && level === "write");
  return wide ? "write" : "restricted";
}

// Text that anybody on the internet can choose; inside a script it becomes a part of the program.
const UNTRUSTED =
  /\bgithub\s*\.\s*(?:head_ref|event\s*\.\s*(?:issue\.(?:title|body)|pull_request\.(?:title|body|head\.(?:ref|label|repo\.default_branch))|comment\.body|review\.body|review_comment\.body|discussion\.(?:title|body)|pages\b[^}]{0,40}page_name|commits\b[^}]{0,40}(?:message|author\.(?:email|name))|head_commit\.(?:message|author\.(?:email|name))|workflow_run\.(?:head_branch|head_commit|display_title)))|\btoJSON\s*\(\s*github(?:\.event)?\s*\)/i;

function dangersIn(workflow: Workflow): Evidence[] {
  const trusted = workflow.triggers.some((trigger) => trigger === "pull_request_target" || trigger === "workflow_run");
  return workflow.jobs.flatMap((job) => [...(trusted ? checkoutsIn(workflow.path, job) : []), ...injectionsIn(workflow.path, job)]);
}

/** Code of a pull request, checked out where secrets and a token that writes are at hand. */
function checkoutsIn(path: string, job: Job): Evidence[] {
  return job.steps
    .filter((step) => /^actions\/checkout@/i.test(step.uses ?? ""))
    .filter((step) => /github\.event\.(?:pull_request|workflow_run)|github\.head_ref/i.test(String(field(step.with, "ref") ?? "")))
    .map((step) => ({
      path,
      note: "checks out code of a pull request with the rights of this repository",
      ...(step.line ? { line: step.line } : {}),
    }));
}

function injectionsIn(path: string, job: Job): Evidence[] {
  return job.steps
    .flatMap((step) => step.scripts)
    .flatMap(({ text, line }) => {
      const expression = expressionsIn(text).find((inner) => UNTRUSTED.test(inner));
      if (expression === undefined) return [];
      return [{ path, note: `a script holds text that anybody can choose: ${expression.trim().slice(0, 120)}`, ...(line ? { line } : {}) }];
    });
}

/** What stands between `${{` and `}}`. */
function expressionsIn(text: string): string[] {
  return text
    .split("${{")
    .slice(1)
    .map((rest) => rest.slice(0, Math.max(rest.indexOf("}}"), 0)));
}
