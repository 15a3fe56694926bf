// Who owns the code and who maintains it.
import { atLeast, holds, where } from "../judge.ts";
import type { RepositoryCheck } from "../types.ts";

export const people: readonly RepositoryCheck[] = [
  {
    id: "codeowners.present",
    group: "files",
    title: { en: "CODEOWNERS", de: "CODEOWNERS" },
    definition: "The first of .github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS (GitHub's order), or .gitlab/CODEOWNERS.",
    remedy: { en: "Add CODEOWNERS with the team and two people.", de: "CODEOWNERS mit Team und zwei Personen hinzufügen." },
    sources: ["Allstar codeowners", "CLOMonitor maintainers", "Baloise"],
    reads: ["hasCodeowners"],
    judge: holds("hasCodeowners"),
  },
  {
    id: "codeowners.valid",
    group: "files",
    title: { en: "CODEOWNERS valid", de: "CODEOWNERS gültig" },
    definition:
      "It has a rule, and every rule names at least one owner in a known form; not applicable without one. Whether the names exist only the forge knows.",
    remedy: {
      en: "Give every rule an owner (@name, @organisation/team or a mail address).",
      de: "Jeder Regel jemanden zuordnen (@name, @organisation/team oder Mailadresse).",
    },
    sources: ["Allstar codeowners", "Baloise"],
    reads: ["codeownersValid"],
    judge: where("hasCodeowners", holds("codeownersValid")),
  },
  {
    id: "codeowners.count",
    group: "files",
    title: { en: "Two code owners", de: "Zwei Code-Eigner" },
    definition:
      "At least two distinct people in CODEOWNERS; with fewer and a team it stays unknown, because a team may hold any number; not applicable without one.",
    remedy: { en: "Name at least two people.", de: "Mindestens zwei Personen nennen." },
    sources: ["Baloise BAL-INC-06"],
    reads: ["codeowners"],
    shows: "codeowners",
    judge: where("hasCodeowners", (known) => {
      const [all, teams] = [known.number("codeowners"), known.number("codeownerTeams")];
      if (all === undefined || teams === undefined) return undefined;
      return all - teams >= 2 ? true : teams > 0 ? undefined : false;
    }),
  },
  {
    id: "maintainers.min2",
    group: "files",
    title: { en: "Two maintainers", de: "Zwei Verantwortliche" },
    definition:
      "At least two distinct people in CODEOWNERS, MAINTAINERS or OWNERS; unknown without such a file, and where only a team is named.",
    remedy: { en: "Name at least two maintainers.", de: "Mindestens zwei Verantwortliche nennen." },
    sources: ["Baloise BAL-REL-11", "Allstar admin (ownerless)"],
    reads: ["maintainers"],
    shows: "maintainers",
    judge: atLeast("maintainers", 2),
  },
];
