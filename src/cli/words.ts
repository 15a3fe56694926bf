// What commands say besides results: the words of the report live in #look, these belong to the commands.
import type { Language } from "#look";

const en = {
  read: "{done}/{total} repositories read ({repository})",
  searched: "{done}/{total} versions of files searched for secrets ({repository})",
  awaited: "Another run searches the history of {repository} for secrets; waiting for it …",
  asked: "{done}/{total} packages asked for ({repository})",
  collect: "Reading repositories …",
  packages: "Looking into packages …",
  judge: "Asking the rules …",
  sumUp: "Summing up …",
  programFine: "{location}: fine. {policies} {policies|policy|policies}, {rules} {rules|rule|rules}, {remarks} {remarks|remark|remarks}.",
  programFaulty: "{location}: {errors} {errors|error|errors}, {remarks} {remarks|remark|remarks}.",
  noProgramHere: "There is no program here (organization.yaml, or allmend/organization.yaml): the starter pack is meant.",
  examples: "{passed} passed, {failed} failed",
  kept: "Files that were there were kept; --force replaces them.",
  readFirst: "Read organization.yaml first: distribution and owner of each product. Then: allmend validate {folder}",
  adopted:
    '{file}: {findings} {findings|finding|findings}, due in {deny}, {review} or {warn} days (denied, to review, hints). Use it with "allmend scan … --baseline {file}".',
  recorded: "{file}: {kind} {id} about {subject}.",
  imported: "{file}: {read} read, {taken} taken, {empty} without anything for us, {lost} not understood. Kept in {kept}",
  importedKnown: "{file}: imported before, nothing new. Kept in {kept}",
  answersTaken: "{taken} {taken|answer|answers} put on record, {known} known already, {refused} refused.",
  gatePasses: "Gate (--fail-on {failOn}): passes.",
  gateFails: "Gate (--fail-on {failOn}): fails; findings that fail it: {count}.",
  gateFailsNew: "Gate (--fail-on {failOn}): fails; findings that are new or overdue: {count}.",
  departures: "Departures from {packs}: {count}",
  noDeparture: "No departure from {packs}.",
  fixWritten: "{path}: written into the patch.",
  fixOpen: "to decide: {question}",
  fixLeft: {
    "no-license": "{name}: left out. Nothing says under which licence; name it with --license.",
    "unknown-license": "{name}: left out. The licence is on no list, so its text is not known; add a template of it.",
    "no-template": "{name}: left out. There is no template of it.",
  },
  fixNothing: "Nothing to write.",
  fixReview: "Read the patch, decide what is marked, then: {command}",
  identified: {
    kind: { text: "text", tag: "tag", header: "notice" },
    binary: "binary, no text in it",
    large: "large, only its two ends were read",
    unreadable: "no plain file, or it cannot be read",
    "left-out": "not read: beyond what is read of one repository",
    ownText: "a text of its own, nearest to {nearest} ({percent} %), with other words at",
    line: "line {line}: {change}",
    leftOut: "left out: {words}",
    added: "added: {words}",
    other: "{words} | instead of: {instead}",
    more: "and {count} more {count|place|places}",
  },
  departure: {
    added: "added",
    removed: "removed",
    changed: "changed",
    "switched-off": "switched off",
    prose: "prose",
    parameter: "parameter",
  },
};

export type CliWords = typeof en;

const de: CliWords = {
  read: "{done}/{total} Repositorys gelesen ({repository})",
  searched: "{done}/{total} Dateiversionen nach Geheimnissen durchsucht ({repository})",
  awaited: "Ein anderer Lauf durchsucht gerade die Geschichte von {repository} nach Geheimnissen; warten, bis er fertig ist …",
  asked: "{done}/{total} Pakete erfragt ({repository})",
  collect: "Repositorys werden gelesen …",
  packages: "Pakete werden angesehen …",
  judge: "Die Regeln werden befragt …",
  sumUp: "Wird zusammengefasst …",
  programFine:
    "{location}: in Ordnung. {policies} {policies|Richtlinie|Richtlinien}, {rules} {rules|Regel|Regeln}, {remarks} {remarks|Bemerkung|Bemerkungen}.",
  programFaulty: "{location}: {errors} Fehler, {remarks} {remarks|Bemerkung|Bemerkungen}.",
  noProgramHere: "Hier ist kein Programm (organization.yaml oder allmend/organization.yaml): gemeint ist das Paket starter.",
  examples: "{passed} bestanden, {failed} nicht bestanden",
  kept: "Was schon da war, blieb; --force ersetzt es.",
  readFirst: "Zuerst organization.yaml lesen: wie jedes Produkt zu den Menschen kommt und wem es gehört. Dann: allmend validate {folder}",
  adopted:
    "{file}: {findings} {findings|Befund|Befunde}, fällig in {deny}, {review} oder {warn} Tagen (untersagt, zu prüfen, Hinweise). Zu verwenden mit «allmend scan … --baseline {file}».",
  recorded: "{file}: {kind} {id} zu {subject}.",
  imported: "{file}: {read} gelesen, {taken} übernommen, {empty} ohne etwas für uns, {lost} nicht verstanden. Abgelegt in {kept}",
  importedKnown: "{file}: schon früher eingelesen, nichts Neues. Abgelegt in {kept}",
  answersTaken: "{taken} {taken|Antwort|Antworten} festgehalten, {known} schon bekannt, {refused} abgelehnt.",
  gatePasses: "Schranke (--fail-on {failOn}): offen.",
  gateFails: "Schranke (--fail-on {failOn}): zu; Befunde, an denen es liegt: {count}.",
  gateFailsNew: "Schranke (--fail-on {failOn}): zu; neue oder überfällige Befunde: {count}.",
  departures: "Abweichungen von {packs}: {count}",
  noDeparture: "Keine Abweichung von {packs}.",
  fixWritten: "{path}: steht im Patch.",
  fixOpen: "zu entscheiden: {question}",
  fixLeft: {
    "no-license": "{name}: weggelassen. Nichts sagt, unter welcher Lizenz; mit --license nennen.",
    "unknown-license": "{name}: weggelassen. Die Lizenz steht auf keiner Liste, ihr Text ist nicht bekannt; eine Vorlage hinzufügen.",
    "no-template": "{name}: weggelassen. Es gibt keine Vorlage dafür.",
  },
  fixNothing: "Nichts zu schreiben.",
  fixReview: "Den Patch lesen, Markiertes entscheiden, dann: {command}",
  identified: {
    kind: { text: "Text", tag: "Kennzeichen", header: "Vermerk" },
    binary: "binär, kein Text darin",
    large: "groß, nur Anfang und Ende wurden gelesen",
    unreadable: "keine gewöhnliche Datei, oder sie lässt sich nicht lesen",
    "left-out": "nicht gelesen: mehr, als von einem Repository gelesen wird",
    ownText: "ein eigener Text, am nächsten bei {nearest} ({percent} %), mit anderen Worten in",
    line: "Zeile {line}: {change}",
    leftOut: "weggelassen: {words}",
    added: "hinzugefügt: {words}",
    other: "{words} | statt: {instead}",
    more: "und an {count} weiteren {count|Stelle|Stellen}",
  },
  departure: {
    added: "hinzugefügt",
    removed: "entfernt",
    changed: "geändert",
    "switched-off": "abgeschaltet",
    prose: "Text",
    parameter: "Parameter",
  },
};

const catalogues: Readonly<Record<Language, CliWords>> = { en, de };

export function cliWords(language: Language): CliWords {
  return catalogues[language];
}
