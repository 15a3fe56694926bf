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
  return {
    who: (line: Line): string => {
      const by = line.private["by"];
      return typeof by === "string" ? names.person(by) : words.somebody;
    },
    did: ({ what }: Pick<Line, "what">): string =>
      Object.hasOwn(words.did, what) ? words.did[what as keyof typeof words.did] : say(words.other, { what }),
    /** What the sentence speaks of already has its name only: `ada`. */
    named(subject: string): string {
      const colon = subject.indexOf(":");
      const kind = subject.slice(0, Math.max(colon, 0));
      const id = subject.slice(colon + 1);
      if (kind === "person") return names.person(id);
      return Object.hasOwn(words.subjects, kind) ? id : subject;
    },
    /** `person ada`, `request use-7`. */
    about(subject: string): string {
      const colon = subject.indexOf(":");
      const kind = subject.slice(0, Math.max(colon, 0));
      if (!Object.hasOwn(words.subjects, kind)) return subject;
      return `${words.subjects[kind as keyof typeof words.subjects]} ${subject.slice(colon + 1)}`;
    },
    when: (at: string): string => (Number.isNaN(Date.parse(at)) ? at : moments.format(new Date(at))),
  };
}
