// Refusals of the server in German, by the code that never changes: what is wrong in a sentence. What is particular to a case (a value, a name) stands beside it, as the server found it.
import { artefactWords } from "./artefacts.ts";
import { fill } from "./speech.ts";
import { supplierWords } from "./suppliers.ts";

export const refusalsDe: Readonly<Record<string, string>> = {
  "not-signed-in": "Niemand ist angemeldet, oder dieser Schlüssel gilt nicht mehr",
  "not-allowed": "Das dürfen Sie nicht; Rollen gibt, wer verwaltet",
  "not-there": "Das gibt es nicht, oder es ist nicht für Sie",
  "nothing-named": "Unter diesem Namen ist nichts im Einsatz",
  "no-such-route": "Unter dieser Adresse ist nichts",
  "input-invalid": "Was gesendet wurde, passt nicht zu dem, was hier erwartet wird",
  "body-too-large": "Was gesendet wurde, ist zu gross für diese Adresse",
  "body-unreadable": "Was gesendet wurde, ist kein JSON",
  "media-type": "Diese Art von Daten nimmt diese Adresse nicht",
  "too-many-requests": "Zu viele Anfragen in kurzer Zeit",
  "wrong-host": "Unter diesem Namen antwortet dieser Server nicht",
  "wrong-origin": "Diese Anfrage kommt nicht aus dem Portal",
  "sign-in-refused": "Der Anmeldedienst hat niemanden hereingelassen",
  "sign-in-invalid": "Die Antwort des Anmeldedienstes ist nicht gültig",
  "sign-in-expired": "Diese Anmeldung ist hier nicht bekannt oder abgelaufen",
  "sign-in-incomplete": "Der Anmeldedienst sagt nicht, wer Sie sind",
  "sign-in-not-for-you": "Ihr Konto darf diesen Server nicht benutzen",
  "identity-taken": "Ihr Kürzel gehört zu einem anderen Konto",
  "person-left": "Diese Person ist ausgetreten",
  "person-exists": "Dieses Kürzel hat schon jemand",
  "own-role": "Niemand gibt sich selbst eine Rolle",
  "own-deputy": "Niemand vertritt sich selbst",
  "role-of-provider": "Diese Rolle kommt vom Anmeldedienst und endet dort",
  "last-administrator": "Sonst verwaltet niemand diesen Server",
  "no-provider": "Dieser Server hat keinen Anmeldedienst",
  "provider-away": "Der Anmeldedienst antwortet nicht",
  "supplier-file-unreadable": "Die Datei ist weder eine Stückliste noch eine Erklärung",
  "release-not-taken": "Die Freigabe nimmt diesen Schritt nicht",
  "artefact-unmarked": "Die Datei sagt nicht, aus welchem Bestand sie erstellt wurde",
  "delivery-refused": "Die Lieferung nimmt diesen Schritt nicht",
  "link-used": "Dieser Link lässt niemanden herein: Er wurde gebraucht, ist abgelaufen oder durch einen neueren ersetzt",
  "address-not-allowed": "An diese Adresse sendet der Server nichts",
  "call-failed": "Die andere Seite hat nicht geantwortet, wie sie sollte",
  "result-unreadable": "Das ist kein Ergebnis, das der Server lesen kann",
  "sbom-unreadable": "Das ist keine Stückliste, die der Server lesen kann",
  "case-not-yours": "Das dürfen Sie in diesem Fall nicht",
  "case-conflict": "Der Fall steht inzwischen anders",
  "case-refused": "Das geht in diesem Fall nicht",
  "no-program-in-force": "Noch ist kein Programm in Kraft",
  "program-in-force-broken": "Das geltende Programm lässt sich nicht lesen",
  "program-elsewhere": "Das Programm liegt nicht in der Datenbank, sondern in einem Ordner des Servers",
  "program-too-large": "Dieses Programm ist zu gross, um gelesen zu werden",
  "reading-busy": "Gerade werden zu viele grosse Programme gelesen",
  "program-changed": "Das Programm hat sich inzwischen geändert",
  "program-invalid": "Die Dokumente haben Fehler; geändert wurde nichts",
  "database-gone": "Die Datenbank antwortet nicht; geändert wurde nichts",
  "result-overtaken": "Ein anderes Ergebnis, das eines dieser Repositorys brachte, scheiterte inzwischen; behalten wurde nichts",
  "bad-cursor": "Das ist kein Ende einer Seite",
  "bad-license": "Das ist keine Lizenz, die sich lesen lässt",
  "bad-purl": "Das nennt kein Paket",
  "bad-range": "Das ist keine Paketadresse mit einem Bereich von Versionen",
  "frameworks-broken": "Ein mitgelieferter Standard lässt sich nicht lesen",
  "no-pack": "Dieses Programm baut auf keinem Paket auf",
  "no-result": "Noch gibt es kein Ergebnis",
  "no-vulnerability-data": "Noch hat niemand nach bekannten Schwachstellen gesucht",
  "pack-unknown": "Dieses Paket gibt es nicht",
  "pack-unusable": "Dieses Paket lässt sich nicht brauchen",
  "rules-invalid": "Die Regeln haben Fehler",
  "several-components": "So heissen mehrere Komponenten",
  "unknown-product": "Dieses Produkt gibt es nicht",
  "unknown-repository": "Dieses Repository gibt es nicht",
  "unknown-supplier": "Diesen Lieferanten gibt es nicht",
  fault: "Das ist unser Fehler; er steht unter dieser Anfrage im Protokoll des Servers",
};

