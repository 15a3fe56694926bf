// The registers, with how much each holds, what is due next, and which entries nobody answers for.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { useState } from "react";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { paths } from "../../api/schema.generated.ts";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Register = paths["/api/registers"]["get"]["responses"][200]["content"]["application/json"][number];

export function RegisterLines({ registers }: { readonly registers: readonly Register[] }) {
  const words = useWords(operationsWords).organization;
  return (
    <>
      <h2>{words.registers}</h2>
      <ul className="lined-list">
        {registers.map((register) => (
          <RegisterLine key={register.list} register={register} />
        ))}
      </ul>
    </>
  );
}

function RegisterLine({ register: { list, entries, orphans, nextDue } }: { readonly register: Register }) {
  const words = useWords(operationsWords).organization;
  const { say, date } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span>
        <StateMark state={entries === 0 ? "none" : orphans > 0 ? "review" : "allow"} />
        <strong>{words.lists[list]}</strong> <span className="note">{say(words.entries, { count: entries })}</span>
        <span className="note line">
          {orphans > 0 && say(words.orphans, { count: orphans })}
          {orphans > 0 && nextDue !== undefined && " · "}
          {nextDue !== undefined && say(words.nextDue, { date: date(nextDue) })}
        </span>
        {open && <Orphans list={list} />}
      </span>
      {orphans > 0 && (
        <button type="button" className="button no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.showOrphans}
        </button>
      )}
    </li>
  );
}

function Orphans({ list }: { readonly list: Register["list"] }) {
  const names = useNames();
  return (
    <Read
      of={["register", list]}
      read={(signal) => data(api.GET("/api/registers/{list}", { signal, params: { path: { list } } }))}
      rows={2}
    >
      {(entries) => (
        <ul className="quiet-list">
          {entries
            .filter(({ orphan }) => orphan === true)
            .map(({ id, entry }) => (
              <li key={id}>
                <bdi>{id}</bdi> <span className="note">{typeof entry["owner"] === "string" && names.owner(entry["owner"])}</span>
              </li>
            ))}
        </ul>
      )}
    </Read>
  );
}
