// From nothing to a first policy and a first scan.
export const firstRunWords = {
  en: {
    answer: {
      program: "Three things, and your office is open.",
      scan: "Your rules are in force. Now let them look at something.",
      done: "Your office is open.",
    },
    doneWhy:
      "A program is in force, and the first result is in. Your start page says what waits for you; the box above answers what you may use.",
    why: "Nothing here is for ever: all of it is written into documents that you can change. You may leave and come back; what you typed stays in this browser.",
    later: "Later",
    steps: { who: "Who you are", business: "How you live with open source", rules: "By which rules", scan: "A first scan" },
    who: {
      domains: "Which mail domains are yours?",
      domainsHint: "Several with commas. They tell your people's contributions from others'.",
      executives: "Who answers for it at the top?",
      executivesHint:
        "Several with commas. Somebody without an account yet: the short name with which they will sign in. Empty if nobody yet.",
    },
    business: {
      why: "Yes, no, or leave it open. A proposal comes of it, with what speaks for and against each model, and nothing else.",
      proposed: "What your answers speak for",
      nothing: "No answer speaks for a model yet.",
    },
    rules: {
      why: "The pages that come along say what most offices agree on. You extend them, and change what is not yours.",
      packs: {
        starter: "Starter: seven short policies, in English and German",
        baloise: "Baloise: the published guidelines of an insurer",
        google: "Google: what Google publishes about its own office",
      },
      pack: "Build on",
      documents: "{count|One document|# documents} will be yours:",
      put: "Put it in force",
      putting: "Being put in force …",
      wrong: "These answers do not make a program yet.",
    },
    scan: {
      why: "Run this where your repositories lie. No code of theirs runs, nothing is written into them, and only the result is sent here.",
      make: "Make the command",
      secret: "The key in it is shown once, may send results and nothing else, and ends in seven days.",
      copy: "Copy",
      copied: "Copied",
      path: "PATH is the folder that holds your repositories.",
      waiting: "Waiting for the first result. You may close this page; it will be here.",
      working: "Being judged: {stage} {done} of {of}",
      arrived: "The first result is in: {components} {components|component|components}, {uses} {uses|use|uses}.",
    },
    toToday: "To your start page",
  },
  de: {
    answer: {
      program: "Drei Sachen, und Ihr Büro ist offen.",
      scan: "Ihre Regeln gelten. Lassen Sie sie nun etwas ansehen.",
      done: "Ihr Büro ist offen.",
    },
    doneWhy:
      "Ein Programm ist in Kraft, das erste Ergebnis ist da. Ihre Startseite sagt, was auf Sie wartet; das Feld oben beantwortet, was Sie dürfen.",
    why: "Nichts hier gilt für immer: Alles steht in Dokumenten, die Sie ändern können. Sie dürfen gehen und wiederkommen; was Sie geschrieben haben, bleibt in diesem Browser.",
    later: "Später",
    steps: { who: "Wer Sie sind", business: "Wie Sie mit Open Source leben", rules: "Nach welchen Regeln", scan: "Ein erster Scan" },
    who: {
      domains: "Welche Maildomänen sind Ihre?",
      domainsHint: "Mehrere mit Komma. An ihnen erkennt man Beiträge Ihrer Leute.",
      executives: "Wer steht zuoberst dafür ein?",
      executivesHint: "Mehrere mit Komma. Wer noch kein Konto hat: das Kürzel für die spätere Anmeldung. Leer, wenn noch niemand.",
    },
    business: {
      why: "Ja, nein oder offen lassen. Daraus wird ein Vorschlag, mit dem, was für und gegen jedes Modell spricht, und sonst nichts.",
      proposed: "Wofür Ihre Antworten sprechen",
      nothing: "Noch spricht keine Antwort für ein Modell.",
    },
    rules: {
      why: "Die mitgelieferten Seiten sagen, worin sich die meisten Büros einig sind. Sie erweitern sie und ändern, was nicht Ihres ist.",
      packs: {
        starter: "Starter: sieben kurze Richtlinien, englisch und deutsch",
        baloise: "Baloise: die veröffentlichten Richtlinien einer Versicherung",
        google: "Google: was Google über das eigene Büro veröffentlicht",
      },
      pack: "Darauf bauen",
      documents: "{count|Ein Dokument wird|# Dokumente werden} Ihre:",
      put: "In Kraft setzen",
      putting: "Wird in Kraft gesetzt …",
      wrong: "Aus diesen Antworten wird noch kein Programm.",
    },
    scan: {
      why: "Führen Sie dies dort aus, wo Ihre Repositorys liegen. Kein Code daraus läuft, nichts wird hineingeschrieben, und nur das Ergebnis geht hierher.",
      make: "Befehl erstellen",
      secret: "Der Schlüssel darin wird einmal gezeigt, darf Ergebnisse senden und sonst nichts, und endet in sieben Tagen.",
      copy: "Kopieren",
      copied: "Kopiert",
      path: "PATH ist der Ordner, der Ihre Repositorys enthält.",
      waiting: "Wartet auf das erste Ergebnis. Sie dürfen diese Seite schliessen; sie bleibt hier.",
      working: "Wird beurteilt: {stage} {done} von {of}",
      arrived: "Das erste Ergebnis ist da: {components} {components|Komponente|Komponenten}, {uses} {uses|Verwendung|Verwendungen}.",
    },
    toToday: "Zu Ihrer Startseite",
  },
};
