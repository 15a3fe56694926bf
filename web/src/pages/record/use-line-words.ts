// A line in words: who did what, and to what.
import { recordWords } from "@allmend/look/words/portal/record";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { useNames } from "../../api/names.ts";
import type { Line } from "./use-lines.ts";

/** Machines that act by themselves have names of their own. */
export function useLineWords() {
  const words = useWords(recordWords);
  const { say, language } = useSpeech();
  const names = useNames();
  const moments = new Intl.DateTimeFormat(language === "de" ? "de-CH" : "en-GB", { dateStyle: "medium", timeStyle: "medium" });
  const called = (kind: string, id: string) => (kind === "person" ? names.person(id) : kind === "product" ? names.product(id) : short(id));
  return {
    who: (line: Line): string => {
      const by = line.private["by"];
      return typeof by === "string" ? names.person(by) : words.somebody;
    },
    did: ({ what }: Pick<Line, "what">): string =>
      Object.hasOwn(words.did, what) ? words.did[what as keyof typeof words.did] : say(words.other, { what }),
    /** What the sentence speaks of already has its name only: `ada`. */
    named(subject: string): string {
      const [kind, id] = parts(subject);
      return Object.hasOwn(words.subjects, kind) || kind === "product" ? called(kind, id) : short(subject);
    },
    /** `person Ada`, `request use-7`. */
    about(subject: string): string {
      const [kind, id] = parts(subject);
      if (!Object.hasOwn(words.subjects, kind)) return short(subject);
      return `${words.subjects[kind as keyof typeof words.subjects]} ${called(kind, id)}`;
    },
    when: (at: string): string => (Number.isNaN(Date.parse(at)) ? at : moments.format(new Date(at))),
  };
}

function parts(subject: string): readonly [kind: string, id: string] {
  const colon = subject.indexOf(":");
  return [subject.slice(0, Math.max(colon, 0)), subject.slice(colon + 1)];
}

/** Hashes by their beginning. */
function short(id: string): string {
  return id.replaceAll(/[0-9a-f]{32,64}/g, (hash) => `${hash.slice(0, 12)}…`);
}
