// Words around the figures of the measures; what a figure is called stands in the registry of measures.
export const figuresEn = {
  title: "Figures",
  lead: "What is measured in this run, with what it is measured against. A figure is a question answered, not a mark.",
  of: "of {count}",
  perProduct: "{low} to {high} in {count} {count|product|products}",
  caveat: "Read with care: {text}",
  reason: {
    "nothing-to-measure": "nothing to measure",
    "not-enough-data": "not enough data",
    "no-source": "no source that says it",
    "group-too-small": "the group is too small",
  },
  detail: {
    components: "components",
    own: "packages of our own",
    unknownLicense: "without a known licence",
    reference: "reference",
    expired: "run out",
    unanswered: "without an answer",
  },
  unit: {
    days: "{value} {value|day|days}",
    hours: "{value} {value|hour|hours}",
    seconds: "{value} {value|second|seconds}",
    years: "{value} {value|year|years}",
    lines: "{value} {value|line|lines}",
    points: "{value} {value|point|points}",
    "per week": "{value} a week",
    "per year": "{value} a year",
  },
};

export const figuresDe: typeof figuresEn = {
  title: "Zahlen",
  lead: "Was in diesem Lauf gemessen wurde, und woran. Eine Zahl beantwortet eine Frage; sie ist keine Note.",
  of: "von {count}",
  perProduct: "{low} bis {high} in {count} {count|Produkt|Produkten}",
  caveat: "Mit Vorsicht zu lesen: {text}",
  reason: {
    "nothing-to-measure": "nichts zu messen",
    "not-enough-data": "zu wenig Daten",
    "no-source": "keine Quelle sagt es",
    "group-too-small": "die Gruppe ist zu klein",
  },
  detail: {
    components: "Komponenten",
    own: "eigene Pakete",
    unknownLicense: "ohne bekannte Lizenz",
    reference: "Referenz",
    expired: "abgelaufen",
    unanswered: "ohne Antwort",
  },
  unit: {
    days: "{value} {value|Tag|Tage}",
    hours: "{value} {value|Stunde|Stunden}",
    seconds: "{value} {value|Sekunde|Sekunden}",
    years: "{value} {value|Jahr|Jahre}",
    lines: "{value} {value|Zeile|Zeilen}",
    points: "{value} {value|Punkt|Punkte}",
    "per week": "{value} in der Woche",
    "per year": "{value} im Jahr",
  },
};
