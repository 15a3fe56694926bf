// How to report a vulnerability, and what a project says of its own security.
import { holds, where } from "../judge.ts";
import type { RepositoryCheck } from "../types.ts";

export const security: readonly RepositoryCheck[] = [
  {
    id: "security.present",
    group: "files",
    title: { en: "Security policy", de: "Sicherheitsrichtlinie" },
    definition:
      "security.{md,markdown,adoc,rst} at the root, in .github/ or docs/, or doc/security.rst; in this clone: one in the organisation's .github repository is not seen.",
    remedy: {
      en: "Add SECURITY.md: where to report, and what happens then.",
      de: "SECURITY.md schreiben: wo man meldet und was dann geschieht.",
    },
    sources: ["Scorecard securityPolicyPresent", "OSPS-VM-02.01", "CLOMonitor security_policy"],
    reads: ["hasSecurityPolicy"],
    judge: holds("hasSecurityPolicy"),
  },
  {
    id: "security.score",
    group: "files",
    title: { en: "Security policy says enough", de: "Sicherheitsrichtlinie sagt genug" },
    definition:
      "6 for a link or a mail address, 3 for text beyond them, 1 for more than one word on disclosure or number of days; passes with 10; not applicable without a policy.",
    remedy: { en: "Name an address, the steps, and by when you answer.", de: "Adresse, Ablauf und Antwortfrist nennen." },
    sources: ["Scorecard Security-Policy", "OSPS-VM-01.01", "OSPS-VM-03.01"],
    reads: ["securityPolicyScore"],
    shows: "securityPolicyScore",
    judge: where("hasSecurityPolicy", (known) => {
      const score = known.number("securityPolicyScore");
      return score === undefined ? undefined : score === 10;
    }),
    score: (known) => (known.flag("hasSecurityPolicy") === false ? 0 : known.number("securityPolicyScore")),
  },
  {
    id: "insights.present",
    group: "files",
    title: { en: "Security Insights", de: "Security Insights" },
    definition: "security-insights.yml or .github/security-insights.yml, or SECURITY-INSIGHTS.yml of version 1.",
    remedy: { en: "Add security-insights.yml.", de: "security-insights.yml hinzufügen." },
    sources: ["CLOMonitor security_insights", "Security Insights 2.2"],
    reads: ["hasSecurityInsights"],
    indicator: true,
    judge: holds("hasSecurityInsights"),
  },
  {
    id: "insights.valid",
    group: "files",
    title: { en: "Security Insights valid", de: "Security Insights gültig" },
    definition: "The file holds the keys that its version demands, and was reviewed in the last 365 days; not applicable without one.",
    remedy: { en: "Fill in what is missing and set last-reviewed.", de: "Fehlendes ergänzen und last-reviewed setzen." },
    sources: ["Security Insights 2.2"],
    reads: ["securityInsightsMistakes", "securityInsightsReviewed"],
    judge: where("hasSecurityInsights", (known) => {
      const mistakes = known.list("securityInsightsMistakes");
      const age = known.number("securityInsightsAgeDays");
      return mistakes === undefined ? undefined : mistakes.length === 0 && age !== undefined && age <= 365;
    }),
  },
];
