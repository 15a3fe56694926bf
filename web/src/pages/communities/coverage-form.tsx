// About whom and which project one asks: what is typed is sent by the button, and stands in the address then.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { type FormEvent, useState } from "react";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { useWords } from "../../parts/use-words.ts";

/** What may be known of somebody. */
export const WHO = ["email", "person", "login", "organization"] as const;

export interface CoverageQuestion {
  readonly about: string;
  readonly direction: "outbound" | "inbound";
  readonly person: string;
  readonly email: string;
  readonly login: string;
  readonly organization: string;
}

const LONGEST = { email: 320, person: 100, login: 100, organization: 200 } as const;

export function CoverageForm({ asked, ask }: { readonly asked: CoverageQuestion; ask(question: CoverageQuestion): void }) {
  const words = useWords(communitiesWords).coverage;
  const [question, setQuestion] = useState(asked);
  const [incomplete, setIncomplete] = useState(false);
  const nobody = WHO.every((name) => question[name].trim() === "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = Object.fromEntries(
      Object.entries(question).map(([name, value]) => [name, value.trim()]),
    ) as unknown as CoverageQuestion;
    setIncomplete(nobody || trimmed.about === "");
    if (!nobody && trimmed.about !== "") ask(trimmed);
  };
  const text = (name: (typeof WHO)[number] | "about", error: string | undefined, longest: number) => (
    <Field key={name} label={words.fields[name]} hint={name === "about" || name === "email" ? words.hints[name] : undefined} error={error}>
      {(given) => (
        <input
          {...given}
          type={name === "email" ? "email" : "text"}
          maxLength={longest}
          value={question[name]}
          onChange={(event) => setQuestion({ ...question, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="coverage-form no-print" onSubmit={send} noValidate>
      <Choice
        label={words.direction}
        of={[
          ["outbound", words.outbound],
          ["inbound", words.inbound],
        ]}
        chosen={question.direction}
        choose={(direction) => setQuestion({ ...question, direction })}
      />
      <div className="coverage-fields">
        {text("about", incomplete && question.about.trim() === "" ? words.needAbout : undefined, 500)}
        {WHO.map((name) => text(name, incomplete && nobody && name === "email" ? words.needWho : undefined, LONGEST[name]))}
      </div>
      <button type="submit" className="button">
        {words.check}
      </button>
    </form>
  );
}
