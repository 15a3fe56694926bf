// Message: nothing was read, so nothing can be said.
import type { StatementRule } from "../statement.ts";

export const nothingRead: StatementRule = {
  id: "nothing-read",
  condition: "No repository was read. Weight 100.",
  words: {
    en: { title: "Nothing was read yet.", text: "No repository was found, so this page can say nothing about what you use." },
    de: { title: "Noch wurde nichts gelesen.", text: "Es wurde kein Repository gefunden; was Sie nutzen, kann diese Seite nicht sagen." },
  },
  speak({ result }) {
    return result.repositories.length === 0 ? { priority: 100, state: "unknown", values: {} } : undefined;
  },
};
