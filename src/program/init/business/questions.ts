// The questions of the business model wizard, as data: what each answer speaks for and against. After OSPO 101, module 2 (when to choose which model); the weights are ours.
import type { BusinessModel } from "../../business/types.ts";
import type { LocalText } from "../../model.ts";

export interface BusinessQuestion {
  readonly id: string;
  readonly question: LocalText;
  /** Weight for (above 0) or against (below 0) a model where the answer is yes, and where it is no. */
  readonly yes: Readonly<Partial<Record<BusinessModel, number>>>;
  readonly no: Readonly<Partial<Record<BusinessModel, number>>>;
}

export const businessQuestions: readonly BusinessQuestion[] = [
  {
    id: "own-value",
    question: {
      en: "Do you have something of your own that sets you apart and that could rest on common code?",
      de: "Habt ihr etwas Eigenes, das euch unterscheidet und auf gemeinsamem Code ruhen könnte?",
    },
    yes: { consumption: 3 },
    no: {},
  },
  {
    id: "less-cost",
    question: {
      en: "Do you want to spend less on what everybody needs, and to have less of it to care for?",
      de: "Wollt ihr für das, was alle brauchen, weniger ausgeben und weniger davon pflegen?",
    },
    yes: { consumption: 2 },
    no: {},
  },
  {
    id: "publish",
    question: {
      en: "Do you publish software of your own, or mean to?",
      de: "Veröffentlicht ihr eigene Software, oder habt ihr es vor?",
    },
    yes: { licensing: 1, "open-core": 1, support: 1 },
    no: { licensing: -3, "open-core": -3 },
  },
  {
    id: "all-rights",
    question: {
      en: "Do you hold the rights to all of it, alone or by agreements with everybody who contributed?",
      de: "Habt ihr die Rechte an allem, allein oder durch Vereinbarungen mit allen, die beigetragen haben?",
    },
    yes: { licensing: 2, "open-core": 1 },
    no: { licensing: -4, "open-core": -1 },
  },
  {
    id: "enterprise",
    question: {
      en: "Would customers pay for other terms, or for an edition that businesses need?",
      de: "Würde Kundschaft für andere Bedingungen zahlen oder für eine Ausgabe, die Unternehmen brauchen?",
    },
    yes: { licensing: 2, "open-core": 1 },
    no: { licensing: -1 },
  },
  {
    id: "run-it",
    question: {
      en: "Do you run it for others already, on machines and with people that are there?",
      de: "Betreibt ihr es schon für andere, mit Maschinen und Leuten, die da sind?",
    },
    yes: { hosting: 4 },
    no: { hosting: -1 },
  },
  {
    id: "known-for-it",
    question: {
      en: "Are you known for understanding it, so that people would pay for help?",
      de: "Seid ihr dafür bekannt, es zu verstehen, sodass Leute für Hilfe zahlen würden?",
    },
    yes: { support: 3 },
    no: { support: -1 },
  },
  {
    id: "closed-parts",
    question: {
      en: "Are there parts that you keep for yourselves, and of which nobody outside would say that they belong into the open core?",
      de: "Gibt es Teile, die ihr für euch behaltet und von denen draussen niemand sagen würde, sie gehörten in den offenen Kern?",
    },
    yes: { "open-core": 3 },
    no: { "open-core": -2 },
  },
  {
    id: "public-task",
    question: {
      en: "Does a task pay for it rather than a sale (public body, association, research)?",
      de: "Bezahlt es ein Auftrag und kein Verkauf (öffentliche Hand, Verein, Forschung)?",
    },
    yes: { other: 3 },
    no: {},
  },
];

/** What speaks for a model and against it, whoever chooses it. */
export const modelTraits: Readonly<Record<BusinessModel, { readonly strength: LocalText; readonly weakness: LocalText }>> = {
  consumption: {
    strength: {
      en: "frees people for what sets you apart, and shares the cost of common code",
      de: "macht Leute frei für das, was euch unterscheidet, und teilt die Kosten gemeinsamen Codes",
    },
    weakness: { en: "you depend on upkeep that others decide", de: "ihr hängt vom Unterhalt ab, über den andere entscheiden" },
  },
  licensing: {
    strength: {
      en: "people try before they buy, give input, and businesses pay",
      de: "Leute probieren vor dem Kauf, tragen bei, und Unternehmen zahlen",
    },
    weakness: {
      en: "every contribution needs a right to relicense, and some will not give it",
      de: "jeder Beitrag braucht ein Recht zur Neulizenzierung, und manche geben es nicht",
    },
  },
  hosting: {
    strength: { en: "steady income from what you run anyway", de: "stetige Einnahmen aus dem, was ihr ohnehin betreibt" },
    weakness: {
      en: "others may host it too; network copyleft asks for source",
      de: "andere können es auch betreiben; Netzwerk-Copyleft verlangt Quelltext",
    },
  },
  support: {
    strength: {
      en: "lives from what you know, and needs no closed code",
      de: "lebt von eurem Wissen und braucht keinen geschlossenen Code",
    },
    weakness: {
      en: "grows only with people, and good software needs little help",
      de: "wächst nur mit Leuten, und gute Software braucht wenig Hilfe",
    },
  },
  "open-core": {
    strength: { en: "a community around the core, and something to sell", de: "eine Community um den Kern, und etwas zu verkaufen" },
    weakness: {
      en: "costs reputation where the closed parts seem to belong into the core",
      de: "kostet Ansehen, wo das Geschlossene in den Kern zu gehören scheint",
    },
  },
  other: {
    strength: { en: "a task outlives a market", de: "ein Auftrag überdauert einen Markt" },
    weakness: { en: "it depends on whoever gives the task", de: "es hängt davon ab, wer den Auftrag gibt" },
  },
};
