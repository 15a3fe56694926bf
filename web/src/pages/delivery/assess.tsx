// The self-assessment: five questions and an example, then what one said beside what was measured.
import "./assess.css";
import { surveyPageWords } from "@allmend/look/words/portal/survey";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Read } from "../../parts/read.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Compared } from "./compared.tsx";

type Form = components["schemas"]["SurveyForm"];
type Question = Form["questions"][number];

interface Given {
  readonly role: "" | "engineer" | "manager";
  readonly example: string;
  readonly said: Readonly<Record<string, string>>;
}
const NOTHING: Given = { role: "", example: "", said: {} };

export function AssessPage() {
  const lang = useLanguage();
  const words = useWords(surveyPageWords);
  return (
    <Read of={["survey", lang]} read={(signal) => data(api.GET("/api/portal/survey", { signal, params: { query: { lang } } }))}>
      {(form) =>
        form.subjects.length === 0 ? (
          <>
            <Answer answer={words.none} />
            <Empty what={words.none} how={words.noneHow} />
          </>
        ) : (
          <Assess form={form} />
        )
      }
    </Read>
  );
}

/** What it is about stands in the address, so that a link can be sent to a team. */
function Assess({ form }: { readonly form: Form }) {
  const words = useWords(surveyPageWords);
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const about =
    form.subjects.find(({ id }) => id === search.get("about"))?.id ?? (form.subjects.length === 1 ? form.subjects[0]?.id : undefined);
  const [given, change, forget] = useDraft<Given>(`survey.${about ?? ""}`, NOTHING);
  const send = useSend(forget);
  if (send.data)
    return (
      <Compared
        of={send.data}
        least={form.least}
        again={() => {
          send.reset();
          setSearch({});
        }}
      />
    );
  const ready = about !== undefined && given.role !== "" && given.example.trim() !== "";
  return (
    <>
      <Answer answer={words.title} why={words.why}>
        <Link to="/delivery">{words.back}</Link>
      </Answer>
      <form
        className="survey"
        onSubmit={(event) => {
          event.preventDefault();
          if (about !== undefined && given.role !== "") send.mutate({ about, role: given.role, given });
        }}
      >
        <p className="note">{say(words.anonymous, { least: form.least })}</p>
        <label className="survey-field">
          <strong>{words.about}</strong>
          <select required value={about ?? ""} onChange={(event) => setSearch({ about: event.target.value }, { replace: true })}>
            <option value="" disabled />
            {form.subjects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Choose
          title={words.role}
          name="role"
          of={form.roles.map((role) => [role, words.roles[role]])}
          chosen={given.role}
          choose={(role) => change({ role: role as Given["role"] })}
        />
        {form.questions.map((question) => (
          <Ask
            key={question.id}
            of={question}
            chosen={given.said[question.id] ?? "unknown"}
            choose={(answer) => change({ said: { ...given.said, [question.id]: answer } })}
          />
        ))}
        <label className="survey-field">
          <strong>{words.example}</strong>
          <span className="note">{words.exampleHint}</span>
          <textarea
            rows={3}
            maxLength={2000}
            required
            value={given.example}
            onChange={(event) => change({ example: event.target.value })}
          />
        </label>
        {send.error && <FailureNotice error={send.error} />}
        {!ready && <p className="note">{words.missing}</p>}
        <button type="submit" className="button main" disabled={!ready || send.isPending}>
          {send.isPending ? words.sending : words.send}
        </button>
        <p className="note">{words.source}</p>
      </form>
    </>
  );
}

function useSend(forget: () => void) {
  const lang = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ about, role, given }: { about: string; role: "engineer" | "manager"; given: Given }) => {
      const said = Object.fromEntries(Object.entries(given.said).filter(([, answer]) => answer !== "unknown"));
      return data(
        api.POST("/api/portal/survey", { params: { query: { lang } }, body: { about, role, said, example: given.example.trim() } }),
      );
    },
    onSuccess() {
      forget();
      return queries.invalidateQueries({ queryKey: ["delivery"] });
    },
  });
}

function Ask({ of: { id, answers }, chosen, choose }: { readonly of: Question; readonly chosen: string; choose(answer: string): void }) {
  const words = useWords(surveyPageWords);
  const texts: Readonly<Record<string, string>> = words.answer;
  const options = answers.map((answer) => [answer, texts[answer] ?? answer] as const);
  return (
    <Choose title={words.question[id]} name={id} of={[...options, ["unknown", words.unknown] as const]} chosen={chosen} choose={choose} />
  );
}

interface ChooseProps {
  readonly title: string;
  readonly name: string;
  readonly of: readonly (readonly [string, string])[];
  readonly chosen: string;
  choose(value: string): void;
}

function Choose({ title, name, of, chosen, choose }: ChooseProps) {
  return (
    <fieldset className="survey-question">
      <legend>{title}</legend>
      {of.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => choose(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
