// The list below the matrix: the worst first; several can be given to somebody at once.
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useState } from "react";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { FindingRow } from "./finding-row.tsx";
import { GiveForm } from "./give-form.tsx";
import type { Finding } from "./states.ts";
import { TakeBack } from "./take-back.tsx";
import type { UsedFindings } from "./use-filter.ts";
import type { ValueWords } from "./value-words.ts";

interface Props {
  readonly used: UsedFindings;
  readonly values: ValueWords;
}

/** The server takes so many at once. */
const MOST = 200;

export function FindingList({ used: { filter, query }, values }: Props) {
  const words = useWords(findingsWords).list;
  const may = useMay("findings:write");
  const [chosen, setChosen] = useState<ReadonlyMap<string, Finding>>(new Map());
  const [seen, setSeen] = useState<readonly Finding[]>([]);
  const toggle = (finding: Finding, on: boolean) => setChosen((before) => changed(before, finding, on));
  const filtered = Object.keys(filter).length > 0;
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{words.title}</h2>
      {may && seen.length > 0 && <Several chosen={chosen} choose={setChosen} shown={seen} />}
      <LongList<Finding>
        label={words.title}
        of={["findings", query]}
        page={async (after, signal) => {
          const page = await data(
            api.GET("/api/findings", { signal, params: { query: { ...query, limit: 100, ...(after ? { after } : {}) } } }),
          );
          setSeen((before) => (after ? [...before, ...page.items] : page.items));
          return page;
        }}
        idOf={({ id }) => id}
        lines={2}
        row={(finding) => (
          <FindingRow
            finding={finding}
            values={values}
            chosen={may ? chosen.has(finding.id) : undefined}
            choose={(on) => toggle(finding, on)}
          />
        )}
        empty={<Empty what={filtered ? words.empty : words.emptyFine} how={filtered ? words.emptyHow : words.emptyFineHow} />}
      />
    </section>
  );
}

function changed(before: ReadonlyMap<string, Finding>, finding: Finding, on: boolean): ReadonlyMap<string, Finding> {
  const after = new Map(before);
  if (on && after.size < MOST) after.set(finding.id, finding);
  else after.delete(finding.id);
  return after;
}

interface SeveralProps {
  readonly chosen: ReadonlyMap<string, Finding>;
  readonly shown: readonly Finding[];
  choose(chosen: ReadonlyMap<string, Finding>): void;
}

function Several({ chosen, shown, choose }: SeveralProps) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const [told, setTold] = useState<string>();
  const findings = [...chosen.keys()];
  const given = [...chosen.values()].filter(({ assigned }) => assigned).map(({ id }) => id);
  const done = (text: string) => {
    setTold(text);
    choose(new Map());
  };
  return (
    <div className="several no-print">
      <p role="status" className="note">
        {told ?? say(words.list.selected, { count: chosen.size })}
      </p>
      {findings.length === 0 ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setTold(undefined);
            choose(new Map(shown.slice(0, MOST).map((finding) => [finding.id, finding])));
          }}
        >
          {words.list.chooseAll}
        </button>
      ) : (
        <>
          <GiveForm
            findings={findings}
            done={(to) => done(say(words.give.done, { count: findings.length, to }))}
            close={() => choose(new Map())}
          />
          {given.length > 0 && <TakeBack findings={given} done={(count) => done(say(words.give.tookBack, { count }))} />}
        </>
      )}
    </div>
  );
}
