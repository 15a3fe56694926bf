// The supply chain as the tree shows it: binaries, pinning, rights of pipelines, secrets.
import { holds, none, whereAny } from "../judge.ts";
import type { Known, RepositoryCheck } from "../types.ts";

/** All of them pinned; not applicable without any. */
function pinned(count: string, share: string) {
  return whereAny(count, (known: Known) => {
    const found = known.number(share);
    return found === undefined ? undefined : found === 1;
  });
}

export const supplyChain: readonly RepositoryCheck[] = [
  {
    id: "binary.artifacts",
    group: "supply-chain",
    title: { en: "No binaries", de: "Keine Binärdateien" },
    definition:
      "No executable or compiled artefact (by extension and a control character in the first 1024 bytes, or by its first bytes alone); testdata/ and src/test/ are left out. Score: 10 less one for each, at least 0.",
    remedy: {
      en: "Build binaries in the pipeline, and publish them as release assets.",
      de: "Binärdateien in der Pipeline bauen und als Ausgabe veröffentlichen.",
    },
    sources: ["Scorecard Binary-Artifacts", "OSPS-QA-05.01", "OSPS-QA-05.02"],
    reads: ["binaries"],
    shows: "binaries",
    judge: none("binaries"),
    score: (known) => {
      const count = known.number("binaries");
      return count === undefined ? undefined : Math.max(0, 10 - count);
    },
  },
  {
    id: "deps.update-tool",
    group: "supply-chain",
    title: { en: "Update tool", de: "Aktualisierungswerkzeug" },
    definition: "Configuration of Dependabot, Renovate or Scala Steward at one of their places.",
    remedy: { en: "Let Renovate or Dependabot propose updates.", de: "Renovate oder Dependabot Aktualisierungen vorschlagen lassen." },
    sources: ["Scorecard dependencyUpdateToolConfigured"],
    reads: ["usesUpdateTool"],
    judge: holds("usesUpdateTool"),
    score: (known) => (known.flag("usesUpdateTool") === true ? 10 : known.flag("usesUpdateTool") === false ? 0 : undefined),
  },
  {
    id: "actions.pinned",
    group: "supply-chain",
    title: { en: "Actions pinned", de: "Actions festgelegt" },
    definition:
      "Every `uses:` of another repository names a commit id of 40 digits, or an image by sha256 digest; local ones are pinned. Score: GitHub's own actions weigh 2, others 8. Not applicable without any.",
    remedy: {
      en: "Name the full commit id, with the version as a comment.",
      de: "Die volle Commit-Kennung nennen, die Version als Kommentar.",
    },
    sources: ["Scorecard pinsDependencies"],
    reads: ["actionsPinnedShare"],
    shows: "actionsPinnedShare",
    judge: pinned("actions", "actionsPinnedShare"),
    score: (known) => known.number("actionsPinnedScore"),
  },
  {
    id: "docker.pinned",
    group: "supply-chain",
    title: { en: "Base images pinned", de: "Basisabbilder festgelegt" },
    definition:
      "Every FROM names a sha256 digest, scratch or an earlier stage; vendored folders and test data are left out. Not applicable without Dockerfiles.",
    remedy: {
      en: "Add @sha256:… to the image; an update tool keeps it current.",
      de: "@sha256:… ans Abbild hängen; ein Werkzeug hält es aktuell.",
    },
    sources: ["Scorecard pinsDependencies"],
    reads: ["baseImagesPinnedShare"],
    shows: "baseImagesPinnedShare",
    judge: pinned("baseImages", "baseImagesPinnedShare"),
  },
  {
    id: "downloads.pinned",
    group: "supply-chain",
    title: { en: "Downloads pinned", de: "Downloads festgelegt" },
    definition:
      "No command in a Dockerfile, shell script or workflow runs what it downloads (curl | sh, a file that is then executed), or installs packages without a hash, a lockfile or a full commit (npm install, pip install, go install, gem, choco, nuget). Not applicable where no such command stands.",
    remedy: {
      en: "Use npm ci, pip install --require-hashes, a commit id, or check a checksum first.",
      de: "npm ci, pip install --require-hashes, eine Commit-Kennung oder zuerst eine Prüfsumme verwenden.",
    },
    sources: ["Scorecard pinsDependencies"],
    reads: ["looseDownloads"],
    shows: "looseDownloads",
    judge: whereAny("downloads", none("looseDownloads")),
  },
  {
    id: "workflow.permissions",
    group: "supply-chain",
    title: { en: "Rights of workflows", de: "Rechte der Workflows" },
    definition:
      "Every workflow declares `permissions` at its top, or every job does; none writes all, or contents, actions or packages at the top. Not applicable without workflows.",
    remedy: {
      en: "Write `permissions: contents: read` at the top, and more only in the job that needs it.",
      de: "Oben `permissions: contents: read` schreiben, mehr nur im Job, der es braucht.",
    },
    sources: ["Scorecard Token-Permissions", "OSPS-AC-04.01"],
    reads: ["workflowPermissions"],
    shows: "workflowPermissions",
    judge: whereAny("workflows", (known) => {
      const width = known.text("workflowPermissions");
      return width === undefined ? undefined : width === "restricted" || width === "jobs-only";
    }),
    score: (known) => ({ restricted: 10, "jobs-only": 9.5, missing: 0, write: 0 })[known.text("workflowPermissions") ?? ""],
  },
  {
    id: "workflow.dangerous",
    group: "supply-chain",
    title: { en: "No dangerous workflow", de: "Kein gefährlicher Workflow" },
    definition:
      "No workflow checks out the code of a pull request under pull_request_target or workflow_run, or puts text that anybody can choose into a script. Not applicable without workflows.",
    remedy: {
      en: "Pass such text through an environment variable; do not check out strangers' code with your rights.",
      de: "Solchen Text über eine Umgebungsvariable geben; fremden Code nie mit eigenen Rechten auschecken.",
    },
    sources: ["Scorecard Dangerous-Workflow", "OSPS-BR-01.01", "OSPS-BR-01.03"],
    reads: ["dangerousWorkflows"],
    shows: "dangerousWorkflows",
    judge: whereAny("workflows", none("dangerousWorkflows")),
    score: (known) => {
      const count = known.number("dangerousWorkflows");
      return count === undefined ? undefined : count === 0 ? 10 : 0;
    },
  },
  {
    id: "secrets.tree",
    group: "supply-chain",
    title: { en: "No secrets in the files", de: "Keine Geheimnisse in den Dateien" },
    definition:
      "No text at HEAD looks like a key, token or password by our rules; lockfiles, test data, examples and placeholders are left out, and what stands in the baseline of secrets.",
    remedy: {
      en: "Revoke it first, then take it out; a false alarm goes into the baseline of secrets.",
      de: "Zuerst widerrufen, dann entfernen; ein Fehlalarm gehört in die Baseline.",
    },
    sources: ["OSPS-BR-07.01", "Baloise BAL-REL-09, BAL-REL-15", "git-proxy gitleaks"],
    reads: ["secretsAtHead"],
    shows: "secretsAtHead",
    judge: none("secretsAtHead"),
  },
  {
    id: "secrets.history",
    group: "supply-chain",
    title: { en: "No secrets in the history", de: "Keine Geheimnisse in der Geschichte" },
    definition: "The same over every blob that the repository holds; unknown until `allmend scan --history` has read them all.",
    remedy: { en: "Revoke it: what was ever pushed is known.", de: "Widerrufen: was je veröffentlicht wurde, ist bekannt." },
    sources: ["OSPS-BR-07.01", "Baloise BAL-REL-09"],
    reads: ["secrets"],
    shows: "secrets",
    judge: (known) => {
      const count = known.number("secrets");
      return count === undefined ? undefined : count > 0 ? false : known.flag("secretsHistoryComplete") === true ? true : undefined;
    },
  },
];
