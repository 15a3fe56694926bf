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
  programChanged:
    "{location} says something else than at the last run, and this report tells of that run: name the folders here, or run allmend scan first.",
  reportsTheRest:
    "{location} has {errors} {errors|error|errors}: the report says what is left of the program and names each of them. No gate takes such a program.",
  examples: "{passed} passed, {failed} failed",
  kept: "Files that were there were kept; --force replaces them.",
  modelsProposed: "Business models that your answers speak for; none of them is right by itself (organization.yaml, business):",
  modelProposed: "  {model}: {strength}. Mind: {weakness}.",
  nothingProposed:
    "No repository with something to deliver was found there: the products of organization.yaml stand empty until you name them, or run init again with --from FOLDER.",
  readFirst:
    "Read organization.yaml first: distribution and owner of each product; then cut strategy.md to the objectives that are yours. Next:\n  allmend validate {folder}\n  allmend scan {repositories} --program {folder}\n  allmend report executive --output executive.html",
  adopted:
    '{file}: {findings} {findings|finding|findings}, due in {deny}, {review} or {warn} days (denied, to review, hints). Use it with "allmend scan … --baseline {file}".',
  recorded: "{file}: {kind} {id} about {subject}.",
  imported: "{file}: {read} read, {taken} taken, {empty} without anything for us, {lost} not understood. Kept in {kept}",
  importedKnown: "{file}: imported before, nothing new. Kept in {kept}",
  answersTaken: "{taken} {taken|answer|answers} put on record, {known} known already, {refused} refused.",
  requested: "Request {id} is open ({phase}): {address}",
  uploaded: "{address} has the result: {components} components, {uses} uses.",
  uploadedJudging: "{address} has the result ({components} components, {uses} uses) and judges it now.",
  importedToServer: "{file}: {taken} {taken|decision|decisions} put on record at {address}, each with its origin; {lost} not understood.",
  importedToServerKnown: "{file}: {address} has it already, nothing new.",
  importedToServerLeft:
    "{file}: {left} {left|line|lines} on licences and violations were left out: they belong beside the program (without --server).",
  programInForce: "{address} goes by this program now ({files} {files|file|files}, version {id}).",
  programJudging:
    "{address} goes by this program now ({files} {files|file|files}, version {id}) and judges everything that it knows by it.",
  programSame: "{address} goes by this program already (version {id}); nothing was changed.",
  plan: {
    uses: "Of {judged} {judged|use|uses}, {changed} would be judged otherwise.",
    findings: "Findings: {added} would come, {removed} would go, {changed} would change, {unchanged} stay.",
    rule: "{added} come, {removed} go, {changed} change",
    added: "Would come",
    changed: "Would change",
    removed: "Would go",
  },
  gatePasses: "Gate (--fail-on {failOn}): passes.",
  gateFails: "Gate (--fail-on {failOn}): fails; findings that fail it: {count}.",
  gateFailsNew: "Gate (--fail-on {failOn}): fails; findings that are new or overdue: {count}.",
  departures: "Departures from {packs}: {count}",
  noDeparture: "No departure from {packs}.",
  fixWritten: "{path}: written into the patch.",
  fixOpen: "to decide: {question}",
  fixLeft: {
    "no-license": "{name}: left out. Nothing says under which licence; name it with --license.",
    "several-licenses": "{name}: left out. That is more than one licence; name one with --license, or add a template of the file.",
    "unknown-license": "{name}: left out. The licence is on no list, so its text is not known; add a template of it.",
    "no-template": "{name}: left out. There is no template of it.",
    taken: "{name}: left out. Something else stands where it would go; move that first.",
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
  serving: "Allmend: {address}  (Ctrl-C ends it)",
  firstLink: "Nobody is known here yet. Whoever opens this link within a day becomes the administrator; it works once:\n{link}",
  firstLinkHere: "Open this link, say who you are, and look around. It works once, on this machine:\n{link}",
  linkBack: "Open this link to come in again. It works once, on this machine:\n{link}",
  noPortal: "The portal is not built here (npm run portal): you get the report instead.",
  working: "Working on the jobs of the office (Ctrl-C ends it) …",
  verified: "{lines} {lines|line|lines}, {checkpoints} {checkpoints|checkpoint|checkpoints}: nothing was changed up to line {sure} ({at}).",
  verifiedWithout: "{lines} {lines|line|lines} follow each other; there is no checkpoint to hold them against.",
  notVerified: "{flaws} {flaws|flaw|flaws} in the record:",
  clockBack:
    "A clock of the office went back {lines|once|# times}, first before line {first}: from {from} to {to}. The order of the lines holds; what they say of the time does not, there.",
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
  programChanged:
    "{location} sagt anderes als beim letzten Lauf, und dieser Bericht erzählt von jenem: hier die Ordner nennen, oder zuerst allmend scan.",
  reportsTheRest:
    "{location} hat {errors} Fehler: Der Bericht sagt, was vom Programm bleibt, und nennt jeden davon. Keine Schranke nimmt ein solches Programm.",
  examples: "{passed} bestanden, {failed} nicht bestanden",
  kept: "Was schon da war, blieb; --force ersetzt es.",
  modelsProposed: "Geschäftsmodelle, für die eure Antworten sprechen; keines ist für sich das richtige (organization.yaml, business):",
  modelProposed: "  {model}: {strength}. Zu bedenken: {weakness}.",
  nothingProposed:
    "Dort fand sich kein Repository, aus dem etwas ausgeliefert wird: Die Produkte in organization.yaml bleiben leer, bis sie dort genannt sind, oder bis init mit --from ORDNER noch einmal läuft.",
  readFirst:
    "Zuerst organization.yaml lesen: wie jedes Produkt zu den Menschen kommt und wem es gehört; dann strategy.md auf die Ziele kürzen, die eure sind. Danach:\n  allmend validate {folder}\n  allmend scan {repositories} --program {folder}\n  allmend report executive --output executive.html",
  adopted:
    "{file}: {findings} {findings|Befund|Befunde}, fällig in {deny}, {review} oder {warn} Tagen (untersagt, zu prüfen, Hinweise). Zu verwenden mit «allmend scan … --baseline {file}».",
  recorded: "{file}: {kind} {id} zu {subject}.",
  imported: "{file}: {read} gelesen, {taken} übernommen, {empty} ohne etwas für uns, {lost} nicht verstanden. Abgelegt in {kept}",
  importedKnown: "{file}: schon früher eingelesen, nichts Neues. Abgelegt in {kept}",
  answersTaken: "{taken} {taken|Antwort|Antworten} festgehalten, {known} schon bekannt, {refused} abgelehnt.",
  requested: "Antrag {id} ist gestellt ({phase}): {address}",
  uploaded: "{address} hat das Ergebnis: {components} Komponenten, {uses} Verwendungen.",
  uploadedJudging: "{address} hat das Ergebnis ({components} Komponenten, {uses} Verwendungen) und beurteilt es jetzt.",
  importedToServer:
    "{file}: {taken} {taken|Entscheid|Entscheide} bei {address} festgehalten, jeder mit seiner Herkunft; {lost} nicht verstanden.",
  importedToServerKnown: "{file}: {address} hat es schon, nichts Neues.",
  importedToServerLeft:
    "{file}: {left} {left|Zeile|Zeilen} zu Lizenzen und Verstössen blieben weg: Sie gehören neben das Programm (ohne --server).",
  programInForce: "{address} richtet sich jetzt nach diesem Programm ({files} {files|Datei|Dateien}, Stand {id}).",
  programJudging:
    "{address} richtet sich jetzt nach diesem Programm ({files} {files|Datei|Dateien}, Stand {id}) und beurteilt danach alles, was bekannt ist.",
  programSame: "{address} richtet sich schon nach diesem Programm (Stand {id}); nichts wurde geändert.",
  plan: {
    uses: "Von {judged} {judged|Verwendung|Verwendungen} würden {changed} anders beurteilt.",
    findings: "Befunde: {added} kämen dazu, {removed} fielen weg, {changed} änderten sich, {unchanged} bleiben.",
    rule: "{added} dazu, {removed} weg, {changed} anders",
    added: "Kämen dazu",
    changed: "Änderten sich",
    removed: "Fielen weg",
  },
  gatePasses: "Schranke (--fail-on {failOn}): offen.",
  gateFails: "Schranke (--fail-on {failOn}): zu; Befunde, an denen es liegt: {count}.",
  gateFailsNew: "Schranke (--fail-on {failOn}): zu; neue oder überfällige Befunde: {count}.",
  departures: "Abweichungen von {packs}: {count}",
  noDeparture: "Keine Abweichung von {packs}.",
  fixWritten: "{path}: steht im Patch.",
  fixOpen: "zu entscheiden: {question}",
  fixLeft: {
    "no-license": "{name}: weggelassen. Nichts sagt, unter welcher Lizenz; mit --license nennen.",
    "several-licenses":
      "{name}: weggelassen. Das ist mehr als eine Lizenz; eine davon mit --license nennen oder eine Vorlage der Datei hinzufügen.",
    "unknown-license": "{name}: weggelassen. Die Lizenz steht auf keiner Liste, ihr Text ist nicht bekannt; eine Vorlage hinzufügen.",
    "no-template": "{name}: weggelassen. Es gibt keine Vorlage dafür.",
    taken: "{name}: weggelassen. Wo sie hinkäme, steht etwas anderes; das zuerst verschieben.",
  },
  fixNothing: "Nichts zu schreiben.",
  fixReview: "Den Patch lesen, Markiertes entscheiden, dann: {command}",
  identified: {
    kind: { text: "Text", tag: "Kennzeichen", header: "Vermerk" },
    binary: "binär, kein Text darin",
    large: "gross, nur Anfang und Ende wurden gelesen",
    unreadable: "keine gewöhnliche Datei, oder sie lässt sich nicht lesen",
    "left-out": "nicht gelesen: mehr, als von einem Repository gelesen wird",
    ownText: "ein eigener Text, am nächsten bei {nearest} ({percent} %), mit anderen Worten in",
    line: "Zeile {line}: {change}",
    leftOut: "weggelassen: {words}",
    added: "hinzugefügt: {words}",
    other: "{words} | statt: {instead}",
    more: "und an {count} weiteren {count|Stelle|Stellen}",
  },
  serving: "Allmend: {address}  (Ctrl-C beendet)",
  firstLink: "Noch ist hier niemand bekannt. Wer diesen Link innert eines Tages öffnet, verwaltet das Büro; er gilt einmal:\n{link}",
  firstLinkHere: "Öffnen Sie diesen Link, sagen Sie, wer Sie sind, und sehen Sie sich um. Er gilt einmal, auf diesem Rechner:\n{link}",
  linkBack: "Öffnen Sie diesen Link, um wieder hineinzukommen. Er gilt einmal, auf diesem Rechner:\n{link}",
  noPortal: "Das Portal ist hier nicht gebaut (npm run portal): Sie erhalten dafür den Bericht.",
  working: "Arbeitet die Aufträge des Büros ab (Ctrl-C beendet) …",
  verified:
    "{lines} {lines|Zeile|Zeilen}, {checkpoints} {checkpoints|Sicherungspunkt|Sicherungspunkte}: bis Zeile {sure} ({at}) wurde nichts verändert.",
  verifiedWithout: "{lines} {lines|Zeile folgt|Zeilen folgen} aufeinander; es gibt keinen Sicherungspunkt, an dem sie sich messen liessen.",
  notVerified: "{flaws} {flaws|Mangel|Mängel} im Protokoll:",
  clockBack:
    "Eine Uhr des Büros ging {lines|einmal|#-mal} zurück, zuerst vor Zeile {first}: von {from} auf {to}. Die Reihenfolge der Zeilen gilt; was sie dort von der Zeit sagen, nicht.",
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
