// Why something is proposed, in the language of the documents: reasons are found in English, and most of them are names of files.
import type { Language } from "../../model.ts";

/** Whole reasons, and beginnings that a name follows. */
const german: readonly (readonly [english: string, german: string])[] = [
  ["a repository of its own", "ein Repository für sich"],
  ["names begin with ", "Namen beginnen mit "],
  ["folder ", "Ordner "],
  ["the table names no repository", "die Tabelle nennt kein Repository"],
  ["the table", "die Tabelle"],
  [
    "nothing says how it reaches people: the strictest until you say",
    "nichts sagt, wie es zu den Menschen kommt: bis auf Weiteres das Strengste",
  ],
  ["documents only", "nur Dokumente"],
  ["not found", "nicht gefunden"],
  ["CODEOWNERS or catalog-info.yaml", "CODEOWNERS oder catalog-info.yaml"],
  ["system of ", "System in "],
];

export function reasonIn(language: Language, reason: string): string {
  if (language === "en") return reason;
  const [english = "", translated = ""] = german.find(([beginning]) => reason.startsWith(beginning)) ?? [];
  return `${translated}${reason.slice(english.length)}`;
}
