// Where it hurts: products by policy areas, each cell the worst that is open with its count. A grid that arrow keys move in.
import { wordsOf } from "@allmend/look";
import { findingsWords } from "@allmend/look/words/portal/findings";
import { type KeyboardEvent, useState } from "react";
import { useLanguage } from "../../app/preferences.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type Area, areas, type MatrixRow } from "./matrix-data.ts";
import { type Counts, openStates, worst } from "./states.ts";
import type { UsedFindings } from "./use-filter.ts";

interface Props {
  readonly rows: readonly MatrixRow[];
  nameOf(product: string): string;
  readonly used: UsedFindings;
}

const FEW = 12;

export function Matrix({ rows, nameOf, used }: Props) {
  const words = useWords(findingsWords).matrix;
  const { say } = useSpeech();
  const area = wordsOf(useLanguage()).area;
  const [all, setAll] = useState(false);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const shown = all ? rows : rows.slice(0, FEW);
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const to = moved(event, at, shown.length);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${to.join("-")}"]`)?.focus();
  };
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">{words.title}</h2>
      <p className="note no-print">{words.how}</p>
      <div className="matrix-scroll">
        <table className="matrix" role="grid" aria-labelledby="matrix-title" onKeyDown={move}>
          <thead>
            <tr>
              <th scope="col">{words.product}</th>
              {areas.map((id) => (
                <th key={id} scope="col">
                  {area[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, line) => (
              <tr key={row.product ?? ""}>
                <th scope="row">
                  {row.product === undefined ? words.noProduct : <bdi>{nameOf(row.product)}</bdi>}
                  {row.product === undefined && <span className="note line">{words.noProductNote}</span>}
                </th>
                {areas.map((id, column) => (
                  <Cell
                    key={id}
                    area={id}
                    row={row}
                    name={row.product === undefined ? words.noProduct : nameOf(row.product)}
                    place={`${line}-${column}`}
                    reached={at[0] === line && at[1] === column}
                    used={used}
                    reach={() => setAt([line, column])}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length && (
        <button type="button" className="button no-print" onClick={() => setAll(true)}>
          {say(words.more, { count: rows.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function moved({ key }: KeyboardEvent, [line, column]: readonly [number, number], lines: number): [number, number] | undefined {
  const steps: Readonly<Record<string, [number, number]>> = {
    ArrowDown: [line + 1, column],
    ArrowUp: [line - 1, column],
    ArrowRight: [line, column + 1],
    ArrowLeft: [line, column - 1],
    Home: [line, 0],
    End: [line, areas.length - 1],
  };
  const to = steps[key];
  if (!to) return undefined;
  return [Math.min(Math.max(to[0], 0), lines - 1), Math.min(Math.max(to[1], 0), areas.length - 1)];
}

interface CellProps {
  readonly area: Area;
  readonly row: MatrixRow;
  readonly name: string;
  readonly place: string;
  readonly reached: boolean;
  readonly used: UsedFindings;
  reach(): void;
}

function Cell({ area, row, name, place, reached, used: { filter, change }, reach }: CellProps) {
  const words = useWords(findingsWords);
  const { say, number } = useSpeech();
  const areaName = wordsOf(useLanguage()).area[area];
  const counts = row.cells.get(area);
  const state = counts && worst(counts);
  const chosen = filter.area === area && (row.product === undefined ? filter.none === "product" : filter.product === row.product);
  const what = counts && state ? spoken(counts, words.count, say) : words.matrix.nothing;
  const choose = () =>
    change(
      chosen
        ? { area: undefined, product: undefined, none: undefined }
        : row.product === undefined
          ? { area, product: undefined, none: "product", state: undefined }
          : { area, product: row.product, none: undefined, state: undefined },
    );
  return (
    <td role="gridcell" aria-selected={chosen}>
      <button
        type="button"
        data-cell={place}
        tabIndex={reached ? 0 : -1}
        className={`cell ${state === undefined || !counts ? "cell-none" : `cell-${state} heat-${heat(counts[state])}`}`}
        aria-pressed={chosen}
        aria-label={say(words.matrix.cell, { area: areaName, product: name, what })}
        title={what}
        onFocus={reach}
        onClick={choose}
      >
        {state === undefined || !counts ? (
          "·"
        ) : (
          <>
            <StateMark state={state} />
            {number(counts[state])}
          </>
        )}
      </button>
    </td>
  );
}

export function spoken(counts: Counts, words: Readonly<Record<keyof Counts, string>>, say: ReturnType<typeof useSpeech>["say"]): string {
  return openStates
    .filter((state) => counts[state] > 0)
    .map((state) => say(words[state], { count: counts[state] }))
    .join(", ");
}

/** One, a few, many, very many: the tint deepens, the number says it exactly. */
function heat(count: number): 1 | 2 | 3 | 4 {
  if (count <= 1) return 1;
  if (count < 10) return 2;
  return count < 100 ? 3 : 4;
}
