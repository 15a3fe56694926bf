export const todayWords = {
  en: {
    greeting: { morning: "Good morning, {name}.", day: "Good day, {name}.", evening: "Good evening, {name}." },
  },
  de: {
    greeting: { morning: "Guten Morgen, {name}.", day: "Guten Tag, {name}.", evening: "Guten Abend, {name}." },
  },
};
