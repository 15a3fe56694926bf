export const signInWords = {
  en: {
    title: "Your open source office",
    why: "May I use it, contribute, publish? Ask here and know at once, or see what waits for you.",
    with: "Sign in with {name}",
    link: "You have a link from an administrator? Open it; it works once.",
    noProvider: "This office has no identity provider yet. An administrator gives you a link that works once.",
    site: "You do not work here? What we publish, and whom to ask, stands on our public page.",
    first: "Welcome. Nobody is here yet.",
    firstLink: "Open the link that the server printed when it started: it makes you the first administrator.",
  },
  de: {
    title: "Ihr Open-Source-Büro",
    why: "Darf ich es verwenden, beitragen, veröffentlichen? Fragen Sie hier und wissen Sie es sofort, oder sehen Sie, was auf Sie wartet.",
    with: "Anmelden mit {name}",
    link: "Sie haben einen Link von der Verwaltung? Öffnen Sie ihn; er gilt einmal.",
    noProvider: "Dieses Büro hat noch keinen Anmeldedienst. Die Verwaltung gibt Ihnen einen Link, der einmal gilt.",
    site: "Sie arbeiten nicht hier? Was wir veröffentlichen und wen Sie fragen können, steht auf unserer öffentlichen Seite.",
    first: "Willkommen. Hier ist noch niemand.",
    firstLink: "Öffnen Sie den Link, den der Server beim Start ausgegeben hat: Er macht Sie zur ersten Verwaltung.",
  },
};
