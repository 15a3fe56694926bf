// What waits for me to decide, the most urgent first.
import { deskWords } from "@allmend/look/words/portal/desk";
import type { components } from "../../../api/schema.generated.ts";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { RequestRow } from "../request-row.tsx";

interface Props {
  readonly page: Pick<components["schemas"]["CasePage"], "cases" | "names">;
  readonly current: string | undefined;
  readonly chosen: ReadonlySet<string>;
  mark(id: string): void;
}

export function Queue({ page: { cases, names }, current, chosen, mark }: Props) {
  const words = useWords(deskWords);
  const { say } = useSpeech();
  return (
    <nav className="desk-queue" aria-label={words.queue}>
      <ul className="request-few">
        {cases.map((row) => (
          <li key={row.id} data-case={row.id}>
            <input
              type="checkbox"
              aria-label={say(words.chooseOne, { id: row.id })}
              checked={chosen.has(row.id)}
              onChange={() => mark(row.id)}
            />
            <RequestRow row={row} names={names} to={`/requests/desk?case=${encodeURIComponent(row.id)}`} current={row.id === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
