// Words of the server: pages for coming in, tasks when somebody leaves, what is sent.
export const serverEn = {
  enter: {
    title: "Sign in",
    link: "This link lets you in once.",
    first: "You are the first: say who you are. You become the administrator.",
    id: "Your id, as the organisation's documents call you (small letters, digits, . _ -)",
    name: "Your name",
    enter: "Come in",
    failed: "This did not work",
    again: "Begin again",
  },
  leaver: {
    lead: "{person} left and leads the team {what}: name another lead in organization.yaml.",
    member: "{person} left and is a member of the team {what}: take them out of organization.yaml.",
    deputy: "{person} left and is a deputy of the team {what}: take them out of organization.yaml.",
    executive: "{person} left and stands among the executives: change organization.yaml.",
    owner: "{person} left and answers for {what} ({file}): name somebody else.",
    waiver: "{person} left and carries the risk of an exception from {what} ({file}): name somebody else, or end it.",
    agreement:
      "{person} left and was covered by the agreement {what}: take them off the list, and tell the other side where it asks for that.",
    token: "{person} left and answers for the token “{what}” of the office: name somebody else, or revoke it.",
  },
} as const;

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };

export const serverDe: Widen<typeof serverEn> = {
  enter: {
    title: "Anmelden",
    link: "Mit diesem Link kommen Sie einmal herein.",
    first: "Noch ist niemand da: Sagen Sie, wer Sie sind. Sie werden Administratorin oder Administrator.",
    id: "Ihr Kürzel, wie es in den Dokumenten der Organisation steht (Kleinbuchstaben, Ziffern, . _ -)",
    name: "Ihr Name",
    enter: "Hereinkommen",
    failed: "Das ging nicht",
    again: "Von vorn beginnen",
  },
  leaver: {
    lead: "{person} ist ausgetreten und leitet das Team {what}: in organization.yaml eine andere Leitung eintragen.",
    member: "{person} ist ausgetreten und gehört zum Team {what}: aus organization.yaml nehmen.",
    deputy: "{person} ist ausgetreten und vertritt im Team {what}: aus organization.yaml nehmen.",
    executive: "{person} ist ausgetreten und steht bei der Geschäftsleitung: organization.yaml ändern.",
    owner: "{person} ist ausgetreten und steht für {what} ein ({file}): jemand anderen eintragen.",
    waiver: "{person} ist ausgetreten und trägt das Risiko einer Ausnahme von {what} ({file}): jemand anderen eintragen oder sie beenden.",
    agreement:
      "{person} ist ausgetreten und war durch die Vereinbarung {what} gedeckt: von der Liste nehmen und es der Gegenseite sagen, wo sie das verlangt.",
    token: "{person} ist ausgetreten und steht für das Token «{what}» des Büros ein: jemand anderen bestimmen oder es widerrufen.",
  },
};
