// Who voted how, and why.
import { boardsWords } from "@allmend/look/words/portal/boards";
import { requestsWords } from "@allmend/look/words/portal/requests";
import type { components } from "../../../api/schema.generated.ts";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useWords } from "../../../parts/use-words.ts";
import { nameOf } from "../case-text.ts";

interface Props {
  readonly of: components["schemas"]["AgendaItem"]["votes"];
  readonly names: Readonly<Record<string, string>>;
}

const MARKS = { approve: "allow", reject: "deny", abstain: "none" } as const;

export function Votes({ of, names }: Props) {
  const words = useWords(boardsWords).told;
  const requests = useWords(requestsWords);
  const name = (person: string) => nameOf(person, names, requests);
  return (
    <ul className="quiet-list">
      {of.map(({ by, for: seat, vote, because, conditions }) => (
        <li key={by}>
          <StateMark state={MARKS[vote]} />
          <bdi>{name(by)}</bdi>
          {seat !== undefined && ` (${words.standsIn} ${name(seat)})`}: {words.vote[vote]}
          {because !== undefined && (
            <span className="note line">
              <bdi>{because}</bdi>
            </span>
          )}
          {conditions.map((text) => (
            <span key={text} className="note line">
              {words.condition}: <bdi>{text}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
