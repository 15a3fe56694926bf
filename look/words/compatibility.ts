// Whether licences go together, in words.
import type { Language } from "./index.ts";

const en = {
  title: "Licences that do not go together",
  lead: "What is passed on under one licence may not hold everything: {no} {no|pair does|pairs do} not go together, of {unknown} nobody knows.",
  ours: "Ours",
  theirs: "Theirs",
  answer: "Together?",
  why: "Why",
  answers: { yes: "yes", no: "no", unknown: "not known" },
  notKnown: "not known",
  reason: {
    "not-delivered": "it only builds or tests and is part of nothing that is passed on",
    "not-passed-on": "nothing leaves the house",
    "side-by-side": "separate programs side by side are no common work",
    same: "it is the same licence",
    "public-domain": "it asks for nothing",
    permissive: "it asks for its notice only",
    library: "works that use it keep their own licence",
    "compatible-clause": "the licence itself names the other as one that it may be combined with",
    "later-version": "“or later” lets the whole be passed on under the version that fits",
    "further-restriction": "it asks for something that the other forbids to ask",
    "whole-work": "the whole would have to be passed on under its licence",
    "two-copylefts": "both want the whole under themselves",
    beside: "it becomes one work with a component whose licence does not fit into it",
    "version-only": "one allows one version only, the other needs another",
    "secondary-licence": "it depends on what its authors allowed beside",
    "disputed-network": "lawyers differ on whether the combination is a changed version of it",
    content: "it is made for texts, data or fonts, not for code",
    contract: "the terms of a licence that is not open source decide",
    "no-licence": "without a licence nobody may use it",
    "unknown-licence": "its licence is not known",
    "unknown-outbound": "nobody knows under which licence our work is passed on",
    "no-rule": "nothing that we know speaks of the two",
    matrix: "the matrix that was given says so",
  },
};

export type CompatibilityWords = typeof en;

const de: CompatibilityWords = {
  title: "Lizenzen, die nicht zusammenpassen",
  lead: "Was unter einer Lizenz weitergegeben wird, darf nicht alles enthalten: {no} {no|Paar passt|Paare passen} nicht zusammen, bei {unknown} weiss es niemand.",
  ours: "Unsere",
  theirs: "Ihre",
  answer: "Zusammen?",
  why: "Warum",
  answers: { yes: "ja", no: "nein", unknown: "nicht bekannt" },
  notKnown: "nicht bekannt",
  reason: {
    "not-delivered": "es baut oder prüft nur und gehört zu nichts, was weitergegeben wird",
    "not-passed-on": "nichts verlässt das Haus",
    "side-by-side": "getrennte Programme nebeneinander sind kein gemeinsames Werk",
    same: "es ist dieselbe Lizenz",
    "public-domain": "sie verlangt nichts",
    permissive: "sie verlangt nur ihren Hinweis",
    library: "Werke, die es verwenden, behalten ihre eigene Lizenz",
    "compatible-clause": "die Lizenz nennt selbst die andere als eine, mit der sie verbunden werden darf",
    "later-version": "mit «oder später» lässt sich das Ganze unter der passenden Version weitergeben",
    "further-restriction": "sie verlangt etwas, das die andere zu verlangen verbietet",
    "whole-work": "das Ganze müsste unter ihrer Lizenz weitergegeben werden",
    "two-copylefts": "beide wollen das Ganze unter sich",
    beside: "sie wird ein Werk mit einer Komponente, deren Lizenz nicht hineinpasst",
    "version-only": "die eine erlaubt nur eine Version, die andere braucht eine andere",
    "secondary-licence": "es kommt darauf an, was die Urheber daneben erlaubt haben",
    "disputed-network": "umstritten ist, ob die Verbindung eine geänderte Fassung davon ist",
    content: "sie ist für Texte, Daten oder Schriften gemacht, nicht für Code",
    contract: "die Bedingungen einer Lizenz, die nicht Open Source ist, entscheiden",
    "no-licence": "ohne Lizenz darf es niemand verwenden",
    "unknown-licence": "ihre Lizenz ist nicht bekannt",
    "unknown-outbound": "niemand weiss, unter welcher Lizenz unser Werk weitergegeben wird",
    "no-rule": "nichts, was wir kennen, spricht von den beiden",
    matrix: "so sagt es die Tabelle, die angegeben wurde",
  },
};

const catalogues: Readonly<Record<Language, CompatibilityWords>> = { en, de };

export function compatibilityWords(language: Language): CompatibilityWords {
  return catalogues[language];
}
