// Entries of the catalogue as a list: the equal of the radar, for whoever does not see it.
import { ecosystemName } from "@allmend/look";
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CATALOGUE_MARKS, catalogueStates, entryAddress } from "./marks.ts";
import type { Entry } from "./use-catalogue.ts";

export function EntryList({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords(catalogueWords);
  const byState = Map.groupBy(entries, ({ state }) => state);
  return (
    <section aria-label={words.list}>
      {catalogueStates.map((state) => {
        const group = byState.get(state);
        if (!group) return null;
        return (
          <div key={state}>
            <h2>
              <StateMark state={CATALOGUE_MARKS[state]} />
              {words.state[state]} <span className="note">{words.stateWhy[state]}</span>
            </h2>
            <ul className="entry-list">
              {group.map((entry) => (
                <EntryLine key={entry.component} entry={entry} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function EntryLine({ entry: { component, name, type, for: purpose, category, because, owner, used } }: { readonly entry: Entry }) {
  const words = useWords(catalogueWords);
  const { say } = useSpeech();
  const names = useNames();
  const notes = [category, ecosystemName(type), used ? say(words.used, used) : words.notUsed, owner && names.owner(owner)].filter(Boolean);
  return (
    <li>
      <Link to={entryAddress(component)}>
        <bdi>{name}</bdi>
      </Link>
      {(purpose ?? because) !== undefined && <span className="line">{purpose ?? because}</span>}
      <span className="note line">{notes.join(" · ")}</span>
    </li>
  );
}
