// What the tree holds: tests, pipelines, manifests, and what should not be in it.
import { holds, none, where } from "../judge.ts";
import type { RepositoryCheck } from "../types.ts";

export const contents: readonly RepositoryCheck[] = [
  {
    id: "tests.present",
    group: "files",
    title: { en: "Tests", de: "Tests" },
    definition: "A folder whose name begins with test, or spec(s), __tests__, e2e; or files named as tests of their language.",
    remedy: { en: "Add automated tests.", de: "Automatische Tests hinzufügen." },
    sources: ["repolinter test-directory-exists"],
    reads: ["hasTests"],
    judge: holds("hasTests"),
  },
  {
    id: "ci.present",
    group: "files",
    title: { en: "Pipeline", de: "Pipeline" },
    definition:
      "A definition for GitHub, GitLab, Forgejo, Jenkins, Azure, CircleCI, Travis, AppVeyor, Drone or another service of that kind.",
    remedy: { en: "Let a pipeline build and test every change.", de: "Jede Änderung von einer Pipeline bauen und prüfen lassen." },
    sources: ["repolinter integrates-with-ci"],
    reads: ["hasCi"],
    judge: holds("hasCi"),
  },
  {
    id: "manifest.present",
    group: "files",
    title: { en: "Package manifest", de: "Paketbeschreibung" },
    definition: "A file that names the dependencies, in one of the ecosystems that are read.",
    remedy: { en: "Declare dependencies in the manifest of the ecosystem.", de: "Abhängigkeiten in der Paketbeschreibung angeben." },
    sources: ["repolinter packagers axiom", "OSPS-QA-02.01"],
    reads: ["hasManifest"],
    indicator: true,
    judge: holds("hasManifest"),
  },
  {
    id: "lockfile.present",
    group: "supply-chain",
    title: { en: "Lockfiles", de: "Sperrdateien" },
    definition: "Every manifest of an application is covered by a lockfile beside or above it; not applicable without a manifest.",
    remedy: { en: "Commit the lockfile.", de: "Die Sperrdatei einchecken." },
    sources: ["OSPS-QA-02.01"],
    reads: ["manifestsWithoutLockfile"],
    judge: where("hasManifest", none("manifestsWithoutLockfile")),
  },
  {
    id: "sbom.present",
    group: "files",
    title: { en: "SBOM in the tree", de: "SBOM im Baum" },
    definition:
      "An SBOM at the root by its name (CycloneDX, SPDX); half of what Scorecard's check asks, the other half are release assets.",
    remedy: { en: "Publish an SBOM with each release.", de: "Mit jeder Ausgabe eine SBOM veröffentlichen." },
    sources: ["Scorecard hasSBOM", "OSPS-QA-02.02"],
    reads: ["hasSbom"],
    indicator: true,
    judge: holds("hasSbom"),
    score: (known) => (known.flag("hasSbom") === true ? 5 : undefined),
  },
  {
    id: "files.large",
    group: "files",
    title: { en: "No large files", de: "Keine grossen Dateien" },
    definition: "No file over 5 MiB.",
    remedy: { en: "Keep large files outside, or in Git LFS.", de: "Grosse Dateien auslagern oder in Git LFS halten." },
    sources: ["repolinter large-file"],
    reads: ["largeFiles"],
    shows: "largeFiles",
    judge: none("largeFiles"),
  },
  {
    id: "paths.forbidden",
    group: "files",
    title: { en: "No key files", de: "Keine Schlüsseldateien" },
    definition:
      "No file whose name says that it holds keys or passwords (id_rsa, *.pfx, *.p12, *.jks, *.kdbx, .env, .htpasswd, .pgpass …), outside of tests and samples.",
    remedy: {
      en: "Take it out, and change what was in it: the history keeps it.",
      de: "Entfernen, und ändern was darin stand: die Geschichte behält es.",
    },
    sources: ["repolinter git-list-tree"],
    reads: ["forbiddenPaths"],
    judge: none("forbiddenPaths"),
  },
];
