// What can be wrong with what is measured, in German, by the English phrase.
export const factsDe: Readonly<Record<string, string>> = {
  // Lists of deployments and incidents
  "it holds no deployment": "darin steht kein Deployment",
  "no column says when a deployment was finished; there are: {0}": "keine Spalte sagt, wann ein Deployment fertig war; es gibt: {0}",
  "a column “finished_at” (or at, finished_date, deployed_at, published_at, created_at); also id, commit, result, environment, product, repository":
    "eine Spalte «finished_at» (oder at, finished_date, deployed_at, published_at, created_at); dazu id, commit, result, environment, product, repository",
  "a row says {0} of the result; such deployments count neither as success nor as failure":
    "in einer Zeile steht als Ergebnis {0}; solche Deployments zählen weder als Erfolg noch als Fehlschlag",
  "{0} rows say {1} of the result; such deployments count neither as success nor as failure":
    "in {0} Zeilen steht als Ergebnis {1}; solche Deployments zählen weder als Erfolg noch als Fehlschlag",
  "success or failure": "success oder failure",
  "none of its {0} deployments reached production with success (environments: {1}); they count for nothing":
    "keines der {0} Deployments kam mit Erfolg in die Produktion (Umgebungen: {1}); sie zählen nicht",
  "{0} does not say when the deployment was finished; it is left out": "{0} sagt nicht, wann das Deployment fertig war; es zählt nicht",
  "{0}: “{1}” is no moment; the deployment is left out": "{0}: «{1}» ist kein Zeitpunkt; das Deployment zählt nicht",
  "2026-07-01T12:00:00Z": "2026-07-01T12:00:00Z",
  "it holds no incident, and no line that names columns": "darin steht weder ein Störfall noch eine Zeile mit den Namen der Spalten",
  "columns “started_at” and “resolved_at” (or created, created_at, created_date; resolved, closed_at, resolution_date); also id, cause, product, repository":
    "Spalten «started_at» und «resolved_at» (oder created, created_at, created_date; resolved, closed_at, resolution_date); dazu id, cause, product, repository",
  "{0}: the incident {1} stands here again; the later row counts": "{0}: Der Störfall {1} steht hier noch einmal; die spätere Zeile zählt",
  "no column says when an incident began; there are: {0}": "keine Spalte sagt, wann ein Störfall begann; es gibt: {0}",
  "{0} of {1} rows are no incidents by their type or labels; they were passed over":
    "{0} von {1} Zeilen sind nach Art oder Etikett keine Störfälle; sie zählen nicht",
  "{0}: {1}": "{0}: {1}",
  "it does not say when the incident began; it is left out": "es steht nicht da, wann der Störfall begann; er zählt nicht",
  "“{0}” is no moment; the incident is left out": "«{0}» ist kein Zeitpunkt; der Störfall zählt nicht",
  "“{0}” is no moment; the incident counts as open": "«{0}» ist kein Zeitpunkt; der Störfall zählt als offen",
  "{0} more rows have something wrong; they were treated in the same way":
    "mit {0} weiteren Zeilen stimmt etwas nicht; sie wurden gleich behandelt",
  "it is no JSON: {0}": "das ist kein JSON: {0}",

  // How products deliver
  "the deployment {0}": "das Deployment {0}",
  "the incident {0}": "der Störfall {0}",
  incidents: "Störfälle",
  deployments: "Deployments",
  "the incident {0} ends after this run's moment; it counts as open":
    "der Störfall {0} endet nach dem Zeitpunkt dieses Laufs; er zählt als offen",
  "{0} of {1} changes are newer than the deployment that brought them, or of 1970 and before; they are left out of the lead time":
    "{0} von {1} Änderungen sind jünger als das Deployment, das sie brachte, oder von 1970 und früher; sie zählen nicht zur Durchlaufzeit",
  "{0} ({1}) lies after this run's moment or before 1970; it is left out":
    "{0} ({1}) liegt nach dem Zeitpunkt dieses Laufs oder vor 1970 und zählt nicht",
  "what is said of the release {0} counts nowhere: no figure that is read from tags holds a release of that tag":
    "was über den Release {0} festgehalten ist, zählt nirgends: Keine Zahl aus Tags kennt einen Release mit diesem Tag",
  "{0} that belong to no product or repository that was found ({1}): {2}":
    "{0}, die zu keinem gefundenen Produkt oder Repository gehören ({1}): {2}",
  "no history of its repositories was read": "von seinen Repositorys wurde keine Geschichte gelesen",
  "the histories of its repositories do not hold them": "die Geschichten seiner Repositorys enthalten sie nicht",
  "{0} of the deployments of {1} name commits or tags that are not known ({2}): {3}":
    "{0} Deployments von {1} nennen Commits oder Tags, die nicht bekannt sind ({2}): {3}",
  "They count for the frequency; their changes have no lead time.": "Sie zählen zur Häufigkeit; ihre Änderungen haben keine Durchlaufzeit.",
  "the incident {0} names a cause that no deployment has ({1}); it is held against none":
    "der Störfall {0} nennt eine Ursache, die kein Deployment hat ({1}); er wird keinem angelastet",
  "no deployment shortly before: {0}; they count for the time to restore only":
    "kein Deployment kurz davor: {0}; sie zählen nur zur Zeit bis zur Behebung",
  "the incident {0} ended before it began; its time is left out": "der Störfall {0} endete, bevor er begann; seine Dauer zählt nicht",
  "the same is true of {0} more incidents from here on": "dasselbe gilt von hier an für {0} weitere Störfälle",
  "these incidents began while another was open: {0}; each counts on its own":
    "diese Störfälle begannen, während ein anderer offen war: {0}; jeder zählt für sich",
  "tags with a time after this run's moment or before 1970 are left out: {0}":
    "Tags mit einer Zeit nach dem Zeitpunkt dieses Laufs oder vor 1970 zählen nicht: {0}",
  "none of its {0} tags is a release by the pattern “{1}”": "keiner der {0} Tags ist nach dem Muster «{1}» ein Release",
  "releases come continuously, so that a patch soon after another says nothing of a failure; only reverts are counted":
    "Releases kommen laufend; darum sagt eine Korrektur kurz danach nichts über einen Fehlschlag, und nur Rücknahmen zählen",

  // Histories
  "1 commit": "1 Commit",
  "{0} commits": "{0} Commits",
  "Only {0} could be read; git says: {1}": "Nur {0} liessen sich lesen; git sagt: {1}",
  "Only {0} here; figures about time and people speak of that.": "Nur {0} sind hier; Zahlen zu Zeit und Menschen sprechen davon.",
  "Not all tags were read: {0}.": "Nicht alle Tags wurden gelesen: {0}.",
  "{0} of {1} tags name no commit that is here; they are no releases.":
    "{0} von {1} Tags nennen keinen Commit, der hier ist; sie sind keine Releases.",
  "{0} with a replacement (refs/replace); the history is read as it was recorded.":
    "{0} mit einem Ersatz (refs/replace); die Geschichte gilt, wie sie aufgezeichnet wurde.",
  "It has grafts (info/grafts); the history is read as it was recorded.":
    "Sie hat Grafts (info/grafts); die Geschichte gilt, wie sie aufgezeichnet wurde.",
  "{0} larger than 1 MB: the middle of the message was not read.": "{0} grösser als 1 MB: Die Mitte der Meldung wurde nicht gelesen.",
  "{0} without a time that can be read; no figure about time counts them.": "{0} ohne lesbare Zeit; keine Zahl über Zeit zählt sie.",
  "{0} dated to 1970 or before: a clock stood wrong.": "{0} von 1970 oder früher: Eine Uhr ging falsch.",
  "Of {0} names in commits one has no valid e-mail address; people are told apart by name there.":
    "Von {0} Namen in Commits hat einer keine gültige E-Mail-Adresse; dort unterscheidet der Name die Menschen.",
  "Of {0} names in commits {1} have no valid e-mail address; people are told apart by name there.":
    "Von {0} Namen in Commits haben {1} keine gültige E-Mail-Adresse; dort unterscheidet der Name die Menschen.",
};
