// What somebody has answered so far: kept in this browser until the program is in force, so that the first run can be left and found again.
import { useState } from "react";

export interface Answers {
  readonly organization: string;
  readonly domains: string;
  readonly executives: string;
  readonly business: Readonly<Record<string, boolean>>;
  readonly pack: string;
}

const KEY = "allmend.draft.first-run";
const NONE: Answers = { organization: "", domains: "", executives: "", business: {}, pack: "starter" };

export function useAnswers(): readonly [Answers, (change: Partial<Answers>) => void] {
  const [answers, setAnswers] = useState(kept);
  return [
    answers,
    (change) =>
      setAnswers((before) => {
        const after = { ...before, ...change };
        keep(after);
        return after;
      }),
  ];
}

export function forgetAnswers(): void {
  localStorage.removeItem(KEY);
}

function kept(): Answers {
  try {
    return { ...NONE, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Answers>) };
  } catch {
    return NONE;
  }
}

function keep(answers: Answers): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
  } catch {
    // A browser that keeps nothing still takes the answers.
  }
}

/** As the server takes them. */
export function sent({ organization, domains, executives, business, pack }: Answers) {
  return { organization: organization.trim(), domains: list(domains), executives: list(executives), business, pack };
}

function list(text: string): string[] {
  return text.split(/[,;\s]+/).filter((part) => part !== "");
}
