// Security Insights: the keys that its version demands (https://security-insights.openssf.org, 2.2; 1.0 for files of that name).
import { field, objectField } from "../../lockfiles/shared/data.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";
import type { Answers, Check } from "../types.ts";

const FOLDERS = ["", ".github/"];
const VERSION_2 = ["header.schema-version", "header.last-updated", "header.last-reviewed", "header.url"];
/** Where a project describes itself, and where a repository does: one of the two has to be there. */
const PROJECT = [
  "name",
  "administrators",
  "repositories",
  "vulnerability-reporting.reports-accepted",
  "vulnerability-reporting.bug-bounty-available",
];
const REPOSITORY = [
  "url",
  "status",
  "accepts-change-request",
  "accepts-automated-change-request",
  "core-team",
  "license.url",
  "license.expression",
  "security.assessments.self",
];
const VERSION_1 = [
  "header.schema-version",
  "header.expiration-date",
  "header.project-url",
  "project-lifecycle.status",
  "contribution-policy.accepts-pull-requests",
  "vulnerability-reporting.accepts-vulnerability-reports",
];

/** The first of the places that version 2 knows, else that of version 1. */
function insightsFile(files: FileIndex): Entry | undefined {
  const at = (name: string) => FOLDERS.map((folder) => files.at(`${folder}${name}`)).find((file) => file !== undefined);
  return at("security-insights.yml") ?? at("security-insights.yaml");
}

export const securityInsights: Check = {
  id: "security-insights",
  facts: ["hasSecurityInsights", "securityInsightsMistakes", "securityInsightsReviewed"],
  async collect(files, answers) {
    const file = insightsFile(files);
    answers.set("hasSecurityInsights", file !== undefined, file && { path: file.path });
    const text = await files.text(file);
    if (file && text !== undefined) answerContent(file.path, text, answers);
  },
};

function answerContent(path: string, text: string, answers: Answers): void {
  const { value } = parseYaml(text);
  const missing = insightsMistakes(value);
  answers.set("securityInsightsMistakes", missing, ...missing.map((note) => ({ path, note })));
  const reviewed = field(objectField(value, "header"), "last-reviewed");
  const date = /^\d{4}-\d{2}-\d{2}/.exec(String(reviewed ?? ""))?.[0];
  if (date !== undefined) answers.set("securityInsightsReviewed", date, { path });
}

/** Keys that are missing, in the order of the standard. */
export function insightsMistakes(value: unknown): string[] {
  const lacks = (keys: readonly string[], prefix = "") => keys.map((key) => `${prefix}${key}`).filter((key) => isMissing(value, key));
  const version = String(field(objectField(value, "header"), "schema-version") ?? "");
  if (version.startsWith("1")) return lacks(VERSION_1);
  const parts = [
    objectField(value, "project") && lacks(PROJECT, "project."),
    objectField(value, "repository") && lacks(REPOSITORY, "repository."),
  ];
  const told = parts.filter((part) => part !== undefined);
  // A repository may lean on its project's file instead of describing the project.
  return [...lacks(VERSION_2), ...(told.length === 0 ? ["project or repository"] : told.flat())];
}

function isMissing(value: unknown, key: string): boolean {
  const found = key.split(".").reduce<unknown>((inner, part) => field(inner, part), value);
  return found === undefined || found === null || found === "";
}
