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

export function RegisterList({ title, empty, items }: { readonly title: string; readonly empty: string; readonly items: readonly Item[] }) {
  return (
    <section>
      <h2>{title}</h2>
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
