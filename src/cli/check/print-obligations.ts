// What the licence of a component asks, and whether it goes together with ours, for people: the same duty in several products is told once.
import { compatibilityWords, fill, type Language, obligationWords, wordFor } from "#look";
import type { Answer, Obligation } from "#scan";

export function obligationLines(obligations: readonly Obligation[], language: Language): string[] {
  if (obligations.length === 0) return [];
  const words = obligationWords(language);
  const groups = Map.groupBy(obligations, ({ kind, license, state }) => `${kind}\n${license}\n${state}`);
  const lines = [...groups.values()].map((group) => lineOf(group, language));
  return [`${words.title}:`, ...lines];
}

function lineOf(group: readonly Obligation[], language: Language): string {
  const words = obligationWords(language);
  const [first] = group;
  if (!first) return "";
  const what = wordFor(words.obligation, first.kind);
  const source = first.kind === "unknown" ? "" : `  (${first.source})`;
  const evidence = first.evidence === undefined ? "" : `  ${fill(words.evidence, { text: first.evidence }, language)}`;
  const because = first.because === undefined ? "" : `  ${fill(words.because, { text: first.because }, language)}`;
  return `  ${wordFor(words.states, first.state)} [${group.map(({ product }) => product).join(", ")}]: ${what}${source}${evidence}${because}`;
}

/** Only what is not plainly fine is told. */
export function compatibilityLines(answers: NonNullable<Answer["compatibility"]>, language: Language): string[] {
  const words = compatibilityWords(language);
  const told = answers.filter(({ compatible, reason }) => compatible !== "yes" && reason !== "unknown-licence");
  const groups = Map.groupBy(told, ({ outbound, compatible, reason }) => `${outbound ?? ""}\n${compatible}\n${reason}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const ours = `${words.ours}: ${first.outbound ?? words.notKnown}`;
    const products = [...new Set(group.map(({ product }) => product))].join(", ");
    return [
      `${words.answer} ${words.answers[first.compatible]} [${products}]: ${wordFor(words.reason, first.reason)}  (${ours}; ${first.source})`,
    ];
  });
}
