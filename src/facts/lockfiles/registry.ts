// Every lockfile and manifest format that Allmend reads: one import and one line each, in alphabetical order.
import { bunLock } from "./bun-lock/bun-lock.ts";
import { cabalFreeze } from "./cabal-freeze/cabal-freeze.ts";
import { cargoLock } from "./cargo-lock/cargo-lock.ts";
import { cargoToml } from "./cargo-toml/cargo-toml.ts";
import { cocoapodsPodfileLock } from "./cocoapods-podfile-lock/cocoapods-podfile-lock.ts";
import { composerJson } from "./composer-json/composer-json.ts";
import { composerLock } from "./composer-lock/composer-lock.ts";
import { conanLock } from "./conan-lock/conan-lock.ts";
import { condaEnvironment } from "./conda-environment/conda-environment.ts";
import { cpanMeta } from "./cpan-meta/cpan-meta.ts";
import { cpanSnapshot } from "./cpan-snapshot/cpan-snapshot.ts";
import { denoJson } from "./deno-json/deno-json.ts";
import { denoLock } from "./deno-lock/deno-lock.ts";
import { dockerCompose } from "./docker-compose/docker-compose.ts";
import { dockerfile } from "./dockerfile/dockerfile.ts";
import { dotnetDeps } from "./dotnet-deps/dotnet-deps.ts";
import { dotnetProject } from "./dotnet-project/dotnet-project.ts";
import { gemfileLock } from "./gemfile-lock/gemfile-lock.ts";
import { gemfile } from "./gemfile/gemfile.ts";
import { gemspec } from "./gemspec/gemspec.ts";
import { githubAction } from "./github-action/github-action.ts";
import { githubWorkflow } from "./github-workflow/github-workflow.ts";
import { gleamManifest } from "./gleam-manifest/gleam-manifest.ts";
import { gleamToml } from "./gleam-toml/gleam-toml.ts";
import { goMod } from "./go-mod/go-mod.ts";
import { goVendorModules } from "./go-vendor-modules/go-vendor-modules.ts";
import { gradleBuild } from "./gradle-build/gradle-build.ts";
import { gradleBuildscriptLockfile, gradleLockfile } from "./gradle-lockfile/gradle-lockfile.ts";
import { gradleVerificationMetadata } from "./gradle-verification-metadata/gradle-verification-metadata.ts";
import { gradleVersionCatalog } from "./gradle-version-catalog/gradle-version-catalog.ts";
import { juliaManifest } from "./julia-manifest/julia-manifest.ts";
import { juliaProject } from "./julia-project/julia-project.ts";
import { mavenPom } from "./maven-pom/maven-pom.ts";
import { mixLock } from "./mix-lock/mix-lock.ts";
import { npmPackageLock } from "./npm-package-lock/npm-package-lock.ts";
import { nugetCentralPackages } from "./nuget-central-packages/nuget-central-packages.ts";
import { nugetPackagesConfig } from "./nuget-packages-config/nuget-packages-config.ts";
import { nugetPackagesLock } from "./nuget-packages-lock/nuget-packages-lock.ts";
import { nugetProjectAssets } from "./nuget-project-assets/nuget-project-assets.ts";
import { packageJson } from "./package-json/package-json.ts";
import { paketDependencies } from "./paket-dependencies/paket-dependencies.ts";
import { paketLock } from "./paket-lock/paket-lock.ts";
import { pdmLock } from "./pdm-lock/pdm-lock.ts";
import { pipRequirements, pipRequirementsIn } from "./pip-requirements/pip-requirements.ts";
import { pipfileLock } from "./pipfile-lock/pipfile-lock.ts";
import { pipfile } from "./pipfile/pipfile.ts";
import { pnpm } from "./pnpm/pnpm.ts";
import { poetryLock } from "./poetry-lock/poetry-lock.ts";
import { pubspecLock } from "./pubspec-lock/pubspec-lock.ts";
import { pubspecYaml } from "./pubspec-yaml/pubspec-yaml.ts";
import { pylock, pylockNamed } from "./pylock/pylock.ts";
import { pyproject } from "./pyproject/pyproject.ts";
import { rebarLock } from "./rebar-lock/rebar-lock.ts";
import { renvLock } from "./renv-lock/renv-lock.ts";
import { setupCfg } from "./setup-cfg/setup-cfg.ts";
import { setupPy } from "./setup-py/setup-py.ts";
import { stackLock } from "./stack-lock/stack-lock.ts";
import { swiftPackageResolved } from "./swift-package-resolved/swift-package-resolved.ts";
import { uvLock } from "./uv-lock/uv-lock.ts";
import { yarn } from "./yarn/yarn.ts";
import type { LockfileFormat } from "./types.ts";

export const formats: readonly LockfileFormat[] = [
  // one line a format: keep them sorted
  bunLock,
  cabalFreeze,
  cargoLock,
  cargoToml,
  cocoapodsPodfileLock,
  composerJson,
  composerLock,
  conanLock,
  condaEnvironment,
  cpanMeta,
  cpanSnapshot,
  denoJson,
  denoLock,
  dockerCompose,
  dockerfile,
  dotnetDeps,
  dotnetProject,
  gemfile,
  gemfileLock,
  gemspec,
  githubAction,
  githubWorkflow,
  gleamManifest,
  gleamToml,
  goMod,
  goVendorModules,
  gradleBuild,
  gradleBuildscriptLockfile,
  gradleLockfile,
  gradleVerificationMetadata,
  gradleVersionCatalog,
  juliaManifest,
  juliaProject,
  mavenPom,
  mixLock,
  npmPackageLock,
  nugetCentralPackages,
  nugetPackagesConfig,
  nugetPackagesLock,
  nugetProjectAssets,
  packageJson,
  paketDependencies,
  paketLock,
  pdmLock,
  pipRequirements,
  pipRequirementsIn,
  pipfile,
  pipfileLock,
  pnpm,
  poetryLock,
  pubspecLock,
  pubspecYaml,
  pylock,
  pylockNamed,
  pyproject,
  rebarLock,
  renvLock,
  setupCfg,
  setupPy,
  stackLock,
  swiftPackageResolved,
  uvLock,
  yarn,
];

const byName = new Map<string, LockfileFormat>();
for (const format of formats) for (const name of format.names ?? []) if (!byName.has(name)) byName.set(name, format);
const byMatch = formats;

/** The format of a path by its name alone, or undefined. A format's `names` win over another's `matches`. */
export function formatFor(path: string): LockfileFormat | undefined {
  const named = byName.get(path.slice(path.lastIndexOf("/") + 1));
  if (named) return named;
  return byMatch.find((format) => format.matches(path));
}
