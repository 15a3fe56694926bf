// What the written documents say to people, in each language.
import type { Language } from "../../model.ts";

const en = {
  organization: "Name of the organisation, as people write it.",
  extends: "Its policies hold, except where a page of ours says otherwise. `allmend diff --pack` shows where.",
  languages: "The first is the one that plain texts are in.",
  domains: "Mail domains that are ours: who commits under them is one of us.",
  forges: "Organisations on forges that are ours.",
  units: "Units of the organisation.",
  teams: "Ids, no names: who is meant, the identity provider knows. `none` stands for nobody yet; findings then say so.",
  executives: "Ids of those who approve policies and sponsor the strategy.",
  business: "How we live with open source: models that combine, their reasons, where money comes from.",
  businessProposed: [
    "Proposed from your answers, decided by nobody: strike what does not fit, add revenue, reasons and risks, then let an executive confirm it (state: confirmed).",
  ],
  speaksFor: "for it:",
  speaksAgainst: "against it:",
  weakness: "its weakness:",
  boards: "Boards decide what rules cannot. How many of each lane must agree:",
  products: [
    "What we make, proposed from what was found. Correct it: obligations depend on how each deliverable reaches people.",
    "distribution: internal     stays in the house",
    "              hosted       people use it over a network",
    "              browser      its code runs in people's browsers, so it leaves the house",
    "              distributed  they get binaries or packages: apps, libraries, installers",
    "              embedded     it is in a device",
    "              source       they get the source",
    "repositories: ids below the scanned folder, or globs such as claims-*",
    "criticality:  low, medium, high or critical",
    "models:       consumption (we use open source), licensing, hosting, support, open-core, other",
    "owner:        the team that answers for it",
  ],
  parameters: "What the pack leaves open. Take the # away to set a value.",
  leftOut: "Belongs to no product:",
  productExample: "Products: none was found. An example:",
  unknownTeam: "named by",
  strategyTitle: "Open source at",
  sponsor: "who answers for it: an executive",
  state: "draft | consultation | approved | in-force | superseded",
  inherits: [
    "Objectives of the pack. Two or three are enough; a long list weakens the case. Name those that are yours: inherits: [first, second]",
  ],
  ownObjectives: "Own ones stand beside them:",
  strategyBody: "Write here, on two pages at most, what we want, what we do and what we do not do. Until then the text of the pack holds.",
  policyState: "draft and consultation: findings are shown and fail nothing",
  approvedBy: "an executive or a board",
  off: "Rules of the pack that we do not follow, each with its reason:",
  policyBody:
    "What stands here is added to the policy of the pack. A rule with the id of one of the pack's replaces it. Rules of the pack in this area:",
  licenses: "What we make of licences, over what Allmend knows of them. Empty is a good start.",
  categories: "Our own categories, where we see a licence differently:",
  choices: "Which branch of an OR we take; without one, the best answer:",
  curations: "Corrections of wrong licence data:",
  waivers: "Exceptions from our own rules, each with an owner and a last day:",
  readme: (name: string, pack: string) => `# The open source program of ${name}

What ${name} intends with open source, as documents that people read and Allmend checks.

| file | what |
|---|---|
| \`organization.yaml\` | who we are, what we make, how it reaches people |
| \`strategy.md\` | what we want and how we see that it works |
| \`policies/\` | the rules, each under the sentence that it enforces |
| \`licenses.yaml\` | what we make of licences; exceptions |
| \`records/\` | what people and machines add over time |

It builds on the pack ${pack}.

    allmend validate          are the documents right?
    allmend test              do the rules answer as their examples say?
    allmend scan PATH         what do the rules say of our repositories?
    allmend report executive  one page for those who lead; also strategy, policies, site, …
    allmend adopt PATH        take today's findings as the beginning, with owners and due dates

First: correct the products in \`organization.yaml\`, name people in its teams, choose objectives in \`strategy.md\`.
`,
};

