// The one registry of what can be imported. A new kind is one folder and one entry here.
import { Unreadable } from "../lockfiles/types.ts";
import type { ImportKind } from "./types.ts";

export const importKinds: readonly ImportKind[] = [
  {
    name: "osv",
    means: "vulnerabilities in the OSV schema: a record, a list of records, or the zip export of an ecosystem",
    how: "https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip, and so for PyPI, Maven, Go, …",
    load: async () => (await import("./osv/osv.ts")).readOsv,
  },
  {
    name: "openvex",
    means: "statements whether vulnerabilities count, as OpenVEX",
    how: "vexctl create …, or what a supplier publishes",
    load: async () => (await import("./openvex/openvex.ts")).readOpenVex,
  },
  {
    name: "cyclonedx-vex",
    means: "vulnerabilities and what was answered to them, in CycloneDX JSON (VEX and VDR)",
    how: "what a supplier publishes, or the export of Dependency-Track",
    load: async () => (await import("./cyclonedx-vex/cyclonedx-vex.ts")).readCycloneDxVex,
  },
  {
    name: "trivy",
    means: "what Trivy found in images, repositories or SBOMs",
    how: "trivy fs --format json --list-all-pkgs --output report.json FOLDER",
    load: async () => (await import("./trivy/trivy.ts")).readTrivy,
  },
  {
    name: "dependency-track",
    means: "findings of a project of Dependency-Track, with its analyses",
    how: "GET /api/v1/finding/project/UUID/export",
    load: async () => (await import("./dependency-track/dependency-track.ts")).readDependencyTrack,
  },
  {
    name: "npm-audit",
    means: "npm audit in either form; with --about it speaks for everything of npm there",
    how: "npm audit --json > audit.json",
    load: async () => (await import("./npm-audit/npm-audit.ts")).readNpmAudit,
  },
  {
    name: "kev",
    means: "CISA's catalogue of vulnerabilities that are known to be exploited",
    how: "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json",
    load: async () => (await import("./kev/kev.ts")).readKev,
  },
  {
    name: "scancode",
    means: "licences and copyright of every file of a repository, as ScanCode found them (needs --about)",
    how: "scancode --license --copyright --json-pp report.json FOLDER",
    load: async () => (await import("./scancode/scancode.ts")).readScanCode,
  },
  {
    name: "ort",
    means: "licences of packages as the OSS Review Toolkit knows them: declared, detected, concluded",
    how: "ort analyze, ort scan: analyzer-result.yml, scan-result.yml",
    load: async () => (await import("./ort/ort.ts")).readOrt,
  },
  {
    name: "approvals",
    means:
      "what was decided elsewhere: a table (component, decision), .ort.yml and curations.yml of ORT, policy violations of Dependency-Track, releases of SW360",
    how: "a CSV of your own; GET /api/v1/violation/project/UUID; GET /resource/api/releases?allDetails=true",
    load: async () => (await import("./approvals/approvals.ts")).readApprovals,
  },
  {
    name: "scorecard",
    means: "OpenSSF Scorecard's answers about a project that we depend on, or about our own",
    how: "scorecard --repo=github.com/OWNER/NAME --format=json",
    load: async () => (await import("./scorecard/scorecard.ts")).readScorecard,
  },
  {
    name: "end-of-life",
    means: "when release lines end, as endoflife.date tells it: all products, or one; a list of cycles needs --about pkg:TYPE/NAME",
    how: "https://endoflife.date/api/v1/products/full, or /api/v1/products/NAME",
    load: async () => (await import("./end-of-life/end-of-life.ts")).readEndOfLife,
  },
  {
    name: "change-requests",
    means:
      "pull or merge requests of a project: how many of ours are taken, how soon, and whether a project of ours keeps up; no name is kept",
    how: "gh pr list --repo OWNER/NAME --state all --limit 5000 --json number,createdAt,closedAt,mergedAt,author,headRepositoryOwner,url",
    load: async () => (await import("./change-requests/change-requests.ts")).readChangeRequests,
  },
];

export function importKind(name: string): ImportKind {
  const kind = importKinds.find((candidate) => candidate.name === name);
  if (!kind) throw new Unreadable(`there is no kind "${name}"`);
  return kind;
}
