// Words of the public open source site.
import type { Language } from "./index.ts";

export interface SiteWords {
  readonly title: string;
  readonly skip: string;
  readonly pages: Readonly<Record<"home" | "strategy" | "policies" | "projects" | "contact", string>>;
  readonly other: string;
  readonly menu: string;
  readonly asOf: string;
  readonly home: {
    readonly lead: string;
    readonly objectives: string;
    readonly read: string;
    readonly strategy: string;
    readonly policies: string;
    readonly projects: string;
    readonly noProjects: string;
    readonly nothing: string;
  };
  readonly strategy: {
    readonly objectives: string;
    readonly activities: string;
    readonly servedBy: string;
    readonly inForce: string;
    readonly review: string;
    readonly version: string;
    readonly otherLanguage: string;
  };
  readonly policies: { readonly lead: string; readonly rules: string; readonly contents: string };
  readonly projects: {
    readonly lead: string;
    readonly name: string;
    readonly state: string;
    readonly license: string;
    readonly lastRelease: string;
    readonly address: string;
    readonly about: string;
    readonly notKnown: string;
    readonly none: string;
    readonly never: string;
    readonly days: string;
    readonly part: string;
    readonly checks: string;
    readonly checksPassed: string;
    readonly contribute: string;
    readonly hasContributing: string;
    readonly noContributing: string;
    readonly security: string;
    readonly hasSecurity: string;
    readonly noSecurity: string;
    readonly publiccode: string;
    readonly ownPubliccode: string;
    readonly madePubliccode: string;
    readonly release: string;
    readonly activity: string;
    readonly commits: string;
    readonly states: Readonly<Record<"archived" | "incubating" | "released" | "quiet" | "developing" | "unknown", string>>;
    readonly stateMeans: Readonly<Record<"archived" | "incubating" | "released" | "quiet" | "developing" | "unknown", string>>;
  };
  readonly contact: {
    readonly lead: string;
    readonly licences: string;
    readonly licencesText: string;
    readonly security: string;
    readonly securityText: string;
    readonly general: string;
    readonly generalText: string;
    readonly none: string;
  };
  /** The form, where a server takes it. */
  readonly ask: {
    readonly title: string;
    readonly menu: string;
    readonly lead: string;
    readonly optional: string;
    readonly choose: string;
    readonly onlyFor: string;
    readonly contact: string;
    readonly contactHelp: string;
    readonly leaveEmpty: string;
    readonly send: string;
    readonly kept: string;
    readonly missing: string;
    readonly tooMany: string;
    readonly noAddress: string;
    readonly sent: string;
    readonly sentText: string;
    readonly answerBy: string;
    readonly number: string;
    readonly another: string;
    readonly instead: string;
  };
  readonly made: string;
  readonly leftOut: Readonly<
    Record<"not-in-force" | "not-there" | "not-published" | "private" | "no-address" | "not-named" | "no-match", string>
  >;
}

