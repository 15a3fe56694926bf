// What goes along with a release, in words: notices, written offer, manifest of source, the page on compliance.
import type { Language } from "./index.ts";

const en = {
  of: "{organization}, as of {date}.",
  about: "About this document",
  inventory: "Made from the inventory of what is delivered.",
  disclaimer: "This is not legal advice. Licence knowledge {knowledge}.",
  more: "and {count} more",
  states: { open: "open", fulfilled: "done", "not-applicable": "does not apply", standing: "always holds", unknown: "not known" },
  notices: {
    title: "Third-party notices",
    lead: "This product contains software that others made and licensed to us. Their notices and the texts of their licences follow, each text once, below the packages that it is for.",
    accounting:
      "{packages} {packages|package is|packages are} delivered; {known} {known|stands|stand} under {texts} {texts|text|different texts}, of {textless} a licence is named whose text was not found, of {unknown} nobody knows the licence.",
    unknown: "Licence not known",
    unknownLead:
      "Neither the files that name these packages nor the packages themselves say a licence. They are not left out: somebody has to find out.",
    textless: "Licence named, text to be added",
    textlessLead:
      "These packages name a licence or an exception whose text lies neither beside them nor in the SPDX list. It is to be added before this document goes out.",
    toAdd: "to be added: {names}",
    texts: "Licence texts",
    noticeFiles: "NOTICE files",
    packages: "{count} {count|package|packages}",
    standard:
      "These packages name the licence and bring no text of it along; the text is that of the SPDX list. They do not say whose copyright it is.",
    unread: "The text is that of the SPDX list: what lies beside these packages was not read for this document.",
    incomplete:
      "This document was made where no package lies: copyright lines and NOTICE files of packages are missing. Complete it where the product is built, with allmend report notices.",
    unnamed: "Licence text",
  },
  offer: {
    title: "Written offer of source",
    text: "{product} contains software under licences that give you the right to its source. For at least three years after we last delivered it, and as long as we offer spare parts or support, {organization} gives everybody who asks a complete copy of the corresponding source, for no more than what delivering it costs.",
    how: "Ask at: {contact}. Name the product and its version.",
    contactMissing: "(no address is on file yet)",
    openContact: "To be done: the address to which people write. It stands in organization.yaml as parameters.sourceContact.",
    none: "Nothing in this product gives a right to its source: no offer is needed.",
  },
  sources: {
    title: "Source to ship",
    lead: "{count} {count|component owes|components owe} {count|its|their} source to those who get the product.",
    none: "No component of this product owes its source.",
    component: "Component",
    licenses: "Asked by",
    from: "From",
    checksum: "Checksum (of what was delivered)",
    unknownPlace: "not known: look at the project",
    noChecksum: "not known",
    built:
      "What registries keep is what was published, which may be built from the source: where it is, take the source of that version from the project. Where we changed a component, our changed source is owed.",
  },
  compliance: {
    title: "Compliance",
    clear: "Nothing is open.",
    answer:
      "{deny} denied, {review} to review, {duties} {duties|duty|duties} open, {unknown} {unknown|component|components} without a known licence.",
    findings: "Findings ({count})",
    duties: "What licences ask",
    unknown: "Components without a known licence ({count})",
    releases: "Releases",
    noRelease: "No release is on record yet (allmend record release VERSION --to planned).",
    refused: "These records claim steps that the guards refuse; they do not count:",
    state: "State",
    rule: "Rule",
    about: "About",
    remedy: "What to do",
    duty: "To do",
    license: "Licence",
    components: "Components",
    evidence: "Evidence or reason",
    artifact: "Artefact",
    file: "File",
    releaseStates: {
      planned: "planned",
      frozen: "inventory frozen",
      resolved: "findings resolved",
      made: "artefacts made",
      verified: "verified",
      shipped: "shipped",
      archived: "archived",
    },
  },
};

export type ArtefactWords = typeof en;

