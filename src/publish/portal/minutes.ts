// Minutes of a board as Markdown: who decided what, with which reason, who abstained; told from the record, and by nobody's memory.
import { boardsWords, type BoardTold, fill, formatDate, type Language } from "#look";
import type { Board, CaseKind, LocalText } from "#program";
import type { BoardDecision, BoardVote } from "./board.ts";

interface Told {
  readonly board: Board;
  readonly kinds: readonly CaseKind[];
  readonly decisions: readonly BoardDecision[];
  readonly names: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
}

export function minutesText({ board, kinds, decisions, names, from, until }: Told, language: Language): string {
  const words = boardsWords[language].told;
  const name = (person: string) => plain(names[person] ?? person);
  const period = { from: formatDate(from, language), until: formatDate(until, language) };
  const present = [...new Set(decisions.flatMap(({ votes }) => votes.map(({ by }) => by)))];
  return [
    `# ${plain(textIn(board.name, language) || board.id)}`,
    "",
    fill(words.period, period, language),
    "",
    ...(decisions.length === 0 ? [words.nothing, ""] : [`${words.tookPart}: ${present.map(name).join(", ")}`, ""]),
    ...decisions.flatMap((decision) => {
      const kind = kinds.find((each) => each.kind === decision.kind);
      return [
        `## ${plain(decision.id)}: ${plain(decision.title)}`,
        "",
        `${plain(textIn(kind?.title ?? {}, language) || decision.kind)} · ${fill(words.askedBy, { name: name(decision.requester) }, language)}`,
        "",
        `**${words.outcome[decision.outcome]}**, ${formatDate(decision.at, language)} · ${fill(words.votesOf, { count: decision.votes.length, quorum: decision.quorum }, language)}`,
        "",
        ...decision.votes.flatMap((vote) => voteLines(vote, name, words)),
        "",
      ];
    }),
  ].join("\n");
}

function voteLines({ by, for: seat, vote, because, conditions }: BoardVote, name: (person: string) => string, words: BoardTold): string[] {
  const who = seat === undefined ? name(by) : `${name(by)} (${words.standsIn} ${name(seat)})`;
  return [
    `- ${who}: ${words.vote[vote]}${because === undefined ? "" : `. ${plain(because)}`}`,
    ...conditions.map((condition) => `  - ${words.condition}: ${plain(condition)}`),
  ];
}

function textIn(text: LocalText, language: Language): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}

/** What people wrote stays one line of text: nothing in it becomes a heading, a link or markup. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>#|!]/g, String.raw`\$&`);
}
