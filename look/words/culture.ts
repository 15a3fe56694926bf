// Culture and people, in words.
import type { Language } from "./index.ts";

const en = {
  title: "Culture and people",
  lead: "From the registers of the office. Nobody is ranked; named is only who agreed to it.",
  trainings: "Trainings, with evidence of competence",
  training: "Training",
  attended: "Took part",
  passed: "Competence shown",
  last: "Last on",
  ambassadors: "Ambassadors",
  ambassador: "{unit}: {count}",
  wholeHouse: "without a unit",
  events: "Events and talks of the last year",
  kind: { talk: "talk", meetup: "meetup", conference: "conference", hackathon: "hackathon", training: "training", other: "other" },
  recognition: "What deserved thanks",
  innerSource: "Inner source: open inside the house",
  project: "Project",
  purpose: "What for",
  owner: "Owner",
  seen: "Repository",
  read: "read in this run",
  notRead: "not read in this run",
  register: {
    training: "trainings",
    ambassadors: "ambassadors",
    events: "events",
    recognition: "recognition",
    "inner-source": "inner source projects",
  },
  missing: "Not known, because nobody keeps it yet: {list}.",
};

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };
export type CultureWords = Widen<typeof en>;

const de: CultureWords = {
  title: "Kultur und Menschen",
  lead: "Aus den Registern des Büros. Niemand wird eingestuft; genannt ist nur, wer damit einverstanden war.",
  trainings: "Schulungen, mit Nachweis der Kompetenz",
  training: "Schulung",
  attended: "Teilgenommen",
  passed: "Kompetenz belegt",
  last: "Zuletzt am",
  ambassadors: "Botschafterinnen und Botschafter",
  ambassador: "{unit}: {count}",
  wholeHouse: "ohne Einheit",
  events: "Anlässe und Vorträge des letzten Jahres",
  kind: { talk: "Vortrag", meetup: "Treffen", conference: "Konferenz", hackathon: "Hackathon", training: "Schulung", other: "anderes" },
  recognition: "Was Dank verdient",
  innerSource: "Inner Source: offen im eigenen Haus",
  project: "Projekt",
  purpose: "Wozu",
  owner: "Verantwortlich",
  seen: "Repository",
  read: "in diesem Lauf gelesen",
  notRead: "in diesem Lauf nicht gelesen",
  register: {
    training: "Schulungen",
    ambassadors: "Botschafterinnen und Botschafter",
    events: "Anlässe",
    recognition: "Anerkennung",
    "inner-source": "Inner-Source-Projekte",
  },
  missing: "Nicht bekannt, weil es noch niemand führt: {list}.",
};

export function cultureWords(language: Language): CultureWords {
  return language === "de" ? de : en;
}