/** Why a case does not take something, in German, by the reason that never changes. `{fields}`: names of what is missing or wrong. */
export const caseReasonsDe: Readonly<Record<string, string>> = {
  "already-open": "Diesen Fall gibt es schon",
  "clock-met": "Das ist schon geschehen",
  "clock-unknown": "Diese Frist läuft hier nicht",
  "field-missing": "Nicht beantwortet: {fields}",
  "field-unknown": "Danach fragt dieser Fall nicht: {fields}",
  "field-wrong": "Diese Antwort passt nicht: {fields}",
  "lane-decided": "Diese Seite hat schon entschieden",
  "lane-unknown": "Diese Seite sieht sich den Fall nicht an",
  "lanes-differ": "Wer sich den Fall ansehen muss, steht fest",
  "no-reason": "Hier braucht es einen Grund",
  "no-seat": "Sie haben hier keinen Sitz; wer vertritt, sagt wen",
  "no-such-step": "Von hier führt kein Weg dorthin",
  "not-absent": "Wer da ist, stimmt selbst ab",
  "not-allowed": "Das ist Sache von anderen",
  "not-attested": "Wer zustimmt, bestätigt alles, was darüber steht",
  "not-due": "Das gilt noch",
  "not-open": "Diesen Fall gibt es noch nicht",
  "own-case": "Wer etwas beantragt, entscheidet nicht darüber",
  phase: "So weit ist der Fall nicht, oder er ist schon weiter",
  "quorum-impossible": "Dafür stimmen hier zu wenige ab: andere nennen oder weiterreichen",
  "seat-taken": "Für diesen Sitz wurde schon gestimmt",
  "time-goes-back": "Das liegt vor dem, was zuletzt geschah",
  "unknown-kind": "Diese Art von Fall gibt es nicht",
};

/** Why a release does not take a step, by the reason of its machine. States by their words. */
export const releaseReasonsDe: Readonly<Record<string, string>> = {
  order: "Sie steht auf «{from}»; als Nächstes kommt «{next}», nicht «{to}»",
  "no-inventory": "Von diesem Produkt wurde noch nichts gelesen: Es gibt kein Verzeichnis, das man festhalten könnte",
  "inventory-changed": "Das Verzeichnis ist nicht mehr das festgehaltene: Planen Sie neu, und halten Sie es wieder fest",
  "findings-open": "{open} {open|Befund ist|Befunde sind} offen: Erledigen Sie sie, oder beantragen Sie eine Ausnahme",
  "unknown-licences":
    "Von {open} {open|Komponente|Komponenten} ist die Lizenz nicht bekannt: Finden Sie sie heraus, und halten Sie sie in licenses.yaml fest",
  "artifact-missing": "Unter den Beilagen fehlt: {missing}",
  "artifact-differs": "{file} ist nicht so da, wie es aus dem festgehaltenen Verzeichnis gemacht wurde",
  "obligations-open": "{open} {open|Pflicht ist|Pflichten sind} offen: Was ein Lizenzgeber verlangt, lässt sich nicht erlassen",
  "no-archive": "Niemand sagt, wo alles aufbewahrt wird",
  "no-reason": "Zurück zu «geplant» braucht es einen Grund",
  "time-goes-back": "Das läge vor dem letzten Schritt vom {at}",
};

