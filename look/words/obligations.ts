// What licences ask, in words: for the report, for answers, for what goes along with a release.
import type { Language } from "./index.ts";

const en = {
  title: "What licences ask of us",
  lead: "{products} {products|product owes|products owe} something to those whose work {products|it delivers|they deliver}: {open} {open|duty is|duties are} open, {done} done.",
  leadDone: "Everything that licences ask of what we deliver is done: {done} {done|duty|duties}.",
  leadNone: "What we deliver owes nothing to anybody.",
  unknown: "For {count} {count|component|components} nobody knows what is asked, because nobody knows the licence.",
  howTo: "A duty is done when the evidence is on record: allmend record obligation KIND --about product:ID --evidence TEXT --by WHO.",
  duty: "To do",
  license: "Licence",
  components: "Components",
  state: "State",
  source: "It says so in",
  product: "{product}: {open} open, {done} done",
  more: "and {count} more",
  confidence: "{share} sure",
  evidence: "Evidence: {text}",
  because: "Why not: {text}",
  owner: "Owner: {text}",
  due: "Due: {text}",
  obligation: {
    attribution: "Keep copyright notices and credits",
    "license-text": "Include the licence text",
    "notice-file": "Include the NOTICE file",
    source: "Ship the source, or offer it in writing",
    "network-source": "Offer the source to those who use it over the network",
    "same-license": "Pass on what is built with it under the same licence",
    "change-notes": "Say in changed files that they were changed",
    relinking: "Let users put a changed version of the library in",
    "installation-information": "Include what is needed to install a changed version on the device",
    acknowledgment: "Give the credit in the documentation or the product",
    advertising: "Give the credit in advertising that mentions it",
    "attribution-display": "Show the credit in the user interface",
    rename: "Give the changed version another name",
    "patch-distribution": "Pass on changes as patches beside the original",
    contract: "Keep the terms that were agreed; somebody has to read them",
    "no-endorsement": "Do not promote the product with the authors' names",
    trademark: "Do not use the licensor's names and marks",
    patent: "Whoever sues over patents loses the rights",
    unknown: "Find out the licence: what it asks is not known",
  },
  states: {
    open: "open",
    fulfilled: "done",
    "not-applicable": "does not apply",
    standing: "always holds",
    unknown: "not known",
  },
};

export type ObligationWords = typeof en;

const de: ObligationWords = {
  title: "Was Lizenzen von uns verlangen",
  lead: "{products} {products|Produkt schuldet|Produkte schulden} denen etwas, deren Werk {products|es weitergibt|sie weitergeben}: {open} {open|Pflicht ist|Pflichten sind} offen, {done} erledigt.",
  leadDone: "Alles, was Lizenzen von dem verlangen, was wir weitergeben, ist getan: {done} {done|Pflicht|Pflichten}.",
  leadNone: "Was wir weitergeben, schuldet niemandem etwas.",
  unknown: "Bei {count} {count|Komponente|Komponenten} weiss niemand, was verlangt ist, weil niemand die Lizenz kennt.",
  howTo:
    "Eine Pflicht ist getan, wenn der Beleg in den Akten steht: allmend record obligation ART --about product:ID --evidence TEXT --by WER.",
  duty: "Zu tun",
  license: "Lizenz",
  components: "Komponenten",
  state: "Stand",
  source: "So steht es in",
  product: "{product}: {open} offen, {done} erledigt",
  more: "und {count} weitere",
  confidence: "zu {share} sicher",
  evidence: "Beleg: {text}",
  because: "Warum nicht: {text}",
  owner: "Zuständig: {text}",
  due: "Fällig: {text}",
  obligation: {
    attribution: "Urheberhinweise und Nennungen stehen lassen",
    "license-text": "Den Lizenztext beilegen",
    "notice-file": "Die Datei NOTICE beilegen",
    source: "Den Quelltext beilegen oder schriftlich anbieten",
    "network-source": "Den Quelltext denen anbieten, die es über das Netz verwenden",
    "same-license": "Was damit gebaut ist, unter derselben Lizenz weitergeben",
    "change-notes": "In geänderten Dateien sagen, dass sie geändert wurden",
    relinking: "Eine geänderte Fassung der Bibliothek einsetzbar machen",
    "installation-information": "Beilegen, was es braucht, um eine geänderte Fassung auf dem Gerät einzurichten",
    acknowledgment: "In der Dokumentation oder im Produkt danken",
    advertising: "In Werbung, die es erwähnt, danken",
    "attribution-display": "Die Nennung in der Oberfläche zeigen",
    rename: "Der geänderten Fassung einen anderen Namen geben",
    "patch-distribution": "Änderungen als Patches neben dem Original weitergeben",
    contract: "Die vereinbarten Bedingungen einhalten; jemand muss sie lesen",
    "no-endorsement": "Nicht mit den Namen der Urheber für das Produkt werben",
    trademark: "Namen und Marken des Lizenzgebers nicht verwenden",
    patent: "Wer wegen Patenten klagt, verliert die Rechte",
    unknown: "Die Lizenz herausfinden: was sie verlangt, ist nicht bekannt",
  },
  states: {
    open: "offen",
    fulfilled: "erledigt",
    "not-applicable": "trifft nicht zu",
    standing: "gilt immer",
    unknown: "nicht bekannt",
  },
};

const catalogues: Readonly<Record<Language, ObligationWords>> = { en, de };

export function obligationWords(language: Language): ObligationWords {
  return catalogues[language];
}
