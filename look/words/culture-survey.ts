// Words of the questionnaire on culture, English and German: after questions that GitHub's open source program office published for reuse, in words of our own.
import type { Language } from "./index.ts";

const en = {
  title: "Open source with us",
  about: "About {name}",
  intro:
    "Four statements, about the last twelve months. Say how far you agree. Nobody's name is kept, and nothing is shown of fewer than five people. Answer as things are, not as they should be.",
  source: "After the survey questions of GitHub's open source program office (github/github-ospo, CC BY 4.0), in our own words.",
  role: "What do you mostly do?",
  roles: { engineer: "I build or run software", manager: "I lead people or decide about it" },
  unknown: "I cannot say",
  example: "An example, if you like",
  exampleHint: "One or two sentences on what helped you or stood in your way. No names.",
  save: "Save my answers",
  saved: "Your answers are in the file that was just saved. Give it to whoever sent you this form.",
  missing: "Please choose what you do and answer at least one statement.",
  question: {
    managerSupport: "My manager supports my work on open source.",
    understoodValue: "I understand what our work on open source is worth to the business.",
    clearRules: "I know what I may do with open source, and whom to ask when I do not.",
    timeForIt: "I get the time that my work on open source needs.",
  },
  short: {
    managerSupport: "Support by managers",
    understoodValue: "Understood value",
    clearRules: "Clear rules",
    timeForIt: "Time for it",
  },
  answer: {
    "strongly-agree": "I agree fully",
    agree: "I rather agree",
    neither: "Half and half",
    disagree: "I rather disagree",
    "strongly-disagree": "I do not agree at all",
  },
  results: {
    title: "What people say of open source with us, in the last 365 days",
    scale: "Mean agreement, from 0 (nobody agrees) to 100 (everybody agrees fully)",
    index: "All statements",
    few: "fewer than five answers: nothing is shown",
    answers: "{count} answers",
    noFigure: "fewer than five say",
    noIndex: "not every statement has five answers",
    roles: { engineer: "those who build or run software", manager: "those who lead or decide" },
    rolesHidden: "Roles are not told apart: each needs five answers.",
    examples: "Examples",
    organization: "all together",
    none: "There is no answer on record.",
    said: "What people say (0 to 100, {count} answers)",
    statement: "Statement",
    agreement: "Agreement",
  },
};

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };
export type CultureSurveyWords = Widen<typeof en>;

const de: CultureSurveyWords = {
  title: "Open Source bei uns",
  about: "Zu {name}",
  intro:
    "Vier Aussagen, zu den letzten zwölf Monaten. Sag, wie weit du zustimmst. Niemandes Name wird behalten, und von weniger als fünf Personen wird nichts gezeigt. Antworte, wie es ist, nicht, wie es sein sollte.",
  source: "Nach den Umfragefragen des Open-Source-Büros von GitHub (github/github-ospo, CC BY 4.0), in eigenen Worten.",
  role: "Was tust du vor allem?",
  roles: { engineer: "Ich baue oder betreibe Software", manager: "Ich führe Leute oder entscheide darüber" },
  unknown: "Kann ich nicht sagen",
  example: "Ein Beispiel, wenn du magst",
  exampleHint: "Ein, zwei Sätze dazu, was dir geholfen hat oder im Weg stand. Keine Namen.",
  save: "Antworten speichern",
  saved: "Deine Antworten stehen in der Datei, die eben gespeichert wurde. Gib sie dorthin, woher du dieses Formular hast.",
  missing: "Bitte wähle, was du tust, und antworte auf mindestens eine Aussage.",
  question: {
    managerSupport: "Wer mich führt, steht hinter meiner Arbeit an Open Source.",
    understoodValue: "Ich verstehe, was unsere Arbeit an Open Source dem Geschäft bringt.",
    clearRules: "Ich weiss, was ich mit Open Source darf, und wen ich sonst frage.",
    timeForIt: "Ich bekomme die Zeit, die meine Arbeit an Open Source braucht.",
  },
  short: {
    managerSupport: "Rückhalt bei Vorgesetzten",
    understoodValue: "Verstandener Nutzen",
    clearRules: "Klare Regeln",
    timeForIt: "Zeit dafür",
  },
  answer: {
    "strongly-agree": "Stimmt ganz",
    agree: "Stimmt eher",
    neither: "Teils, teils",
    disagree: "Stimmt eher nicht",
    "strongly-disagree": "Stimmt gar nicht",
  },
  results: {
    title: "Was die Leute über Open Source bei uns sagen, in den letzten 365 Tagen",
    scale: "Mittlere Zustimmung, von 0 (niemand stimmt zu) bis 100 (alle stimmen ganz zu)",
    index: "Alle Aussagen",
    few: "weniger als fünf Antworten: nichts wird gezeigt",
    answers: "{count} Antworten",
    noFigure: "weniger als fünf sagen etwas",
    noIndex: "nicht zu jeder Aussage gibt es fünf Antworten",
    roles: { engineer: "jene, die Software bauen oder betreiben", manager: "jene, die führen oder entscheiden" },
    rolesHidden: "Die Rollen werden nicht unterschieden: jede braucht fünf Antworten.",
    examples: "Beispiele",
    organization: "alle zusammen",
    none: "Es sind keine Antworten festgehalten.",
    said: "Was die Leute sagen (0 bis 100, {count} Antworten)",
    statement: "Aussage",
    agreement: "Zustimmung",
  },
};

export function cultureSurveyWords(language: Language): CultureSurveyWords {
  return language === "de" ? de : en;
}