const de: ArtefactWords = {
  of: "{organization}, Stand {date}.",
  about: "Zu diesem Dokument",
  inventory: "Entstanden aus dem Verzeichnis dessen, was ausgeliefert wird.",
  disclaimer: "Dies ist keine Rechtsberatung. Lizenzwissen {knowledge}.",
  more: "und {count} weitere",
  states: { open: "offen", fulfilled: "erledigt", "not-applicable": "trifft nicht zu", standing: "gilt immer", unknown: "nicht bekannt" },
  notices: {
    title: "Hinweise zu Software Dritter",
    lead: "Dieses Produkt enthält Software, die andere gemacht und für uns lizenziert haben. Es folgen ihre Hinweise und die Texte ihrer Lizenzen, jeder Text einmal, darüber die Pakete, für die er gilt.",
    accounting:
      "{packages} {packages|Paket wird|Pakete werden} ausgeliefert; {known} {known|steht|stehen} unter {texts} {texts|Text|verschiedenen Texten}, bei {textless} ist eine Lizenz genannt, deren Text nicht gefunden wurde, bei {unknown} kennt niemand die Lizenz.",
    unknown: "Lizenz nicht bekannt",
    unknownLead:
      "Weder die Dateien, die diese Pakete nennen, noch die Pakete selbst sagen eine Lizenz. Sie sind nicht weggelassen: jemand muss es herausfinden.",
    textless: "Lizenz genannt, Text zu ergänzen",
    textlessLead:
      "Diese Pakete nennen eine Lizenz oder eine Ausnahme, deren Text weder bei ihnen noch in der SPDX-Liste liegt. Er ist zu ergänzen, bevor dieses Dokument hinausgeht.",
    toAdd: "zu ergänzen: {names}",
    texts: "Lizenztexte",
    noticeFiles: "NOTICE-Dateien",
    packages: "{count} {count|Paket|Pakete}",
    standard:
      "Diese Pakete nennen die Lizenz und bringen ihren Text nicht mit; der Text ist der der SPDX-Liste. Wessen Urheberrecht es ist, sagen sie nicht.",
    unread: "Der Text ist der der SPDX-Liste: Was neben diesen Paketen liegt, wurde für dieses Dokument nicht gelesen.",
    incomplete:
      "Dieses Dokument entstand, wo kein Paket liegt: Urheberzeilen und NOTICE-Dateien der Pakete fehlen. Vollständig wird es, wo das Produkt gebaut wird, mit allmend report notices.",
    unnamed: "Lizenztext",
  },
  offer: {
    title: "Schriftliches Angebot des Quelltexts",
    text: "{product} enthält Software unter Lizenzen, die Ihnen ein Recht auf ihren Quelltext geben. Mindestens drei Jahre nach unserer letzten Auslieferung, und solange wir Ersatzteile oder Unterstützung anbieten, gibt {organization} allen, die fragen, eine vollständige Kopie des zugehörigen Quelltexts, für nicht mehr, als die Lieferung kostet.",
    how: "Anfragen an: {contact}. Bitte Produkt und Version nennen.",
    contactMissing: "(noch ist keine Adresse hinterlegt)",
    openContact: "Zu tun: die Adresse, an die man schreibt. Sie steht in organization.yaml als parameters.sourceContact.",
    none: "Nichts in diesem Produkt gibt ein Recht auf den Quelltext: es braucht kein Angebot.",
  },
  sources: {
    title: "Quelltext zum Ausliefern",
    lead: "{count} {count|Komponente schuldet ihren|Komponenten schulden ihren} Quelltext denen, die das Produkt erhalten.",
    none: "Keine Komponente dieses Produkts schuldet ihren Quelltext.",
    component: "Komponente",
    licenses: "Verlangt von",
    from: "Woher",
    checksum: "Prüfsumme (des Ausgelieferten)",
    unknownPlace: "nicht bekannt: beim Projekt nachsehen",
    noChecksum: "nicht bekannt",
    built:
      "Verzeichnisse halten, was veröffentlicht wurde, und das kann aus dem Quelltext gebaut sein: dann den Quelltext dieser Version beim Projekt holen. Wo wir eine Komponente geändert haben, ist unser geänderter Quelltext geschuldet.",
  },
  compliance: {
    title: "Lizenztreue",
    clear: "Nichts ist offen.",
    answer:
      "{deny} untersagt, {review} zu prüfen, {duties} {duties|Pflicht|Pflichten} offen, {unknown} {unknown|Komponente|Komponenten} ohne bekannte Lizenz.",
    findings: "Befunde ({count})",
    duties: "Was Lizenzen verlangen",
    unknown: "Komponenten ohne bekannte Lizenz ({count})",
    releases: "Auslieferungen",
    noRelease: "Noch steht keine Auslieferung in den Akten (allmend record release VERSION --to planned).",
    refused: "Diese Einträge behaupten Schritte, die nicht erlaubt sind; sie zählen nicht:",
    state: "Stand",
    rule: "Regel",
    about: "Worum es geht",
    remedy: "Was zu tun ist",
    duty: "Zu tun",
    license: "Lizenz",
    components: "Komponenten",
    evidence: "Beleg oder Grund",
    artifact: "Beilage",
    file: "Datei",
    releaseStates: {
      planned: "geplant",
      frozen: "Verzeichnis eingefroren",
      resolved: "Befunde erledigt",
      made: "Beilagen gemacht",
      verified: "geprüft",
      shipped: "ausgeliefert",
      archived: "archiviert",
    },
  },
};

const catalogues: Readonly<Record<Language, ArtefactWords>> = { en, de };

export function artefactWords(language: Language): ArtefactWords {
  return catalogues[language];
}
