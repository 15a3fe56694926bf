// What can be wrong with the organisation, its packs, cases, registers and records, in German, by the English phrase.
export const programDe: Readonly<Record<string, string>> = {
  // The organisation
  "the quorum is {0}, and the lanes have one seat together": "es braucht {0} Stimmen, und die Spuren haben zusammen einen Sitz",
  "the quorum is {0}, and the lanes have {1} seats together": "es braucht {0} Stimmen, und die Spuren haben zusammen {1} Sitze",
  'product "{0}" has a second deliverable "{1}"': "das Produkt «{0}» hat ein zweites Liefergut «{1}»",
  '"{0}" is core and closed at once': "«{0}» ist zugleich Kern und geschlossen",
  "each repository on one side of the boundary": "jedes Repository auf einer Seite der Grenze",
  'product "{0}" has the boundary of an open core, and no such business model':
    "das Produkt «{0}» hat die Grenze eines Open Core, aber kein solches Geschäftsmodell",
  "Add open-core to its models, or take the boundary out.": "open-core unter seine Modelle aufnehmen, oder die Grenze herausnehmen.",
  'pack "{0}" speaks of teams that are not here: {1}': "das Paket «{0}» spricht von Teams, die es hier nicht gibt: {1}",
  "Add them, with lead: none while nobody does it: {0}: { lead: none }.":
    "Sie eintragen, mit lead: none, solange es niemand tut: {0}: { lead: none }.",

  // Parameters
  'parameter "{0}" is {1}': "der Parameter «{0}» ist {1}",
  'the default of "{0}" is {1}': "die Vorgabe von «{0}» ist {1}",
  "a list of texts": "eine Liste von Texten",
  'no pack has a parameter "{0}", and nothing uses it': "kein Paket hat einen Parameter «{0}», und nichts braucht ihn",
  'there is no parameter "{0}"': "den Parameter «{0}» gibt es nicht",
  "${{0}} stands for a whole value": "${{0}} steht für einen ganzen Wert",
  "Write ${{0}} without quotes around it.": "${{0}} ohne Anführungszeichen schreiben.",

  // Packs
  '"{0}" names no pack': "«{0}» nennt kein Paket",
  "name@version, such as starter@1": "Name@Version, etwa starter@1",
  "packs extend each other in a circle: {0}": "Pakete bauen im Kreis aufeinander auf: {0}",
  'pack "{0}" is here in version {1}': "das Paket «{0}» ist hier in Version {1}",
  "{0}@{1}": "{0}@{1}",
  "See what changed with `allmend diff --pack`, then name the new version.":
    "`allmend diff --pack` zeigt, was sich geändert hat; danach die neue Version nennen.",
  'no version of pack "{0}" is named': "vom Paket «{0}» ist keine Version genannt",
  "A new version would change the rules without a word.": "Eine neue Version würde die Regeln stillschweigend ändern.",
  'the folder of pack "{0}" is a link that leads outside; it is not read':
    "der Ordner des Pakets «{0}» ist ein Link nach aussen; er wird nicht gelesen",
  "Put a copy of the pack into the folder packs/.": "Eine Kopie des Pakets in den Ordner packs/ legen.",
  'there is no pack "{0}"': "das Paket «{0}» gibt es nicht",
  "a pack; none is here": "ein Paket; hier ist keines",
  "the folder of a pack has no pack.yaml": "der Ordner eines Pakets hat kein pack.yaml",
  'the folder is named "{0}" and the pack "{1}"': "der Ordner heisst «{0}» und das Paket «{1}»",
  '"{0}" is a rule of this page; take it out instead': "«{0}» ist eine Regel dieser Seite; stattdessen herausnehmen",
  'no pack brings a rule "{0}" to this area': "kein Paket bringt eine Regel «{0}» in diesen Bereich",

  // Frameworks
  'the file is named {0} and holds the framework "{1}"': "die Datei heisst {0} und enthält das Rahmenwerk «{1}»",
  "frameworks/{0}.yaml": "frameworks/{0}.yaml",
  'item "{0}" stands here a second time': "der Punkt «{0}» steht hier ein zweites Mal",
  'there is no topic "{0}"': "das Thema «{0}» gibt es nicht",
  "a topic of this file, or of those that come with Allmend": "ein Thema dieser Datei oder eines, das mit Allmend kommt",

  // Cases
  'the file is named {0} and holds the case "{1}"': "die Datei heisst {0} und enthält den Fall «{1}»",
  "cases/{0}.yaml": "cases/{0}.yaml",
  'field "{0}" offers nothing to choose from': "das Feld «{0}» bietet nichts zur Wahl an",
  "type: choice or choices, with of": "type: choice oder choices, mit of",
  'field "{0}" is no choice and has options': "das Feld «{0}» ist keine Auswahl und hat Möglichkeiten",
  'there is no state "{0}"': "den Zustand «{0}» gibt es nicht",
  'nobody decides "{0}"': "über «{0}» entscheidet niemand",
  "lanes, or what is decided automatically": "Spuren, oder was von selbst entschieden wird",
  'field "{0}" may be left empty, and the approval would never end': "das Feld «{0}» darf leer bleiben, und die Freigabe würde nie enden",
  "a required field without a condition": "ein Pflichtfeld ohne Bedingung",
  'field "{0}" is asked later': "nach dem Feld «{0}» wird später gefragt",
  'there is no field "{0}"': "das Feld «{0}» gibt es nicht",
  "a field that is asked before": "ein Feld, nach dem vorher gefragt wird",
  'field "{0}" holds a {1}': "das Feld «{0}» enthält {1}",
  "a field of type {0}": "ein Feld der Art {0}",
  'field "{0}" holds a {1}, and no number': "das Feld «{0}» enthält {1} und keine Zahl",
  "a value": "ein Wert",
  '"{0}" is no answer to "{1}"': "«{0}» ist keine Antwort auf «{1}»",

  // Licences
  '"{0}" offers no choice': "«{0}» lässt keine Wahl",
  "licences joined by OR": "Lizenzen mit OR dazwischen",
  '"{0}" is none of the licences that "{1}" offers': "«{0}» ist keine der Lizenzen, die «{1}» anbietet",
  "is no licence expression: {0}": "ist kein Lizenzausdruck: {0}",
  "is neither a licence id nor a pattern": "ist weder die Id einer Lizenz noch ein Muster",
  "is no SPDX licence id": "ist keine Id einer SPDX-Lizenz",
  "Own licences are named LicenseRef-….": "Eigene Lizenzen heissen LicenseRef-….",
  "matches no SPDX licence id": "trifft auf keine Id einer SPDX-Lizenz zu",
  "has a {0} without its {1}": "hat ein {0} ohne {1}",
  "leaves the scanned folder": "führt aus dem Ordner hinaus, der gelesen wird",
  "holds a backslash; folders are separated by /": "enthält einen umgekehrten Schrägstrich; Ordner trennt /",
  "begins or ends with a space": "beginnt oder endet mit einem Leerzeichen",
  "is not understood: {0}": "ist nicht verständlich: {0}",
  "is neither a package URL nor the address of a repository": "ist weder eine Paket-URL noch die Adresse eines Repositorys",
  "names a version; a project is meant, whatever its version": "nennt eine Version; gemeint ist ein Projekt, gleich in welcher Version",

  // Registers and records
  'nothing is known of a register "{0}"': "ein Register «{0}» ist nicht bekannt",
  "the line is longer than {0} characters": "die Zeile ist länger als {0} Zeichen",
  "the last line is incomplete; it is left out": "die letzte Zeile ist unvollständig; sie zählt nicht",
  "Complete or remove it; the lines above hold.": "Sie ergänzen oder löschen; die Zeilen darüber gelten.",
  "the line is not JSON ({0})": "die Zeile ist kein JSON ({0})",
  "one JSON object in a line": "ein JSON-Objekt je Zeile",
  "the record {0}": "der Eintrag {0}",
  "the {0} does not say what it is about": "der Eintrag ({0}) sagt nicht, worum es geht",
  "subject product:ID, and the version as id": "subject product:ID, und die Version als id",
  "subject product:ID, and the kind of obligation as id": "subject product:ID, und die Art der Pflicht als id",

  // What a run takes for granted
  "No product is described, so each repository was taken as a product of its own that leaves the house: the strictest reading.":
    "Kein Produkt ist beschrieben; darum gilt jedes Repository als eigenes Produkt, das das Haus verlässt: die strengste Lesart.",
  'Run "allmend init --from" on the folder: it proposes products, deliverables and owners.':
    "«allmend init --from» über dem Ordner schlägt Produkte, Liefergüter und Verantwortliche vor.",
  "None of the repositories that were found belongs to a product: {0} match none of {1}.":
    "Keines der gefundenen Repositorys gehört zu einem Produkt: {0} trifft auf keines von {1} zu.",
  "Correct “repositories” of the deliverables, or scan the folder that holds them.":
    "«repositories» der Liefergüter berichtigen, oder den Ordner lesen, in dem sie liegen.",
  "Named as repositories of a product, and not among those that were found: {0}.":
    "Als Repositorys eines Produkts genannt, aber nicht gefunden: {0}.",
  "Correct them, or scan the folder that holds them.": "Sie berichtigen, oder den Ordner lesen, in dem sie liegen.",
  'Nothing offers "{0}" any more; with further licences it is offered by {1}':
    "Nichts bietet «{0}» mehr an; mit weiteren Lizenzen bietet es {1}",
  "Choose again for what is offered now: until then the mildest branch is taken.":
    "Neu wählen für das, was jetzt angeboten wird: Bis dahin gilt der mildeste Zweig.",
  'Nothing that was scanned offers "{0}"': "Nichts, was gelesen wurde, bietet «{0}» an",
  "Remove the choice, if nothing else does.": "Die Wahl löschen, falls auch sonst nichts das anbietet.",
  "the delivery {0} {1} did not become {2}: {3}": "die Lieferung {0} {1} wurde nicht zu {2}: {3}",
  "The record is not heard; add the step that is missing.": "Der Eintrag zählt nicht; den Schritt ergänzen, der fehlt.",
};
