// OpenSSF Scorecard's JSON: one document, a list, or one for each line (as its exports are). https://github.com/ossf/scorecard
import { arrayField, asArray, asObject, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { textOf } from "../shared/documents.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink, ScorecardCheck } from "../types.ts";

export async function readScorecard(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const documents = documentsIn(await textOf(input.path));
  if (!documents.some((document) => arrayField(document, "checks") !== undefined)) {
    throw new Unreadable(
      "Not a result of Scorecard: there are no checks",
      undefined,
      "scorecard --repo=github.com/OWNER/NAME --format=json",
    );
  }
  const projects = new Set<string>();
  let at: string | undefined;
  for (const [index, document] of documents.entries()) {
    const name = take(document, `document ${index + 1}`, sink);
    if (name !== undefined) projects.add(name);
    const made = momentOf(textField(document, "date"));
    if (made !== undefined && (at === undefined || made > at)) at = made;
  }
  const [only] = projects;
  return { ...(projects.size === 1 && only !== undefined ? { replaces: only } : {}), ...(at === undefined ? {} : { at }) };
}

function documentsIn(text: string): readonly unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => line.startsWith("{") && line.trimEnd().endsWith("}"))) return lines.map(parseJson);
  const document = parseJson(text);
  return asArray(document) ?? [document];
}

function take(document: unknown, where: string, sink: ImportSink): string | undefined {
  const repo = field(document, "repo");
  const name = (typeof repo === "string" ? repo : textField(repo, "name"))?.replace(/^https?:\/\//, "").replace(/\.git$/, "");
  const checks = arrayField(document, "checks");
  if (name === undefined || name === "" || name.length > 300 || !checks) {
    sink.notUnderstood("a result names no repository or has no checks", where);
    return undefined;
  }
  const commit = textField(objectField(document, "repo"), "commit");
  const score = field(document, "score");
  sink.scorecard({
    project: name,
    ...(commit === undefined || commit === "" ? {} : { commit: commit.slice(0, 64) }),
    ...(typeof score === "number" && score >= 0 && score <= 10 ? { score } : {}),
    checks: checks.flatMap(checkOf),
  });
  return name;
}

/** A score of -1 says that the check could not tell. */
function checkOf(entry: unknown): ScorecardCheck[] {
  const name = textField(entry, "name");
  if (name === undefined || !asObject(entry)) return [];
  const score = field(entry, "score");
  const reason = oneLine(textField(entry, "reason"), 300);
  return [
    {
      name: name.slice(0, 100),
      ...(typeof score === "number" && score >= 0 && score <= 10 ? { score } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}
