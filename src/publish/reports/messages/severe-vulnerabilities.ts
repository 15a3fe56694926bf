// Message: severe known vulnerabilities are open.
import { openVulnerabilities } from "../../shared/vulnerabilities.ts";
import type { StatementRule } from "../statement.ts";

export const severeVulnerabilities: StatementRule = {
  id: "severe-vulnerabilities",
  condition: "Open known vulnerabilities of critical or high severity. Weight 84.",
  words: {
    en: {
      title: "{count} severe known {count|vulnerability is|vulnerabilities are} open.",
      text: "{critical} critical, {high} high; {fixable} {fixable|has|have} a mended version already.",
    },
    de: {
      title: "{count} schwere bekannte {count|Schwachstelle ist|Schwachstellen sind} offen.",
      text: "{critical} kritisch, {high} hoch; für {fixable} gibt es schon eine geflickte Version.",
    },
  },
  speak({ result }) {
    const open = openVulnerabilities(result);
    const ids = (keep: (one: (typeof open)[number]) => boolean) =>
      new Set(open.filter(keep).map(({ vulnerability }) => vulnerability.id)).size;
    const critical = ids(({ vulnerability }) => vulnerability.severity === "critical");
    const high = ids(({ vulnerability }) => vulnerability.severity === "high");
    const fixable = ids(
      ({ vulnerability: { severity }, affect }) => (severity === "critical" || severity === "high") && affect.fixed !== undefined,
    );
    return critical + high === 0 ? undefined : { priority: 84, state: "deny", values: { count: critical + high, critical, high, fixable } };
  },
};
