// Words of the chain from objective to figure.
export const chainEn = {
  why: "What it is there for",
  comes: "What comes of it",
  noWhy: "Nothing says what it is there for.",
  nothing: "Nothing comes of it yet.",
  whole: "The chain is whole: nothing hangs on nothing.",
  kind: {
    objective: "Objective",
    activity: "Activity",
    policy: "Policy",
    rule: "Rule",
    finding: "Finding",
    decision: "Decision",
    figure: "Figure",
    subject: "About",
  },
  lacks: {
    activity: "no activity serves it",
    figure: "nothing measures it",
    objective: "it serves no objective",
    policy: "it stands in no policy",
  },
  state: { expired: "run out" },
};

export const chainDe: typeof chainEn = {
  why: "Wofür es da ist",
  comes: "Was daraus folgt",
  noWhy: "Nichts sagt, wofür es da ist.",
  nothing: "Daraus folgt noch nichts.",
  whole: "Die Kette ist ganz: nichts hängt in der Luft.",
  kind: {
    objective: "Ziel",
    activity: "Aktivität",
    policy: "Richtlinie",
    rule: "Regel",
    finding: "Befund",
    decision: "Entscheid",
    figure: "Zahl",
    subject: "Betrifft",
  },
  lacks: {
    activity: "keine Aktivität dient ihm",
    figure: "nichts misst es",
    objective: "es dient keinem Ziel",
    policy: "es steht in keiner Richtlinie",
  },
  state: { expired: "abgelaufen" },
};