/** Why a delivery does not take a step. */
export const deliveryReasonsDe: Readonly<Record<string, string>> = {
  order: "Sie steht auf «{from}»; von dort geht sie zu {allowed}, nicht zu «{to}»",
  "no-file": "Es kam keine Datei",
  "not-validated": "Niemand hat geprüft, was fehlt",
  "gaps-open": "{open} {open|Lücke ist|Lücken sind} offen: Schicken Sie sie zuerst zurück",
  "no-gaps": "Die Prüfung fand keine Lücke",
  "no-reason": "Hier braucht es einen Grund",
};

interface StepRefused {
  readonly refused: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

export function releaseReasonDe({ refused, values = {} }: StepRefused): string | undefined {
  return reasonIn(releaseReasonsDe, refused, inWords(values, artefactWords("de").compliance.releaseStates));
}

export function deliveryReasonDe({ refused, values = {} }: StepRefused): string | undefined {
  return reasonIn(deliveryReasonsDe, refused, inWords(values, supplierWords("de").state));
}

function reasonIn(reasons: Readonly<Record<string, string>>, reason: string, values: StepRefused["values"]): string | undefined {
  const sentence = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return sentence && fill(sentence, values ?? {}, "de");
}

/** States by their words; several of them stand in a row. */
function inWords(values: NonNullable<StepRefused["values"]>, states: Readonly<Record<string, string>>): NonNullable<StepRefused["values"]> {
  const worded = (value: string) => states[value] ?? value;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number"
        ? value
        : name === "allowed"
          ? value
              .split(", ")
              .map((one) => `«${worded(one)}»`)
              .join(" oder ")
          : worded(value),
    ]),
  );
}

/** Why a case does not take something, in German, by its reason; undefined where it names none that is known. */
export function caseReasonDe({ reason, fields }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof reason !== "string") return undefined;
  return reasonIn(caseReasonsDe, reason, { fields: Array.isArray(fields) ? fields.map(String).join(", ") : "" });
}

/** What is wrong with one value, as the check of inputs names it. */
export interface WrongInput {
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const COUNTED: Readonly<Record<string, string>> = { string: " Zeichen", array: " Einträge", set: " Einträge", object: " Einträge" };
const EXPECTED: Readonly<Record<string, string>> = {
  string: "ein Text",
  number: "eine Zahl",
  int: "eine ganze Zahl",
  boolean: "ja oder nein",
  array: "eine Liste",
  object: "mehrere Angaben",
  record: "mehrere Angaben",
};
const FORMATS: Readonly<Record<string, string>> = {
  date: "ein Tag wie 2026-11-30",
  datetime: "ein Zeitpunkt wie 2026-11-30T12:00:00Z",
  uuid: "eine Kennung",
  url: "eine Adresse",
  email: "eine E-Mail-Adresse",
};

/** In German; undefined where only the place that checks can say it. */
export function wrongInputDe({ keyword = "", params = {} }: WrongInput): string | undefined {
  const { origin, maximum, minimum, values, keys, expected, format } = params;
  const counted = COUNTED[String(origin)] ?? "";
  if (keyword === "too_big") return `höchstens ${String(maximum)}${counted}`;
  if (keyword === "too_small") return minimum === 1 && counted !== "" ? "fehlt" : `mindestens ${String(minimum)}${counted}`;
  if (keyword === "invalid_value" && Array.isArray(values)) return `erwartet wird eines von ${values.map(String).join(", ")}`;
  if (keyword === "unrecognized_keys" && Array.isArray(keys)) return `unbekannt: ${keys.map(String).join(", ")}`;
  if (keyword === "invalid_type") return `erwartet wird ${EXPECTED[String(expected)] ?? "etwas anderes"}`;
  if (keyword === "invalid_format") return `erwartet wird ${FORMATS[String(format)] ?? "eine andere Form"}`;
  return undefined;
}
