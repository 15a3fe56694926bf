// Whether people know, want and can. K-50 to K-53.
import type { MeasureDefinition } from "./types.ts";

const family = { window: "365 days", formulaVersion: 1, from: "decisions", available: "later" } as const;

export const culture: readonly MeasureDefinition[] = [
  {
    ...family,
    id: "culture.survey-index",
    alias: "K-50",
    title: { en: "Survey index", de: "Umfrageindex" },
    goal: "Be a place where open source work is wanted.",
    question: { en: "Do people feel supported in open source work?", de: "Fühlen sich die Leute in ihrer Open-Source-Arbeit unterstützt?" },
    definition:
      "Mean agreement (0 to 100) over the questions on support by managers, understood value, clear rules and time; by group of five people or more.",
    source: "GitHub OSPO survey questions",
    unit: "points",
    direction: "up",
    caveat: "Answers are anonymous; no figure for groups under five.",
    available: "now",
  },
  {
    ...family,
    id: "culture.trained-share",
    alias: "K-51",
    title: { en: "Trained share", de: "Anteil Geschulter" },
    goal: "Let everybody know enough to start.",
    question: { en: "How many people took part in a training?", de: "Wie viele Personen haben eine Schulung besucht?" },
    definition:
      "People of the organisation's teams with a training in the window (register of trainings), divided by all people of its teams. Not given for fewer than five people.",
    source: "OpenChain; OW2 Good Governance Initiative, activity 18",
    unit: "share",
    direction: "up",
    caveat: "Attendance is not competence.",
    available: "now",
  },
  {
    ...family,
    id: "culture.talks-and-events",
    alias: "K-52",
    title: { en: "Talks and events", de: "Vorträge und Anlässe" },
    goal: "Be seen where our communities meet.",
    question: { en: "Where did we speak, host or take part?", de: "Wo haben wir gesprochen, eingeladen, teilgenommen?" },
    definition: "Talks, articles and events on record, by kind, inside and outside the house.",
    source: "TODO Group; Baloise guidelines",
    unit: "count",
    direction: "up",
    caveat: "Only what somebody wrote down.",
    available: "now",
  },
  {
    ...family,
    id: "culture.support",
    alias: "K-53",
    title: { en: "Support given", de: "Geleistete Unterstützung" },
    goal: "Help before people give up.",
    question: {
      en: "How many ask us, how fast are they helped, are they content?",
      de: "Wie viele fragen uns, wie schnell wird geholfen, sind sie zufrieden?",
    },
    definition: "Questions to the office, median time to the answer, and mean satisfaction where it was given.",
    source: "FINOS, support metrics",
    unit: "profile",
    window: "90 days",
    direction: "none",
    caveat: "Fewer questions may mean better answers, or fewer hopes.",
  },
];
