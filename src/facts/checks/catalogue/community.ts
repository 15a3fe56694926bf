// What strangers look for before they take part: README, CONTRIBUTING, code of conduct, and the files beside them.
import { holds, where } from "../judge.ts";
import type { CheckText, RepositoryCheck } from "../types.ts";

function presence(
  id: string,
  fact: string,
  title: CheckText,
  definition: string,
  remedy: CheckText,
  sources: readonly string[],
  more: Partial<RepositoryCheck> = {},
): RepositoryCheck {
  return { id, group: "files", title, definition, remedy, sources, reads: [fact], judge: holds(fact), ...more };
}

export const community: readonly RepositoryCheck[] = [
  presence(
    "readme.present",
    "hasReadme",
    { en: "README", de: "README" },
    "README* at the root, in .github/ or docs/, not empty.",
    {
      en: "Add a README that says what this is, how to get it and how to use it.",
      de: "README schreiben: was das ist, wie man es bekommt, wie man es benutzt.",
    },
    ["repolinter readme-file-exists", "CLOMonitor readme", "Baloise"],
  ),
  presence(
    "readme.license",
    "readmeMentionsLicense",
    { en: "README names the licence", de: "README nennt die Lizenz" },
    'The README holds the word "license", "licence" or "Lizenz"; not applicable without one.',
    {
      en: "Name the licence in the README.",
      de: "Die Lizenz im README nennen.",
    },
    ["repolinter readme-references-license"],
    { judge: where("hasReadme", holds("readmeMentionsLicense")) },
  ),
  presence(
    "contributing.present",
    "hasContributing",
    { en: "CONTRIBUTING", de: "CONTRIBUTING" },
    "CONTRIB* (but for CONTRIBUTORS) at the root, in docs/ or .github/; CONTRIBUTION.md counts, too.",
    {
      en: "Add CONTRIBUTING.md: how to report, how to propose a change, what you expect.",
      de: "CONTRIBUTING.md schreiben: wie man meldet, wie man ändert, was erwartet wird.",
    },
    ["repolinter contributing-file-exists", "OSPS-GV-03.01", "CLOMonitor contributing", "Baloise"],
  ),
  presence(
    "coc.present",
    "hasCodeOfConduct",
    { en: "Code of conduct", de: "Verhaltenskodex" },
    "CODE_OF_CONDUCT* (also with hyphens or spaces) at the root, in docs/ or .github/.",
    {
      en: "Add CODE_OF_CONDUCT.md with somebody to turn to.",
      de: "CODE_OF_CONDUCT.md mit Ansprechstelle hinzufügen.",
    },
    ["repolinter code-of-conduct-file-exists", "CLOMonitor code_of_conduct", "Baloise"],
  ),
  presence(
    "coc.contact",
    "codeOfConductContact",
    { en: "Contact for conduct", de: "Kontakt zum Verhalten" },
    "The code of conduct holds a mail address; not applicable without one.",
    {
      en: "Name an address to which breaches are reported.",
      de: "Eine Adresse nennen, an die Verstösse gemeldet werden.",
    },
    ["repolinter code-of-conduct-file-contains-email"],
    { judge: where("hasCodeOfConduct", holds("codeOfConductContact")) },
  ),
  presence(
    "changelog.present",
    "hasChangelog",
    { en: "Changelog", de: "Änderungsverzeichnis" },
    "CHANGELOG*, CHANGES*, HISTORY*, NEWS* or RELEASE-NOTES*, as a document.",
    {
      en: "Keep a CHANGELOG.md for those who use the releases.",
      de: "CHANGELOG.md führen für jene, die Ausgaben benutzen.",
    },
    ["repolinter changelog-file-exists", "OSPS-BR-04.01", "CLOMonitor changelog"],
  ),
  presence(
    "support.present",
    "hasSupport",
    { en: "Where to get help", de: "Wo es Hilfe gibt" },
    "SUPPORT* at the root, in docs/ or .github/.",
    {
      en: "Add SUPPORT.md: where to ask, and when to expect an answer.",
      de: "SUPPORT.md schreiben: wo man fragt und bis wann eine Antwort kommt.",
    },
    ["repolinter support-file-exists"],
    { indicator: true },
  ),
  presence(
    "governance.present",
    "hasGovernance",
    { en: "Governance", de: "Leitung des Projekts" },
    "A document GOVERNANCE* (a folder of that name is none).",
    {
      en: "Write down in GOVERNANCE.md who decides what, and how.",
      de: "In GOVERNANCE.md festhalten, wer was wie entscheidet.",
    },
    ["CLOMonitor governance", "OSPS-GV-01.02"],
    { indicator: true },
  ),
  presence(
    "roadmap.present",
    "hasRoadmap",
    { en: "Roadmap", de: "Fahrplan" },
    "A document ROADMAP*.",
    { en: "Say in ROADMAP.md where this goes.", de: "In ROADMAP.md sagen, wohin es geht." },
    ["CLOMonitor roadmap"],
    { indicator: true },
  ),
  presence(
    "adopters.present",
    "hasAdopters",
    { en: "Adopters", de: "Wer es einsetzt" },
    "A document ADOPTERS* or USERS* at the root.",
    { en: "List in ADOPTERS.md who uses it, with their consent.", de: "In ADOPTERS.md nennen, wer es einsetzt (mit Einverständnis)." },
    ["CLOMonitor adopters"],
    { indicator: true },
  ),
  presence(
    "templates.issue",
    "hasIssueTemplate",
    { en: "Template for issues", de: "Vorlage für Meldungen" },
    "ISSUE_TEMPLATE* (file or folder) at the root, in .github/ or docs/; .gitlab/issue_templates.",
    { en: "Add a template for reports.", de: "Eine Vorlage für Meldungen hinzufügen." },
    ["repolinter github-issue-template-exists", "OSPS-DO-02.01"],
    { indicator: true },
  ),
  presence(
    "templates.pull-request",
    "hasPullRequestTemplate",
    { en: "Template for changes", de: "Vorlage für Änderungen" },
    "PULL_REQUEST_TEMPLATE* (file or folder) at the root, in .github/ or docs/; .gitlab/merge_request_templates.",
    { en: "Add a template for pull requests.", de: "Eine Vorlage für Änderungsanträge hinzufügen." },
    ["repolinter github-pull-request-template-exists"],
    { indicator: true },
  ),
  presence(
    "publiccode.present",
    "hasPubliccode",
    { en: "publiccode.yml", de: "publiccode.yml" },
    "publiccode.yml at the root.",
    {
      en: "Add publiccode.yml, so that catalogues of public software find it.",
      de: "publiccode.yml hinzufügen, damit Verzeichnisse öffentlicher Software es finden.",
    },
    ["publiccode.yml 0.7"],
    { indicator: true },
  ),
  presence(
    "publiccode.valid",
    "publiccodeValid",
    { en: "publiccode.yml valid", de: "publiccode.yml gültig" },
    "It holds the mandatory keys in their form; not applicable without one.",
    { en: "Fill in what is missing.", de: "Fehlendes ergänzen." },
    ["publiccode.yml 0.7"],
    { judge: where("hasPubliccode", holds("publiccodeValid")) },
  ),
];
