// What somebody has answered so far: kept in this browser until the program is in force, so that the first run can be left and found again.
import { useState } from "react";
import { keep, kept } from "../../parts/kept.ts";
import { draftKey } from "../../parts/use-draft.ts";

export interface Answers {
  readonly organization: string;
  readonly domains: string;
  readonly executives: string;
  readonly business: Readonly<Record<string, boolean>>;
  readonly pack: string;
}

const KEY = draftKey("first-run");
const NONE: Answers = { organization: "", domains: "", executives: "", business: {}, pack: "starter" };

export function useAnswers(): readonly [Answers, (change: Partial<Answers>) => void] {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...NONE, ...kept<Answers>(KEY) }));
  return [
    answers,
    (change) =>
      setAnswers((before) => {
        const after = { ...before, ...change };
        keep(KEY, after);
        return after;
      }),
  ];
}

export function forgetAnswers(): void {
  keep(KEY, undefined);
}

/** As the server takes them. `idOf`: of whom somebody named. */
export function sent({ organization, domains, executives, business, pack }: Answers, idOf: (name: string) => string) {
  return {
    organization: organization.trim(),
    domains: list(domains, /[,;\s]+/),
    executives: list(executives, /[,;]+/).map(idOf),
    business,
    pack,
  };
}

function list(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
