// Words of the report on what standards and models of maturity ask.
import type { Language } from "./index.ts";

export interface FrameworkWords {
  readonly title: string;
  readonly lead: string;
  readonly framework: string;
  readonly met: string;
  readonly partly: string;
  readonly open: string;
  readonly affirmed: string;
  readonly affirmedOn: string;
  readonly affirmedBy: string;
  readonly daysLeft: string;
  readonly ranOut: string;
  readonly neverAffirmed: string;
  readonly noAffirmation: string;
  readonly overview: string;
  readonly next: string;
  readonly nextLead: string;
  readonly topic: string;
  readonly counts: string;
  readonly countsIn: string;
  readonly nothingOpen: string;
  readonly id: string;
  readonly asks: string;
  readonly standing: string;
  readonly why: string;
  readonly states: Readonly<Record<"met" | "partly" | "open", string>>;
  readonly topicStates: Readonly<Record<"said" | "shown" | "partly" | "not-shown" | "refused" | "expired" | "open", string>>;
  readonly ofSo: string;
  readonly source: string;
  readonly noAdvice: string;
  readonly group: string;
}

const en: FrameworkWords = {
  title: "What others ask of us",
  lead: "Each question is answered once and counts wherever it is asked. What a run sees answers by itself; the rest somebody says, with a date: allmend record attestation TOPIC.",
  framework: "Framework",
  met: "Met",
  partly: "Partly",
  open: "Open",
  affirmed: "Affirmed",
  affirmedOn: "{date}",
  affirmedBy: "{date} by {by}",
  daysLeft: "{date}: holds for {days} more {days|day|days}",
  ranOut: "{date}: ran out",
  neverAffirmed: "not yet",
  noAffirmation: "–",
  overview: "At a glance",
  next: "What helps most",
  nextLead: "Open questions by the number of items that hang on them.",
  topic: "Question",
  counts: "Counts in",
  countsIn: "{items} {items|item|items}: {frameworks}",
  nothingOpen: "Nothing is open.",
  id: "Item",
  asks: "Asks for (our words)",
  standing: "Standing",
  why: "Because",
  states: { met: "met", partly: "partly", open: "open" },
  topicStates: {
    said: "on record",
    shown: "seen by the run",
    partly: "seen in part",
    "not-shown": "the run does not see it",
    refused: "somebody says no",
    expired: "what was said ran out",
    open: "nobody said",
  },
  ofSo: "{is} of {of}",
  source: "Where it can be read: {url}. {source}",
  noAdvice: "This is our own account, no certificate. Whether a standard is met, its text decides.",
  group: "Part {group}",
};

const de: FrameworkWords = {
  title: "Was andere von uns verlangen",
  lead: "Jede Frage wird einmal beantwortet und zählt überall, wo sie gestellt wird. Was ein Lauf sieht, beantwortet er selbst; den Rest sagt jemand, mit Datum: allmend record attestation THEMA.",
  framework: "Rahmenwerk",
  met: "Erfüllt",
  partly: "Teilweise",
  open: "Offen",
  affirmed: "Bestätigt",
  affirmedOn: "{date}",
  affirmedBy: "{date} von {by}",
  daysLeft: "{date}: gilt noch {days} {days|Tag|Tage}",
  ranOut: "{date}: abgelaufen",
  neverAffirmed: "noch nie",
  noAffirmation: "–",
  overview: "Auf einen Blick",
  next: "Was am meisten hilft",
  nextLead: "Offene Fragen nach der Zahl der Punkte, die an ihnen hängen.",
  topic: "Frage",
  counts: "Zählt in",
  countsIn: "{items} {items|Punkt|Punkten}: {frameworks}",
  nothingOpen: "Nichts ist offen.",
  id: "Punkt",
  asks: "Verlangt (in unseren Worten)",
  standing: "Stand",
  why: "Weil",
  states: { met: "erfüllt", partly: "teilweise", open: "offen" },
  topicStates: {
    said: "verzeichnet",
    shown: "vom Lauf gesehen",
    partly: "teilweise gesehen",
    "not-shown": "der Lauf sieht es nicht",
    refused: "jemand sagt nein",
    expired: "die Aussage ist abgelaufen",
    open: "niemand hat etwas gesagt",
  },
  ofSo: "{is} von {of}",
  source: "Zu lesen unter {url}. {source}",
  noAdvice: "Das ist unsere eigene Darstellung, kein Zertifikat. Ob ein Standard erfüllt ist, entscheidet sein Text.",
  group: "Teil {group}",
};

export function frameworkWords(language: Language): FrameworkWords {
  return language === "de" ? de : en;
}
