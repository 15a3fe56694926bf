// The radar: rings by how rather something is to be used, sectors by kind of thing.
import { radar, stateShape } from "@allmend/look";
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import type { MouseEvent } from "react";
import { useNavigate } from "react-router";
import { Picture } from "../../parts/picture.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CATALOGUE_MARKS, catalogueStates, entryAddress } from "./marks.ts";
import type { Entry } from "./use-catalogue.ts";

/** More sectors than this cannot be read. */
const SECTORS = 7;
/** More dots than this cannot be told apart: the list holds all of them. */
const DOTS = 80;

export function CatalogueRadar({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords(catalogueWords);
  const { say } = useSpeech();
  const navigate = useNavigate();
  const sectors = sectorsOf(entries, words.noCategory, words.moreCategories);
  const dots = entries.slice(0, DOTS).map((entry) => {
    const category = entry.category ?? words.noCategory;
    const at = sectors.indexOf(category);
    return {
      label: entry.name,
      ring: catalogueStates.indexOf(entry.state),
      sector: at < 0 ? sectors.length - 1 : at,
      shape: stateShape(CATALOGUE_MARKS[entry.state]),
      state: CATALOGUE_MARKS[entry.state],
      href: entryAddress(entry.component),
      spoken: say(words.radarSays, { name: entry.name, state: words.state[entry.state], category }),
    };
  });
  /** Links of the picture stay inside the portal. */
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    const href = link?.getAttribute("href");
    if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(href);
  };
  return (
    // A phone is too narrow for it: the list says the same.
    <section className="catalogue-radar">
      <h2>{words.radar}</h2>
      <p className="soft">{words.radarWhy}</p>
      {/* The links inside answer to the keyboard themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="radar-box" onClick={follow}>
        <Picture
          svg={radar(
            catalogueStates.map((state) => words.state[state]),
            sectors,
            dots,
            words.radar,
          )}
        />
      </div>
    </section>
  );
}

/** The most frequent kinds; what is left over stands together at the end. */
function sectorsOf(entries: readonly Entry[], none: string, more: string): string[] {
  const counts = [...Map.groupBy(entries, ({ category }) => category ?? none)].toSorted((a, b) => b[1].length - a[1].length);
  const names = counts.map(([name]) => name);
  return names.length <= SECTORS ? names : [...names.slice(0, SECTORS - 1), more];
}
