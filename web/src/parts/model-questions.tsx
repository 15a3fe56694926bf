// Questions about how one lives with open source: yes, no, or not known, which speaks neither for nor against.
import "./models.css";
import { modelsWords } from "@allmend/look/words/portal/models";
import { Choice } from "./choice.tsx";
import { useWords } from "./use-words.ts";

interface Props {
  readonly questions: readonly { readonly id: string; readonly question: string }[];
  readonly answers: Readonly<Record<string, boolean>>;
  change(answers: Readonly<Record<string, boolean>>): void;
}

export function ModelQuestions({ questions, answers, change }: Props) {
  const words = useWords(modelsWords).wizard;
  const choose = (id: string, said: "yes" | "no" | "unknown") => {
    const { [id]: _before, ...others } = answers;
    change(said === "unknown" ? others : { ...others, [id]: said === "yes" });
  };
  return (
    <div className="model-questions">
      {questions.map(({ id, question }) => (
        <Choice
          key={id}
          label={question}
          of={[
            ["yes", words.yes],
            ["no", words.no],
            ["unknown", words.unknown],
          ]}
          chosen={answers[id] === undefined ? "unknown" : answers[id] ? "yes" : "no"}
          choose={(said) => choose(id, said)}
        />
      ))}
    </div>
  );
}
