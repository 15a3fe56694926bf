// How products and projects deliver: the four keys of DORA, and what stands beside them.
import type { MeasureDefinition } from "./types.ts";

const family = { window: "90 days", formulaVersion: 1, from: "facts", available: "later" } as const;
const source = "DORA, Accelerate State of DevOps 2021, page 9";

export const delivery: readonly MeasureDefinition[] = [
  {
    ...family,
    available: "now",
    id: "delivery.deployment-frequency",
    title: { en: "Deployment frequency", de: "Häufigkeit der Auslieferung" },
    goal: "Deliver in small steps.",
    question: { en: "How often do changes reach people?", de: "Wie oft erreichen Änderungen die Menschen?" },
    definition:
      "Median number of days with a deployment (or release) in a week, weeks without one included; a window of 365 days decides below one a month, since 90 days cannot show it.",
    source,
    unit: "per week",
    direction: "up",
    caveat: "The bands of 2021 have a gap between daily and weekly.",
  },
  {
    ...family,
    available: "now",
    id: "delivery.lead-time",
    title: { en: "Lead time for changes", de: "Durchlaufzeit von Änderungen" },
    goal: "Get what is done to those who need it.",
    question: { en: "How long from commit to production?", de: "Wie lange dauert es vom Commit bis in die Produktion?" },
    definition:
      "Median time from the commit of a change to the deployment that holds it; the first deployment has no predecessor and is left out.",
    source,
    unit: "seconds",
    direction: "down",
    caveat: "Rebases move commit dates; the bands of 2021 have gaps between an hour and a day, and between a week and a month.",
  },
  {
    ...family,
    available: "now",
    id: "delivery.time-to-restore",
    title: { en: "Time to restore service", de: "Zeit bis zur Wiederherstellung" },
    goal: "Recover quickly.",
    question: {
      en: "How long until service is back after an incident?",
      de: "Wie lange dauert es, bis der Dienst nach einem Vorfall wieder läuft?",
    },
    definition: "Median time from the beginning of an incident that users felt to its end; open incidents are shown with their age.",
    source,
    unit: "seconds",
    direction: "down",
    caveat: "Needs incidents with beginning and end; the bands of 2021 have a gap between a week and six months.",
  },
  {
    ...family,
    available: "now",
    id: "delivery.change-failure-rate",
    title: { en: "Change failure rate", de: "Anteil fehlgeschlagener Änderungen" },
    goal: "Change without breaking.",
    question: {
      en: "How many changes had to be mended after they reached people?",
      de: "Wie viele Änderungen mussten nachgebessert werden?",
    },
    definition: "Deployments that degraded service and needed a remedy (hotfix, rollback, fix forward, patch), divided by all deployments.",
    source,
    unit: "share",
    direction: "down",
    caveat:
      "High, medium and low have one band in 2021: this figure cannot tell them apart. A fix commit is no failure, and a failed pipeline reached nobody.",
  },
  {
    ...family,
    available: "now",
    id: "delivery.reliability",
    title: { en: "Reliability", de: "Zuverlässigkeit" },
    goal: "Keep what we promise to users.",
    question: { en: "Do we meet our own targets of operation?", de: "Erreichen wir unsere eigenen Betriebsziele?" },
    definition:
      "Services that met their targets (availability, latency, performance, scalability) in the window, divided by services that have targets: where more than half of five or more answers that know of targets say so.",
    source: "DORA, Accelerate State of DevOps 2021, page 10",
    unit: "share",
    direction: "up",
    caveat: "A rating by the team itself; it has no levels and stands beside the four.",
    from: "decisions",
  },
  {
    ...family,
    available: "now",
    id: "delivery.rework-rate",
    title: { en: "Deployment rework rate", de: "Anteil ungeplanter Nacharbeit" },
    goal: "Spend deployments on what was planned.",
    question: { en: "How many deployments only mended what users saw?", de: "Wie viele Auslieferungen behoben nur sichtbare Fehler?" },
    definition: "Deployments that were not planned and mended a defect that users saw, divided by all deployments.",
    source: "DORA 2024",
    unit: "share",
    window: "365 days",
    direction: "down",
    caveat: "Not part of the model of 2021.",
  },
];
