// Entries of a register: a name, its state where it has one, and what is known of it.
import type { State } from "@allmend/look";
import { StateMark } from "../../parts/state-mark.tsx";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly state?: State;
  /** The state in words. */
  readonly label?: string;
  readonly notes: readonly (string | undefined)[];
}

interface Props {
  readonly title: string;
  readonly empty: string;
  /** What of it matters now. */
  readonly lead?: string;
  readonly items: readonly Item[];
}

export function RegisterList({ title, empty, lead, items }: Props) {
  return (
    <section>
      <h2>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {items.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className="quiet-list checks">
          {items.map(({ id, title: name, state, label, notes }) => (
            <li key={id}>
              <StateMark state={state ?? "none"} {...(label === undefined ? {} : { label })} />
              <span>
                <bdi>{name}</bdi>
                <span className="note line">{notes.filter((note) => note !== undefined).join(" · ")}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