const en: SiteWords = {
  title: "Open source at {organization}",
  skip: "To the text",
  pages: { home: "Overview", strategy: "Strategy", policies: "Policies", projects: "Projects", contact: "Contact" },
  other: "Deutsch",
  menu: "Pages",
  asOf: "As of {date}.",
  home: {
    lead: "What {organization} wants from open source, the rules that it sets itself, and what it publishes.",
    objectives: "What we want",
    read: "Read on",
    strategy: "The strategy: what we want, and what we do for it",
    policies: "{count} {count|policy|policies} that we work by",
    projects: "{count} {count|project|projects} that anybody may use",
    noProjects: "No project is shown here yet.",
    nothing: "The strategy and the policies are not public.",
  },
  strategy: {
    objectives: "Objectives",
    activities: "What we do",
    servedBy: "For it: {list}.",
    inForce: "In force since {date}.",
    review: "To be looked at again by {date}.",
    version: "Version {version}.",
    otherLanguage: "This text is there in English only in part; where it is not, it stands in German.",
  },
  policies: {
    lead: "We publish the rules that we work by. Machines check what they can check; people decide the rest.",
    rules: "{count} {count|rule checks|rules check} by machine what this page says.",
    contents: "On this page",
  },
  projects: {
    lead: "Software of ours that anybody may use, read and change under its licence.",
    name: "Project",
    state: "State",
    license: "Licence",
    lastRelease: "Last release",
    address: "Source",
    about: "About",
    notKnown: "not known",
    none: "No project is shown here yet.",
    never: "none yet",
    days: "{days|# day ago|# days ago}",
    part: "Facts",
    checks: "Checks",
    checksPassed: "{passed} of {all} checks of published definitions passed",
    contribute: "Take part",
    hasContributing: "The project says how to take part: {path}.",
    noContributing: "The project does not say how to take part; ask us.",
    security: "Report a vulnerability",
    hasSecurity: "The project has a security policy of its own in its repository.",
    noSecurity: "Write to the address for vulnerabilities on the contact page.",
    publiccode: "For catalogues",
    ownPubliccode: "The repository holds a publiccode.yml of its own.",
    madePubliccode: "publiccode.yml, made from what is known",
    release: "Releases in the last year",
    activity: "Commits in the last year",
    commits: "{count}",
    states: {
      archived: "archived",
      incubating: "on trial",
      released: "in use",
      quiet: "quiet",
      developing: "in development",
      unknown: "not known",
    },
    stateMeans: {
      archived: "Kept for reading; nobody works on it any more.",
      incubating: "We are trying it out: it may change or go away.",
      released: "It has releases, and people work on it.",
      quiet: "Nobody has changed it for more than a year.",
      developing: "People work on it; there is no version 1 yet.",
      unknown: "Its history was not read.",
    },
  },
  contact: {
    lead: "Whom to write to. You need no account.",
    licences: "Licences, notices and source",
    licencesText: "You have a question about a licence in something that you got from us, or you want the source that you are owed.",
    security: "Vulnerabilities",
    securityText: "You found a vulnerability in something that we publish or deliver. Please tell us before you tell others.",
    general: "Everything else",
    generalText: "You want to work with us, invite us, or ask how we do things.",
    none: "No address is stated.",
  },
  ask: {
    title: "Ask us",
    menu: "Ask",
    lead: "About a licence, the source of something that you got from us, or a project of ours. A person reads it and answers by e-mail.",
    optional: "may stay empty",
    choose: "Please choose",
    onlyFor: "Only for: {what}.",
    contact: "Your e-mail address",
    contactHelp: "The answer goes there, and nothing else.",
    leaveEmpty: "Leave this empty",
    send: "Send the question",
    kept: "We keep what you write with our answer, so that the next who asks is answered sooner. Nobody outside sees it.",
    missing: "Still to be said: {what}.",
    tooMany: "Many questions came in from where you are. Nothing is lost: try again in {minutes} {minutes|minute|minutes}.",
    noAddress: "This is no e-mail address: {what}.",
    sent: "We have your question",
    sentText: "It goes to the people who look after open source at {organization}. The answer comes to {contact}.",
    answerBy: "You hear from us by {date}.",
    number: "Name this number if you write to us about it: {id}.",
    another: "Ask something else",
    instead: "Ask us here, without an e-mail program",
  },
  made: "Made by Allmend {version} from documents and repositories. Nothing here is legal advice.",
  leftOut: {
    "not-in-force": "{what} is not shown: it is not in force.",
    "not-there": "{what} is not shown: there is no such document.",
    "not-published": "{what} is not shown: it has no open licence, or no public address.",
    private: "{what} is not shown: its forge says that it is not public.",
    "no-address": "{what} is not shown: it has no address that a reader could open.",
    "not-named": "{what} is published and not shown: name it under site.projects in organization.yaml if everybody may see it.",
    "no-match": "{what} under site.projects means none of the repositories.",
  },
};

