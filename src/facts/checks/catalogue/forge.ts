// What only the forge knows: never guessed from a clone.
import { atLeast, holds } from "../judge.ts";
import type { CheckText, RepositoryCheck, Said } from "../types.ts";

function ask(
  id: string,
  title: CheckText,
  definition: string,
  sources: readonly string[],
  reads: readonly string[] = [],
  judge: RepositoryCheck["judge"] = (): Said => undefined,
): RepositoryCheck {
  return {
    id,
    group: "forge",
    title,
    definition: `${definition} Only the forge knows: unknown until it is connected.`,
    remedy: { en: "Connect the forge, or look there.", de: "Die Plattform anbinden oder dort nachsehen." },
    sources,
    reads,
    judge,
  };
}

export const forge: readonly RepositoryCheck[] = [
  ask(
    "branch.protected",
    { en: "Branch protected", de: "Branch geschützt" },
    "The default branch is protected.",
    ["Scorecard Branch-Protection", "Allstar branch protection"],
    ["branchProtected"],
    holds("branchProtected"),
  ),
  ask(
    "changes.reviewed",
    { en: "Changes reviewed", de: "Änderungen geprüft" },
    "Every merged change was seen by a second person.",
    ["Scorecard Code-Review", "Baloise BAL-REL-10"],
    ["reviewedShare"],
    atLeast("reviewedShare", 1),
  ),
  ask(
    "ci.results",
    { en: "Pipeline ran on changes", de: "Pipeline lief bei Änderungen" },
    "Pull requests were tested before they were merged.",
    ["Scorecard CI-Tests"],
  ),
  ask(
    "members.rights",
    { en: "Rights of members", de: "Rechte der Mitglieder" },
    "Administrators, outside collaborators and second factors are as the policy wants.",
    ["Allstar outside collaborators, administrators"],
  ),
  ask("releases.signed", { en: "Releases signed", de: "Ausgaben signiert" }, "Release assets carry signatures or provenance.", [
    "Scorecard Signed-Releases",
  ]),
  ask("webhooks.secret", { en: "Webhooks with a secret", de: "Webhooks mit Geheimnis" }, "Every webhook checks a secret.", [
    "Scorecard Webhooks",
  ]),
  ask(
    "reporting.private",
    { en: "Private reports", de: "Vertrauliche Meldungen" },
    "Vulnerabilities can be reported privately.",
    ["OSPS-VM-03.01"],
    ["privateReporting"],
    holds("privateReporting"),
  ),
  ask(
    "response.time",
    { en: "Answers in time", de: "Antwort in angemessener Zeit" },
    "The median time to the first response is five days at most.",
    ["CHAOSS time to first response"],
    ["firstResponseDays"],
    (known) => {
      const days = known.number("firstResponseDays");
      return days === undefined ? undefined : days <= 5;
    },
  ),
  ask(
    "repository.archived",
    { en: "Not archived", de: "Nicht archiviert" },
    "The repository is not archived.",
    ["Scorecard archived"],
    ["archived"],
    (known) => {
      const archived = known.flag("archived");
      return archived === undefined ? undefined : !archived;
    },
  ),
];
