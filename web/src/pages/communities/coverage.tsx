// Does an agreement cover somebody, and why? An answer with the criterion that decides, or with what to do.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useNames } from "../../api/names.ts";
import { requestAddress } from "../../api/request-address.ts";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CoverageForm, type CoverageQuestion, WHO } from "./coverage-form.tsx";
import type { RegistersData } from "./registers.tsx";

type Agreements = RegistersData["agreements"];

export function Coverage({ agreements }: { readonly agreements: Agreements }) {
  const words = useWords(communitiesWords).coverage;
  const { of, change } = useAddress();
  const names = useNames();
  const question: CoverageQuestion = {
    about: of("about"),
    direction: of("direction") === "inbound" ? "inbound" : "outbound",
    person: of("person"),
    email: of("email"),
    login: of("login"),
    organization: of("organization"),
  };
  return (
    <section className="coverage">
      <h2>{words.title}</h2>
      <p className="soft">{words.lead}</p>
      <CoverageForm
        key={JSON.stringify(question)}
        asked={question}
        ask={(asked) => change({ ...asked, person: names.personId(asked.person) })}
      />
      {question.about !== "" && WHO.some((name) => question[name] !== "") && (
        <Read of={["coverage", question]} read={(signal) => read(question, signal)} rows={2}>
          {(answer) => <CoverageAnswer answer={answer} question={question} agreements={agreements} />}
        </Read>
      )}
    </section>
  );
}

function read({ about, direction, ...who }: CoverageQuestion, signal: AbortSignal) {
  const given = Object.fromEntries(Object.entries(who).filter(([, value]) => value !== ""));
  return data(api.GET("/api/registers/agreements/coverage", { signal, params: { query: { about, direction, ...given } } }));
}

interface AnswerProps {
  readonly answer: Awaited<ReturnType<typeof read>>;
  readonly question: CoverageQuestion;
  readonly agreements: Agreements;
}

function CoverageAnswer({ answer: { covered, agreement, by, matched }, question, agreements }: AnswerProps) {
  const words = useWords(communitiesWords).coverage;
  const { say, date } = useSpeech();
  const names = useNames();
  const found = agreements.find(({ id }) => id === agreement);
  const inbound = question.direction === "inbound";
  const criterion = words.by[by as keyof typeof words.by] ?? words.by.person;
  return (
    <div className="coverage-answer" role="status">
      <p>
        <StateMark state={covered ? "allow" : "review"} />
        <strong>{say(covered ? words.covered : words.notCovered, { about: question.about })}</strong>
      </p>
      {covered ? (
        <>
          <p>{say(criterion, { matched: by === "person" ? names.person(matched ?? "") : (matched ?? "") })}</p>
          <p className="note">
            {found === undefined
              ? say(words.agreementOf, { id: agreement ?? "" })
              : say(words.agreement, { kind: found.kind, counterparty: found.counterparty, date: date(found.signed), id: found.id })}
          </p>
        </>
      ) : (
        <p>
          {inbound ? words.todoInbound : words.todoOutbound}{" "}
          {!inbound && <Link to={requestAddress("contribute", { project: question.about, agreement: "needed" })}>{words.ask}</Link>}
        </p>
      )}
    </div>
  );
}
