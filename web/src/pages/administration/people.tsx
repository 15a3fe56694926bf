// Who there is: searched, added, opened.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Field } from "../../parts/field.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AddPerson } from "./add-person.tsx";
import { AdministrationPages } from "./administration-pages.tsx";

type Person = components["schemas"]["Person"];
const A_PAGE = 100;

export function PeoplePage() {
  const words = useWords(administrationWords).people;
  const manages = useMay("people:manage");
  const [search, setSearch] = useSearchParams();
  const text = search.get("search") ?? "";
  const state = search.get("state") === "left" ? "left" : search.get("state") === "all" ? "all" : "active";
  const change = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value === "" || value === "active") before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const query = { limit: A_PAGE, ...(text ? { search: text } : {}), ...(state === "all" ? {} : { state: state as "active" | "left" }) };
  return (
    <>
      <AdministrationPages />
      <Answer answer={words.answer} why={words.why} />
      {manages && <AddPerson />}
      <div className="form-row no-print">
        <Field label={words.search}>
          {(given) => (
            <input {...given} type="search" maxLength={100} value={text} onChange={(event) => change("search", event.target.value)} />
          )}
        </Field>
        <Choice
          label={words.show}
          of={(["active", "left", "all"] as const).map((each) => [each, words.states[each]] as const)}
          chosen={state}
          choose={(each) => change("state", each)}
        />
      </div>
      <LongList<Person>
        label={words.answer}
        of={["people", query]}
        page={async (after, signal) => {
          const items = await data(api.GET("/api/people", { signal, params: { query: { ...query, ...(after ? { after } : {}) } } }));
          return { items, ...(items.length < A_PAGE ? {} : { next: items.at(-1)?.id }) };
        }}
        idOf={({ id }) => id}
        row={(person) => <PersonRow person={person} manages={manages} />}
        empty={<Empty what={words.empty} how={words.emptyHow} />}
      />
    </>
  );
}

function PersonRow({ person: { id, name, state, seenAt, leftAt }, manages }: { readonly person: Person; readonly manages: boolean }) {
  const words = useWords(administrationWords).people;
  const { say, date, fromNow } = useSpeech();
  const seen = seenAt === undefined ? words.never : say(words.seen, { when: fromNow(seenAt) });
  return (
    <div className="person-row">
      <span>
        <StateMark state={state === "left" ? "none" : "allow"} label={words.states[state]} />
        <Link to={`/administration/people/${encodeURIComponent(id)}`}>
          <bdi>{name}</bdi>
        </Link>{" "}
        <span className="note mono">{id}</span>
      </span>
      <span className="note">{leftAt === undefined ? manages && seen : say(words.left, { date: date(leftAt) })}</span>
    </div>
  );
}
