// Words of the page that holds us beside an office that holds nobody up, and of the office's own four keys.
export const eliteWords = {
  en: {
    answer: "{reached} of {all} behaviours of an elite office {reached|is|are} ours.",
    why: "Google's public pages show an office that holds nobody up. It is an example to measure oneself by, no standard: {gap} with a gap, {unknown} not known.",
    states: { allow: "reached", review: "a gap", unknown: "not known" },
    here: "With us",
    takes: "What it takes",
    keeps: "What keeps it so",
    elite: {
      "default-yes":
        "Rules that say yes by themselves for what is usual: look at what was reviewed most in the last months and always allowed, and make a rule of it. Nine of ten is the mark.",
      "in-the-build":
        "A gate in every pipeline (allmend scan --fail-on review) so that a use without a known licence stops there, and not in a meeting.",
      "two-owners":
        "Two people or teams for each package in production, in registers/owners.yaml; begin with those that most products lean on.",
      promises:
        "Say in public how long an answer takes: in CONTRIBUTING.md of each project, and as service levels of your kinds of requests. Then keep it.",
      escalation: "A short list for each lane that rules name, with a lead and a deputy, so that nobody asks around.",
      "personal-exit":
        "A rule about contributions to people's own projects (contribution.personalProject): what is theirs, and how they are let go.",
      "yearly-report": "The yearly report to the public, by the same method each year; put on record that it went out.",
      "rules-public": "The program in an open repository, or its policies on the public site.",
    },
    flow: "The office's own four keys",
    flowWhy:
      "The office measured as it measures others: how often it is asked, how fast it decides, how often a decision falls, how long a breach stays open.",
    shaped: "Shaped after {name}; ours there: {beside}",
    more: {
      "default-yes": "/program/policies/review-approval",
      "in-the-build": "/program/policies/compliance",
      "two-owners": "/program/policies/code-management",
      promises: "/communities",
      escalation: "/program/office",
      "personal-exit": "/program/policies/community-interaction",
      "yearly-report": "/reports?report=open-source",
      "rules-public": "/program/policies",
    },
    go: "Go there",
  },
  de: {
    answer: "{reached} von {all} Verhalten eines Spitzenbüros {reached|ist auch unseres|sind auch unsere}.",
    why: "Googles öffentliche Seiten zeigen ein Büro, das niemanden aufhält. Das ist ein Beispiel, um sich daran zu messen, keine Norm: {gap} mit einer Lücke, {unknown} nicht bekannt.",
    states: { allow: "erreicht", review: "eine Lücke", unknown: "nicht bekannt" },
    here: "Bei uns",
    takes: "Was es dafür braucht",
    keeps: "Was es so hält",
    elite: {
      "default-yes":
        "Regeln, die für das Übliche von selbst ja sagen: Sehen Sie nach, was in den letzten Monaten am häufigsten geprüft und immer erlaubt wurde, und machen Sie eine Regel daraus. Neun von zehn ist die Marke.",
      "in-the-build":
        "Ein Tor in jeder Pipeline (allmend scan --fail-on review), damit eine Verwendung ohne bekannte Lizenz dort anhält und nicht in einer Sitzung.",
      "two-owners":
        "Zwei Personen oder Teams für jedes Paket im Betrieb, in registers/owners.yaml; beginnen Sie mit jenen, auf die sich die meisten Produkte stützen.",
      promises:
        "Öffentlich sagen, wie lange eine Antwort dauert: in CONTRIBUTING.md jedes Projekts und als Fristen Ihrer Arten von Anfragen. Und es dann halten.",
      escalation: "Zu jeder Stelle, die Regeln nennen, eine kurze Liste mit Leitung und Stellvertretung, damit niemand herumfragen muss.",
      "personal-exit":
        "Eine Regel über Beiträge an eigene Projekte der Leute (contribution.personalProject): was ihnen gehört, und wie man sie lässt.",
      "yearly-report": "Der Jahresbericht an die Öffentlichkeit, jedes Jahr nach derselben Methode; halten Sie fest, dass er hinausging.",
      "rules-public": "Das Programm in einem offenen Repository, oder seine Richtlinien auf der öffentlichen Website.",
    },
    flow: "Die vier Schlüsselzahlen des Büros",
    flowWhy:
      "Das Büro, gemessen wie es andere misst: wie oft es gefragt wird, wie rasch es entscheidet, wie oft ein Entscheid fällt, wie lange eine Abweichung offen bleibt.",
    shaped: "Nach dem Vorbild von «{name}»; dort stehen wir: {beside}",
    more: {
      "default-yes": "/program/policies/review-approval",
      "in-the-build": "/program/policies/compliance",
      "two-owners": "/program/policies/code-management",
      promises: "/communities",
      escalation: "/program/office",
      "personal-exit": "/program/policies/community-interaction",
      "yearly-report": "/reports?report=open-source",
      "rules-public": "/program/policies",
    },
    go: "Dorthin",
  },
};
