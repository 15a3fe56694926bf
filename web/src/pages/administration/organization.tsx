// Units, teams and registers: how they fit together, and what nobody answers for.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";
import { RegisterLines } from "./register-lines.tsx";

type Parts = components["schemas"]["OrganizationParts"];

export function OrganizationPage() {
  const lang = useLanguage();
  return (
    <>
      <AdministrationPages />
      <Read
        of={["organization-page", lang]}
        read={async (signal) => {
          const [parts, registers] = await Promise.all([
            data(api.GET("/api/portal/organization", { signal, params: { query: { lang } } })),
            data(api.GET("/api/registers", { signal })),
          ]);
          return { parts, registers };
        }}
      >
        {({ parts, registers }) => (
          <>
            <Head parts={parts} orphans={registers.reduce((sum, each) => sum + each.orphans, 0)} />
            <Units parts={parts} />
            <Teams teams={parts.teams} />
            <RegisterLines registers={registers} />
          </>
        )}
      </Read>
    </>
  );
}

function Head({ parts, orphans }: { readonly parts: Parts; readonly orphans: number }) {
  const words = useWords(operationsWords).organization;
  const { say } = useSpeech();
  const values = { units: parts.units.length, teams: parts.teams.length, orphans };
  return <Answer answer={say(orphans === 0 ? words.answerFine : words.answer, values)} why={words.why} />;
}

function Units({ parts: { units, unitsApart } }: { readonly parts: Parts }) {
  const names = useNames();
  const words = useWords(operationsWords).organization;
  return (
    <>
      <h2>{words.units}</h2>
      {units.length === 0 && <p>{words.noUnits}</p>}
      {unitsApart && <p>{words.apart}</p>}
      <ul className="lined-list">
        {units.map(({ id, name, products, teams }) => (
          <li key={id}>
            <span>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span className="note line">
                {products.length > 0 && `${words.products}: ${products.map(names.product).join(", ")}`}
                {products.length > 0 && teams.length > 0 && " · "}
                {teams.length > 0 && `${words.teams}: ${teams.map(names.team).join(", ")}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Teams({ teams }: { readonly teams: Parts["teams"] }) {
  const words = useWords(operationsWords).organization;
  const { say } = useSpeech();
  const names = useNames();
  return (
    <>
      <h2>{words.teams}</h2>
      <ul className="lined-list">
        {teams.map(({ id, lead, people, products }) => (
          <li key={id}>
            <span>
              <StateMark state={lead === undefined && people.length === 0 ? "review" : "allow"} />
              <strong>
                <bdi>{names.team(id)}</bdi>
              </strong>{" "}
              <span className="note">
                {lead === undefined ? (
                  words.noLead
                ) : (
                  <Link to={`/administration/people/${encodeURIComponent(lead)}`}>{say(words.lead, { who: names.person(lead) })}</Link>
                )}
                {people.some((person) => person !== lead) &&
                  ` · ${say(words.people, { count: people.filter((person) => person !== lead).length })}`}
              </span>
              {products.length > 0 && (
                <span className="note line">{say(words.answersFor, { what: products.map(names.product).join(", ") })}</span>
              )}
            </span>
            <Link className="note" to={`/findings?owner=${encodeURIComponent(id)}`}>
              {words.itsFindings}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
