export const signInWords = {
  en: {
    title: "Your open source office",
    why: "May I use it, contribute, publish? Ask here and know at once, or see what waits for you.",
    with: "Sign in with {name}",
    link: "You have a link from an administrator? Open it; it works once.",
    noProvider: "This office has no identity provider yet. An administrator gives you a link that works once.",
    first: {
      title: "Welcome. Nobody is here yet.",
      why: "You opened the link that the server printed, so you become its first administrator.",
      id: "Your id, as the organisation's documents call you",
      name: "Your name",
      enter: "Begin",
      noLink: "Open the link that the server printed when it started: it makes you the first administrator.",
    },
    entering: "You are being let in …",
  },
  de: {
    title: "Ihr Open Source Office",
    why: "Darf ich es verwenden, beitragen, veröffentlichen? Fragen Sie hier und wissen Sie es sofort, oder sehen Sie, was auf Sie wartet.",
    with: "Anmelden mit {name}",
    link: "Sie haben einen Link von der Verwaltung? Öffnen Sie ihn; er gilt einmal.",
    noProvider: "Dieses Office hat noch keinen Anmeldedienst. Die Verwaltung gibt Ihnen einen Link, der einmal gilt.",
    first: {
      title: "Willkommen. Hier ist noch niemand.",
      why: "Sie haben den Link geöffnet, den der Server ausgegeben hat, und werden damit zur ersten Verwaltung.",
      id: "Ihr Kürzel, wie die Dokumente der Organisation Sie nennen",
      name: "Ihr Name",
      enter: "Beginnen",
      noLink: "Öffnen Sie den Link, den der Server beim Start ausgegeben hat: Er macht Sie zur ersten Verwaltung.",
    },
    entering: "Sie werden eingelassen …",
  },
};
