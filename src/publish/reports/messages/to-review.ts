// Message: what people have to look at.
import { fill } from "#look";
import { laneWord } from "../../shared/rules.ts";
import { stateOf } from "../../shared/states.ts";
import { mostCommon } from "../most-common.ts";
import type { StatementRule } from "../statement.ts";

export const toReview: StatementRule = {
  id: "to-review",
  condition: "Findings ask for a review. Weight 48.",
  words: {
    en: {
      title: "{count} {count|thing waits|things wait} for somebody to look.",
      text: "{review} to review, {unknown} not known yet; {lane}",
    },
    de: {
      title: "{count} {count|Sache wartet|Sachen warten} darauf, dass jemand hinsieht.",
      text: "{review} zu prüfen, {unknown} noch nicht zu beurteilen; {lane}",
    },
  },
  speak({ fresh, language }) {
    const open = fresh.filter(({ outcome }) => outcome === "review");
    const unknown = open.filter((finding) => stateOf(finding) === "unknown").length;
    const most = mostCommon(open.flatMap(({ lane }) => lane ?? []));
    const words =
      language === "de"
        ? ["am meisten wartet auf: {lane} ({count}).", "noch ist nicht gesagt, wer entscheidet."]
        : ["most lie with: {lane} ({count}).", "nobody is named to decide them."];
    const lane = most ? fill(words[0] ?? "", { lane: laneWord(most.name, language), count: most.count }, language) : (words[1] ?? "");
    return open.length === 0
      ? undefined
      : { priority: 48, state: "review", values: { count: open.length, review: open.length - unknown, unknown, lane } };
  },
};
