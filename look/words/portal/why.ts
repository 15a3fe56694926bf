// Words of the panel that says why something is there.
export const whyWords = {
  en: {
    title: "Why",
    open: "Why?",
    isFor: "It is there for",
    comesOfIt: "What comes of it",
    top: "It is what we want: here the chain begins.",
    noReason: "Nothing says what it is for: here the chain breaks.",
    nothing: "Nothing comes of it yet.",
    more: "and {count} more",
  },
  de: {
    title: "Weshalb",
    open: "Weshalb?",
    isFor: "Dafür ist es da",
    comesOfIt: "Was daraus folgt",
    top: "Das wollen wir: Hier beginnt die Kette.",
    noReason: "Nichts sagt, wofür es da ist: Hier reisst die Kette.",
    nothing: "Noch folgt nichts daraus.",
    more: "und {count} weitere",
  },
};
