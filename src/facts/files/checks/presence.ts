// Files and folders whose presence is the fact, wherever conventions put them (repolinter, Scorecard, CLOMonitor, OSPS Baseline).
import type { Evidence } from "../../subjects.ts";
import type { FileIndex } from "../shared/file-index.ts";
import type { Check } from "../types.ts";

const DOC_SITES =
  "mkdocs.yml mkdocs.yaml docusaurus.config.js docusaurus.config.ts book.toml antora.yml .readthedocs.yml .readthedocs.yaml readthedocs.yml _config.yml website/docusaurus.config.js website/docusaurus.config.ts".split(
    " ",
  );
const PIPELINES =
  ".gitlab-ci.yml .travis.yml appveyor.yml .appveyor.yml circle.yml .circleci/config.yml jenkinsfile .drone.yml .drone.yaml azure-pipelines.yml azure-pipelines.yaml bitbucket-pipelines.yml .cirrus.yml .woodpecker.yml .woodpecker.yaml .build.yml .semaphore/semaphore.yml buildkite.yml .buildkite/pipeline.yml cloudbuild.yaml".split(
    " ",
  );
const WORKFLOW_FOLDERS = [".github/workflows", ".forgejo/workflows", ".gitea/workflows", ".woodpecker", ".tekton"];
const UPDATE_TOOLS =
  ".github/dependabot.yml .github/dependabot.yaml renovate.json renovate.json5 .github/renovate.json .github/renovate.json5 .gitlab/renovate.json .gitlab/renovate.json5 .renovaterc .renovaterc.json .renovaterc.json5 .scala-steward.conf scala-steward.conf .github/.scala-steward.conf .github/scala-steward.conf .config/.scala-steward.conf .config/scala-steward.conf".split(
    " ",
  );
/** Names that are reserved for them (Scorecard hasSBOM, CycloneDX, SPDX); that another file is one only its content says. */
const SBOM = /(?:^bom\.(?:json|xml)|\.(?:cdx|bom)\.(?:json|xml)|\.spdx(?:\.(?:json|xml|ya?ml|rdf|rdf\.xml|tv))?|^sbom\.(?:json|xml))$/i;
const TEST_FOLDER = /(?:^|\/)(?:test[^/]*|__tests?__|specs?|e2e|[^/]*[-_.]tests?)$/i;
const TEST_FILE =
  /(?:_test\.(?:go|py|rb|dart|exs|c|cc|cpp)|\.(?:test|spec)\.[cm]?[jt]sx?|_spec\.rb|(?:^|\/)test_[^/]*\.py|Tests?\.(?:java|kt|cs|php|swift|scala)|_SUITE\.erl)$/;

type Finder = (files: FileIndex) => string | undefined;

const finders: Readonly<Record<string, Finder>> = {
  hasDocs: (files) => folder(files, /^docs?$/i) ?? path(files, DOC_SITES),
  hasTests: (files) =>
    folder(files, TEST_FOLDER) ?? files.tree.files.find((file) => file.kind === "file" && TEST_FILE.test(file.path))?.path,
  hasCi: (files) =>
    path(files, PIPELINES) ?? WORKFLOW_FOLDERS.flatMap((name) => files.in(name)).find((file) => /\.ya?ml$/i.test(file.name))?.path,
  hasIssueTemplate: (files) => template(files, /^issue_template/i) ?? files.in(".gitlab/issue_templates")[0]?.path,
  hasPullRequestTemplate: (files) => template(files, /^pull_request_template/i) ?? files.in(".gitlab/merge_request_templates")[0]?.path,
  hasSbom: (files) => files.in("").find((file) => file.kind === "file" && SBOM.test(file.name))?.path,
  usesUpdateTool: (files) => path(files, UPDATE_TOOLS),
};

function path(files: FileIndex, paths: readonly string[]): string | undefined {
  return paths.map((wanted) => files.at(wanted)?.path).find((found) => found !== undefined);
}

/** The shallowest folder that matches. */
function folder(files: FileIndex, pattern: RegExp): string | undefined {
  let best: string | undefined;
  for (const name of files.folders) if ((best === undefined || name.length < best.length) && pattern.test(name)) best = name;
  return best;
}

/** A file or a folder of this name at the root, in .github/ or docs/. */
function template(files: FileIndex, pattern: RegExp): string | undefined {
  for (const place of ["", ".github", "docs"]) {
    const file = files.in(place).find((entry) => pattern.test(entry.name) && entry.kind !== "submodule");
    if (file) return file.path;
    const prefix = place === "" ? "" : `${place}/`;
    for (const name of files.folders) {
      const inside = name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : "/";
      if (!inside.includes("/") && pattern.test(inside)) return name;
    }
  }
  return undefined;
}

export const presence: Check = {
  id: "presence",
  facts: Object.keys(finders),
  collect(files, answers) {
    for (const [fact, find] of Object.entries(finders)) {
      const found = find(files);
      const evidence: Evidence | undefined = found === undefined ? undefined : { path: found };
      answers.set(fact, found !== undefined, evidence);
    }
  },
};
