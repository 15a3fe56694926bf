// A beginning for a policy page of the organisation's own beside what its pack brings: its head, and the rule that somebody wants to have otherwise.
import { stringify } from "yaml";
import { localText } from "#look";
import type { PolicyArea, Program } from "#program";

/** `page`: the pack's page on which the rule stands. */
export function newPolicy(area: PolicyArea, program: Program, rule: string | undefined, page: string | undefined): string {
  const policy = program.policies.find((one) => one.area === area);
  const language = program.organization.languages[0] ?? "en";
  const title = localText(policy?.title, language) ?? area;
  const owner = policy?.owner ?? program.organization.teams[0]?.id;
  const head = {
    policy: area,
    title: policy?.title ?? { [language]: title },
    state: "draft",
    ...(owner === undefined ? {} : { owner }),
    serves: [...(policy?.serves ?? [])],
  };
  return `---\n${stringify(head)}---\n\n# ${title}\n\n${rule === undefined || page === undefined ? "" : (passageOf(page, rule) ?? "")}`;
}

/** The sentence above a rule, and the rule. */
function passageOf(page: string, id: string): string | undefined {
  const lines = page.split("\n");
  const at = lines.findIndex((line) => line.trim() === `id: ${id}`);
  const open = lines.lastIndexOf("```yaml rule", at);
  const close = lines.findIndex((line, index) => index > at && line.startsWith("```"));
  if (at < 0 || open < 0 || close < 0) return undefined;
  let from = open - 1;
  while (from > 0 && lines[from]?.trim() === "") from--;
  while (from > 0 && lines[from - 1]?.trim() !== "" && !lines[from - 1]?.startsWith("```")) from--;
  return `${lines.slice(from, close + 1).join("\n")}\n`;
}