const de: SiteWords = {
  title: "Open Source bei {organization}",
  skip: "Zum Text",
  pages: { home: "Überblick", strategy: "Strategie", policies: "Richtlinien", projects: "Projekte", contact: "Kontakt" },
  other: "English",
  menu: "Seiten",
  asOf: "Stand {date}.",
  home: {
    lead: "Was {organization} mit Open Source will, welche Regeln dafür gelten und was veröffentlicht ist.",
    objectives: "Was wir wollen",
    read: "Weiterlesen",
    strategy: "Die Strategie: was wir wollen und was wir dafür tun",
    policies: "{count} {count|Richtlinie|Richtlinien}, nach {count|der|denen} wir arbeiten",
    projects: "{count} {count|Projekt|Projekte}, {count|das|die} alle nutzen dürfen",
    noProjects: "Noch ist hier kein Projekt zu sehen.",
    nothing: "Strategie und Richtlinien sind nicht öffentlich.",
  },
  strategy: {
    objectives: "Ziele",
    activities: "Was wir tun",
    servedBy: "Dafür: {list}.",
    inForce: "In Kraft seit {date}.",
    review: "Wird spätestens am {date} überprüft.",
    version: "Fassung {version}.",
    otherLanguage: "Dieser Text liegt nur teilweise auf Deutsch vor; der Rest ist englisch.",
  },
  policies: {
    lead: "Wir veröffentlichen, wonach wir arbeiten. Was Maschinen prüfen können, prüfen sie; den Rest entscheiden Menschen.",
    rules: "{count} {count|Regel prüft|Regeln prüfen} maschinell, was hier steht.",
    contents: "Auf dieser Seite",
  },
  projects: {
    lead: "Software von uns, die alle unter ihrer Lizenz nutzen, lesen und verändern dürfen.",
    name: "Projekt",
    state: "Zustand",
    license: "Lizenz",
    lastRelease: "Letzte Version",
    address: "Quelltext",
    about: "Worum es geht",
    notKnown: "nicht bekannt",
    none: "Noch ist hier kein Projekt zu sehen.",
    never: "noch keine",
    days: "{days|vor # Tag|vor # Tagen}",
    part: "Angaben",
    checks: "Prüfungen",
    checksPassed: "{passed} von {all} Prüfungen nach veröffentlichten Definitionen bestanden",
    contribute: "Mitmachen",
    hasContributing: "Das Projekt sagt, wie man mitmacht: {path}.",
    noContributing: "Das Projekt sagt nicht, wie man mitmacht; fragen Sie uns.",
    security: "Schwachstelle melden",
    hasSecurity: "Das Projekt hat in seinem Repository eine eigene Sicherheitsrichtlinie.",
    noSecurity: "Schreiben Sie an die Adresse für Schwachstellen auf der Kontaktseite.",
    publiccode: "Für Verzeichnisse",
    ownPubliccode: "Im Repository liegt eine eigene publiccode.yml.",
    madePubliccode: "publiccode.yml, aus Bekanntem erstellt",
    release: "Versionen im letzten Jahr",
    activity: "Commits im letzten Jahr",
    commits: "{count}",
    states: {
      archived: "archiviert",
      incubating: "in Erprobung",
      released: "in Gebrauch",
      quiet: "ruhig",
      developing: "in Entwicklung",
      unknown: "nicht bekannt",
    },
    stateMeans: {
      archived: "Bleibt lesbar; niemand arbeitet mehr daran.",
      incubating: "Wir probieren es aus: es kann sich ändern oder verschwinden.",
      released: "Es gibt Versionen, und es wird daran gearbeitet.",
      quiet: "Seit mehr als einem Jahr hat niemand etwas daran geändert.",
      developing: "Es wird daran gearbeitet; eine Version 1 gibt es noch nicht.",
      unknown: "Die Geschichte wurde nicht gelesen.",
    },
  },
  contact: {
    lead: "An wen Sie sich wenden. Ein Konto brauchen Sie nicht.",
    licences: "Lizenzen, Hinweise und Quelltext",
    licencesText: "Sie haben eine Frage zu einer Lizenz in etwas, das Sie von uns haben, oder möchten den Quelltext, der Ihnen zusteht.",
    security: "Schwachstellen",
    securityText: "Sie haben eine Schwachstelle in etwas gefunden, das wir veröffentlichen oder liefern. Bitte sagen Sie es zuerst uns.",
    general: "Alles andere",
    generalText: "Sie möchten mit uns arbeiten, uns einladen oder wissen, wie wir etwas machen.",
    none: "Keine Adresse angegeben.",
  },
  ask: {
    title: "Fragen Sie uns",
    menu: "Fragen",
    lead: "Zu einer Lizenz, zum Quelltext von etwas, das Sie von uns haben, oder zu einem unserer Projekte. Ein Mensch liest es und antwortet per E-Mail.",
    optional: "darf leer bleiben",
    choose: "Bitte wählen",
    onlyFor: "Nur für: {what}.",
    contact: "Ihre E-Mail-Adresse",
    contactHelp: "Dorthin geht die Antwort, sonst nichts.",
    leaveEmpty: "Hier nichts eintragen",
    send: "Frage senden",
    kept: "Was Sie schreiben, bewahren wir mit unserer Antwort auf, damit die nächste Anfrage schneller beantwortet ist. Niemand ausserhalb sieht es.",
    missing: "Noch anzugeben: {what}.",
    tooMany:
      "Von dort, wo Sie sind, kamen viele Fragen. Nichts ist verloren: Versuchen Sie es in {minutes} {minutes|Minute|Minuten} noch einmal.",
    noAddress: "Das ist keine E-Mail-Adresse: {what}.",
    sent: "Ihre Frage ist angekommen",
    sentText: "Sie geht an die, die bei {organization} zu Open Source schauen. Die Antwort kommt an {contact}.",
    answerBy: "Sie hören bis am {date} von uns.",
    number: "Diese Nummer nennen, wenn Sie uns dazu schreiben: {id}.",
    another: "Noch etwas fragen",
    instead: "Fragen Sie uns hier, ohne E-Mail-Programm",
  },
  made: "Erstellt von Allmend {version} aus Dokumenten und Repositorys. Nichts davon ist Rechtsberatung.",
  leftOut: {
    "not-in-force": "{what} fehlt: nicht in Kraft.",
    "not-there": "{what} fehlt: ein solches Dokument gibt es nicht.",
    "not-published": "{what} fehlt: keine offene Lizenz oder keine öffentliche Adresse.",
    private: "{what} fehlt: laut Forge nicht öffentlich.",
    "no-address": "{what} fehlt: keine Adresse, die jemand öffnen könnte.",
    "not-named": "{what} ist veröffentlicht und fehlt: unter site.projects in organization.yaml nennen, wenn alle es sehen dürfen.",
    "no-match": "{what} unter site.projects meint keines der Repositorys.",
  },
};

export function siteWords(language: Language): SiteWords {
  return language === "de" ? de : en;
}
