// What the history says: sign-offs, identities, signatures, tags, releases, activity.
import { atLeast, holds, none, whereAny } from "../judge.ts";
import type { RepositoryCheck } from "../types.ts";

export const history: readonly RepositoryCheck[] = [
  {
    id: "dco.rate",
    group: "history",
    title: { en: "Commits signed off", de: "Commits mit Sign-off" },
    definition:
      "Every commit of the last 365 days, but for merges and bots, has a Signed-off-by whose name and address are the author's or the committer's (case does not matter).",
    remedy: { en: "Commit with `git commit -s`.", de: "Mit `git commit -s` committen." },
    sources: ["DCO app", "CLOMonitor dco", "OSPS-LE-01.01", "Baloise BAL-CON-07"],
    reads: ["signedOffShare"],
    shows: "signedOffShare",
    indicator: true,
    judge: whereAny("commits365Days", atLeast("signedOffShare", 1)),
  },
  {
    id: "identity.domain",
    group: "history",
    title: { en: "Company identity", de: "Identität der Organisation" },
    definition:
      "Our people's commits are under an address of the organisation's domains; unknown where the organisation names none or none of its people is known.",
    remedy: {
      en: "Set user.email to the address of the organisation for this repository.",
      de: "user.email in diesem Repository auf die Adresse der Organisation setzen.",
    },
    sources: ["git-proxy checkAuthorEmails", "Baloise BAL-CON-06"],
    reads: ["ourIdentityShare"],
    shows: "ourIdentityShare",
    judge: whereAny("ourCommits365Days", atLeast("ourIdentityShare", 1)),
  },
  {
    id: "commits.signed",
    group: "history",
    title: { en: "Commits signed by people", de: "Commits persönlich signiert" },
    definition:
      "Every commit of the last 365 days carries a signature that its maker made; those that a forge made itself (committer noreply@github.com) do not count. Whether a signature is valid needs keys and stays unknown.",
    remedy: {
      en: "Sign with SSH or OpenPGP: `git config commit.gpgsign true`.",
      de: "Mit SSH oder OpenPGP signieren: `git config commit.gpgsign true`.",
    },
    sources: ["Scorecard #379", "GitHub commit verification"],
    reads: ["signedShare"],
    shows: "signedShare",
    indicator: true,
    judge: whereAny("commits365Days", atLeast("signedShare", 1)),
  },
  {
    id: "tags.semver",
    group: "history",
    title: { en: "Semantic versions", de: "Semantische Versionen" },
    definition: "Every release tag is a Semantic Version 2.0.0, with or without a leading v; not applicable without release tags.",
    remedy: { en: "Name tags 1.2.3.", de: "Tags 1.2.3 nennen." },
    sources: ["Baloise BAL-REL-08", "OSPS-BR-02.01", "Semantic Versioning 2.0.0"],
    reads: ["tagsSemver"],
    judge: whereAny("tags", holds("tagsSemver")),
  },
  {
    id: "tags.annotated",
    group: "history",
    title: { en: "Annotated tags", de: "Annotierte Tags" },
    definition: "Every release tag is a tag object with maker and date; not applicable without release tags.",
    remedy: { en: "Make tags with `git tag -a`.", de: "Tags mit `git tag -a` setzen." },
    sources: ["git"],
    reads: ["annotatedTagsShare"],
    shows: "annotatedTagsShare",
    indicator: true,
    judge: whereAny("tags", atLeast("annotatedTagsShare", 1)),
  },
  {
    id: "tags.signed",
    group: "history",
    title: { en: "Signed tags", de: "Signierte Tags" },
    definition: "Every release tag carries a signature (its validity needs keys and stays unknown); not applicable without release tags.",
    remedy: { en: "Make tags with `git tag -s`.", de: "Tags mit `git tag -s` setzen." },
    sources: ["git", "compare Scorecard Signed-Releases, which looks at assets only"],
    reads: ["signedTagsShare"],
    shows: "signedTagsShare",
    indicator: true,
    judge: whereAny("tags", atLeast("signedTagsShare", 1)),
  },
  {
    id: "release.cadence",
    group: "history",
    title: { en: "A release within a year", de: "Ausgabe innert eines Jahres" },
    definition: "At least one stable release tag in the last 365 days; not applicable without release tags.",
    remedy: { en: "Release, or say that the project rests.", de: "Eine Ausgabe machen oder sagen, dass das Projekt ruht." },
    sources: ["CLOMonitor recent_release", "CHAOSS release frequency"],
    reads: ["releases365Days"],
    shows: "releases365Days",
    judge: whereAny("tags", atLeast("releases365Days", 1)),
  },
  {
    id: "incubator.version",
    group: "history",
    title: { en: "Version of an incubator", de: "Version im Inkubator" },
    definition: "What flags itself as incubating keeps the major version 0; not applicable for everything else and without release tags.",
    remedy: { en: "Stay at 0.x until it leaves the incubator.", de: "Bei 0.x bleiben, bis es den Inkubator verlässt." },
    sources: ["Baloise BAL-INC-02"],
    reads: ["highestMajor"],
    shows: "highestMajor",
    judge: (known) => {
      const incubating = known.flag("incubatorFlagged");
      if (incubating === false || known.number("tags") === 0) return "not-applicable";
      const major = known.number("highestMajor");
      return incubating === undefined || major === undefined ? undefined : major === 0;
    },
  },
  {
    id: "maintained",
    group: "history",
    title: { en: "Maintained", de: "Wird gepflegt" },
    definition:
      "At least one commit in the last 90 days, and the first commit is older than that. Score: full marks from one a week (13). The half of Scorecard's check that looks at issues needs a forge.",
    remedy: { en: "Care for it, give it to somebody, or archive it.", de: "Pflegen, weitergeben oder archivieren." },
    sources: ["Scorecard hasRecentCommits, createdRecently"],
    reads: ["commits90Days", "daysSinceFirstCommit"],
    shows: "commits90Days",
    judge: (known) => {
      const [commits, age] = [known.number("commits90Days"), known.number("daysSinceFirstCommit")];
      return commits === undefined || age === undefined ? undefined : age >= 90 && commits > 0;
    },
    score: (known) => {
      const [commits, age] = [known.number("commits90Days"), known.number("daysSinceFirstCommit")];
      if (commits === undefined || age === undefined) return undefined;
      return age < 90 ? 0 : Math.min(10, Math.floor((10 * commits * 7) / 90));
    },
  },
  {
    id: "contributors",
    group: "history",
    title: { en: "More than one contributor", de: "Mehr als eine Person" },
    definition: "At least two distinct authors in the last 365 days, with mailmap and without bots.",
    remedy: {
      en: "Bring a second person in: what one person alone knows goes with them.",
      de: "Eine zweite Person einarbeiten: was nur eine weiss, geht mit ihr.",
    },
    sources: ["CHAOSS contributors", "repolinter contributor-count"],
    reads: ["contributors365Days"],
    indicator: true,
    judge: whereAny("commits365Days", atLeast("contributors365Days", 2)),
  },
  {
    id: "two-person",
    group: "history",
    title: { en: "Seen by two", de: "Von zweien gesehen" },
    definition:
      "No commit on the default branch in the last 365 days was made and committed by one person without a merge or a trailer of a review: an indicator only, the real answer is the forge's.",
    remedy: { en: "Let every change be reviewed before it is merged.", de: "Jede Änderung vor dem Zusammenführen ansehen lassen." },
    sources: ["Baloise BAL-REL-10"],
    reads: ["directCommits"],
    shows: "directCommits",
    indicator: true,
    judge: whereAny("commits365Days", none("directCommits")),
  },
];