const de: typeof en = {
  organization: "Name der Organisation, wie man ihn schreibt.",
  extends: "Seine Richtlinien gelten, ausser wo eine Seite von uns etwas anderes sagt. `allmend diff --pack` zeigt, wo.",
  languages: "Die erste ist die, in der einfache Texte stehen.",
  domains: "Unsere E-Mail-Domänen: wer darunter beiträgt, gehört zu uns.",
  forges: "Unsere Organisationen auf Code-Plattformen.",
  units: "Einheiten der Organisation.",
  teams: "Kürzel, keine Namen: wer gemeint ist, weiss das Verzeichnis. `none` heisst noch niemand; Befunde sagen es dann.",
  executives: "Kürzel derer, die Richtlinien genehmigen und für die Strategie einstehen.",
  business: "Wie wir mit Open Source leben: Modelle, die sich verbinden, ihre Gründe, woher das Geld kommt.",
  businessProposed: [
    "Aus euren Antworten vorgeschlagen, von niemandem entschieden: streichen, was nicht passt, Einnahmen, Gründe und Risiken ergänzen, dann von der Geschäftsleitung bestätigen lassen (state: confirmed).",
  ],
  speaksFor: "dafür:",
  speaksAgainst: "dagegen:",
  weakness: "seine Schwäche:",
  boards: "Gremien entscheiden, was Regeln nicht können. Wie viele jeder Sicht zustimmen müssen:",
  products: [
    "Was wir machen, vorgeschlagen aus dem Gefundenen. Bitte berichtigen: Pflichten hängen davon ab, wie etwas zu den Menschen kommt.",
    "distribution: internal     bleibt im Haus",
    "              hosted       wird über ein Netz benutzt",
    "              browser      sein Code läuft im Browser der Leute und verlässt also das Haus",
    "              distributed  sie erhalten Programme oder Pakete: Apps, Bibliotheken, Installationen",
    "              embedded     steckt in einem Gerät",
    "              source       sie erhalten den Quelltext",
    "repositories: Namen unter dem durchsuchten Ordner, oder Muster wie claims-*",
    "criticality:  low, medium, high oder critical",
    "models:       consumption (wir nutzen Open Source), licensing, hosting, support, open-core, other",
    "owner:        das Team, das dafür einsteht",
  ],
  parameters: "Was das Paket offen lässt. Wer einen Wert setzen will, nimmt das # weg.",
  leftOut: "Gehört zu keinem Produkt:",
  productExample: "Produkte: keines gefunden. Ein Beispiel:",
  unknownTeam: "genannt:",
  strategyTitle: "Open Source bei",
  sponsor: "wer dafür einsteht: jemand aus der Leitung",
  state: "draft | consultation | approved | in-force | superseded",
  inherits: ["Ziele des Pakets. Zwei oder drei genügen; eine lange Liste schwächt. Die eigenen nennen: inherits: [erstes, zweites]"],
  ownObjectives: "Eigene stehen daneben:",
  strategyBody:
    "Hier steht auf höchstens zwei Seiten, was wir wollen, was wir tun und was wir nicht tun. Bis dahin gilt der Text des Pakets.",
  policyState: "draft und consultation: Befunde werden gezeigt und halten nichts auf",
  approvedBy: "jemand aus der Leitung oder ein Gremium",
  off: "Regeln des Pakets, denen wir nicht folgen, mit Grund:",
  policyBody:
    "Was hier steht, kommt zur Richtlinie des Pakets hinzu. Eine Regel mit der Kennung einer Regel des Pakets ersetzt sie. Regeln des Pakets in diesem Bereich:",
  licenses: "Was wir von Lizenzen halten, über das hinaus, was Allmend von ihnen weiss. Leer ist ein guter Anfang.",
  categories: "Eigene Kategorien, wo wir eine Lizenz anders sehen:",
  choices: "Welchen Zweig eines OR wir wählen; sonst die beste Antwort:",
  curations: "Berichtigungen falscher Lizenzangaben:",
  waivers: "Ausnahmen von unseren eigenen Regeln, je mit Verantwortung und letztem Tag:",
  readme: (name, pack) => `# Das Open-Source-Programm von ${name}

Was ${name} mit Open Source vorhat, als Dokumente, die Menschen lesen und Allmend prüft.

| Datei | was |
|---|---|
| \`organization.yaml\` | wer wir sind, was wir machen, wie es zu den Menschen kommt |
| \`strategy.md\` | was wir wollen und woran wir sehen, dass es gelingt |
| \`policies/\` | die Regeln, jede unter dem Satz, den sie durchsetzt |
| \`licenses.yaml\` | was wir von Lizenzen halten; Ausnahmen |
| \`records/\` | was Menschen und Maschinen mit der Zeit hinzufügen |

Es baut auf dem Paket ${pack} auf.

    allmend validate          stimmen die Dokumente?
    allmend test              antworten die Regeln, wie ihre Beispiele sagen?
    allmend scan PFAD         was sagen die Regeln zu unseren Repositorys?
    allmend report executive  eine Seite für die Leitung; auch strategy, policies, site, …
    allmend adopt PFAD        die heutigen Befunde als Anfang nehmen, mit Verantwortlichen und Fristen

Zuerst: die Produkte in \`organization.yaml\` berichtigen, in den Teams Leute nennen, in \`strategy.md\` Ziele wählen.
`,
};

export type InitWords = typeof en;
export const initWords: Readonly<Record<Language, InitWords>> = { en, de };
