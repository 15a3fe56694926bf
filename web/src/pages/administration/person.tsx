// Somebody: what they may and from where, a link to come in, and leaving.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { Link, useParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import type { paths } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";
import { GiveRole } from "./give-role.tsx";
import { InviteLink } from "./invite-link.tsx";
import { Leaving } from "./leaving.tsx";
import { distinct, RoleList } from "./role-list.tsx";

export type WholePerson = paths["/api/people/{id}"]["get"]["responses"][200]["content"]["application/json"];

export function PersonPage() {
  const id = useParams()["id"] ?? "";
  return (
    <>
      <AdministrationPages />
      <Read of={["person", id]} read={(signal) => data(api.GET("/api/people/{id}", { signal, params: { path: { id } } }))}>
        {(person) => <Person person={person} />}
      </Read>
    </>
  );
}

function Person({ person }: { readonly person: WholePerson }) {
  const words = useWords(administrationWords).person;
  const { say, date } = useSpeech();
  const manages = useMay("people:manage");
  const reads = useMay("record:read");
  const { id, name, state, roles, leftAt, email } = person;
  const sentence =
    state === "left"
      ? say(words.answerLeft, { name, date: date(leftAt ?? "") })
      : say(roles.length === 0 ? words.answerNone : words.answer, { name, count: distinct(roles).length });
  return (
    <>
      <Answer answer={sentence} why={[id, email].filter((part) => part !== undefined).join(" · ")}>
        <Link to="/administration">{words.back}</Link>
      </Answer>
      <h2>{words.roles}</h2>
      <RoleList person={person} manages={manages} />
      {manages && state === "active" && <GiveRole person={id} />}
      {manages && state === "active" && <InviteLink person={person} />}
      <Absences person={person} />
      {manages && <Leaving person={person} />}
      {reads && (
        <p className="note">
          <Link to={`/record?subject=${encodeURIComponent(`person:${id}`)}`}>{words.onRecord}</Link>
        </p>
      )}
    </>
  );
}

function Absences({ person: { absences } }: { readonly person: WholePerson }) {
  const words = useWords(administrationWords).person;
  const { say, date } = useSpeech();
  if (absences.length === 0) return null;
  return (
    <>
      <h2>{words.absences}</h2>
      <ul className="quiet-list">
        {absences.map(({ id, from, until, deputy }) => (
          <li key={id}>
            {say(words.absence, { from: date(from), until: date(until) })}
            {deputy !== undefined && <span className="note"> · {say(words.deputy, { who: deputy })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
