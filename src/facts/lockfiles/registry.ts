// Every lockfile and manifest format that Allmend reads: one line each, in alphabetical order. A format is loaded when a file needs it.
import { nameOf } from "./shared/paths.ts";
import type { LockfileFormat } from "./types.ts";

/** What must be known of a format to know whether a file may need it. */
interface FormatEntry {
  readonly id: string;
  /** Its `names`: files that are always of this format. */
  readonly names?: readonly string[];
  /** Paths that its `matches` should be asked about: all that it accepts beyond `names`, perhaps a few more. */
  readonly maybe?: RegExp;
  readonly load: () => Promise<LockfileFormat>;
}

const entries: readonly FormatEntry[] = [
  { id: "bun-lock", names: ["bun.lock"], load: async () => (await import("./bun-lock/bun-lock.ts")).bunLock },
  {
    id: "cabal-freeze",
    names: ["cabal.project.freeze"],
    maybe: /\.project\.freeze$/,
    load: async () => (await import("./cabal-freeze/cabal-freeze.ts")).cabalFreeze,
  },
  { id: "cargo-lock", names: ["Cargo.lock"], load: async () => (await import("./cargo-lock/cargo-lock.ts")).cargoLock },
  { id: "cargo-toml", names: ["Cargo.toml"], load: async () => (await import("./cargo-toml/cargo-toml.ts")).cargoToml },
  {
    id: "cocoapods-podfile-lock",
    names: ["Podfile.lock"],
    load: async () => (await import("./cocoapods-podfile-lock/cocoapods-podfile-lock.ts")).cocoapodsPodfileLock,
  },
  { id: "composer-json", names: ["composer.json"], load: async () => (await import("./composer-json/composer-json.ts")).composerJson },
  { id: "composer-lock", names: ["composer.lock"], load: async () => (await import("./composer-lock/composer-lock.ts")).composerLock },
  { id: "conan-lock", names: ["conan.lock"], load: async () => (await import("./conan-lock/conan-lock.ts")).conanLock },
  {
    id: "conda-environment",
    names: ["environment.yml", "environment.yaml"],
    maybe: /(?:^|\/)(?:environment|conda)[^/]*\.ya?ml$/,
    load: async () => (await import("./conda-environment/conda-environment.ts")).condaEnvironment,
  },
  {
    id: "cpan-meta",
    names: ["META.json", "MYMETA.json"],
    maybe: /META[^/]*\.json$/,
    load: async () => (await import("./cpan-meta/cpan-meta.ts")).cpanMeta,
  },
  { id: "cpan-snapshot", names: ["cpanfile.snapshot"], load: async () => (await import("./cpan-snapshot/cpan-snapshot.ts")).cpanSnapshot },
  { id: "deno-json", names: ["deno.json", "deno.jsonc"], load: async () => (await import("./deno-json/deno-json.ts")).denoJson },
  { id: "deno-lock", names: ["deno.lock"], load: async () => (await import("./deno-lock/deno-lock.ts")).denoLock },
  {
    id: "docker-compose",
    names: ["docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"],
    maybe: /compose[^/]*\.ya?ml$/,
    load: async () => (await import("./docker-compose/docker-compose.ts")).dockerCompose,
  },
  {
    id: "dockerfile",
    names: ["Dockerfile", "Containerfile"],
    maybe: /(?:docker|container)file[^/]*$/i,
    load: async () => (await import("./dockerfile/dockerfile.ts")).dockerfile,
  },
  { id: "dotnet-deps", maybe: /\.deps\.json$/, load: async () => (await import("./dotnet-deps/dotnet-deps.ts")).dotnetDeps },
  {
    id: "dotnet-project",
    maybe: /\.(?:cs|fs|vb|vcx|sql|wix)proj$/,
    load: async () => (await import("./dotnet-project/dotnet-project.ts")).dotnetProject,
  },
  { id: "gemfile", names: ["Gemfile", "gems.rb"], maybe: /\.gemfile$/, load: async () => (await import("./gemfile/gemfile.ts")).gemfile },
  {
    id: "gemfile-lock",
    names: ["Gemfile.lock", "gems.locked"],
    load: async () => (await import("./gemfile-lock/gemfile-lock.ts")).gemfileLock,
  },
  { id: "gemspec", maybe: /\.gemspec$/, load: async () => (await import("./gemspec/gemspec.ts")).gemspec },
  {
    id: "github-action",
    names: ["action.yml", "action.yaml"],
    load: async () => (await import("./github-action/github-action.ts")).githubAction,
  },
  {
    id: "github-workflow",
    maybe: /\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/,
    load: async () => (await import("./github-workflow/github-workflow.ts")).githubWorkflow,
  },
  { id: "gleam-manifest", names: ["manifest.toml"], load: async () => (await import("./gleam-manifest/gleam-manifest.ts")).gleamManifest },
  { id: "gleam-toml", names: ["gleam.toml"], load: async () => (await import("./gleam-toml/gleam-toml.ts")).gleamToml },
  { id: "go-mod", names: ["go.mod"], load: async () => (await import("./go-mod/go-mod.ts")).goMod },
  {
    id: "go-vendor-modules",
    names: ["modules.txt"],
    load: async () => (await import("./go-vendor-modules/go-vendor-modules.ts")).goVendorModules,
  },
  {
    id: "gradle-build",
    names: ["build.gradle", "build.gradle.kts"],
    load: async () => (await import("./gradle-build/gradle-build.ts")).gradleBuild,
  },
  {
    id: "gradle-buildscript-lockfile",
    names: ["buildscript-gradle.lockfile", "settings-gradle.lockfile"],
    load: async () => (await import("./gradle-lockfile/gradle-lockfile.ts")).gradleBuildscriptLockfile,
  },
  {
    id: "gradle-lockfile",
    names: ["gradle.lockfile"],
    maybe: /gradle\/dependency-locks\/[^/]+\.lockfile$/,
    load: async () => (await import("./gradle-lockfile/gradle-lockfile.ts")).gradleLockfile,
  },
  {
    id: "gradle-verification-metadata",
    names: ["verification-metadata.xml"],
    load: async () => (await import("./gradle-verification-metadata/gradle-verification-metadata.ts")).gradleVerificationMetadata,
  },
  {
    id: "gradle-version-catalog",
    names: ["libs.versions.toml"],
    maybe: /gradle\/[^/]+\.versions\.toml$/,
    load: async () => (await import("./gradle-version-catalog/gradle-version-catalog.ts")).gradleVersionCatalog,
  },
  {
    id: "julia-manifest",
    names: ["Manifest.toml", "JuliaManifest.toml"],
    maybe: /Manifest-v[\d.]+\.toml$/,
    load: async () => (await import("./julia-manifest/julia-manifest.ts")).juliaManifest,
  },
  {
    id: "julia-project",
    names: ["Project.toml", "JuliaProject.toml", "project.toml"],
    load: async () => (await import("./julia-project/julia-project.ts")).juliaProject,
  },
  { id: "maven-pom", names: ["pom.xml"], load: async () => (await import("./maven-pom/maven-pom.ts")).mavenPom },
  { id: "mix-lock", names: ["mix.lock"], load: async () => (await import("./mix-lock/mix-lock.ts")).mixLock },
  {
    id: "npm-package-lock",
    names: ["package-lock.json", "npm-shrinkwrap.json"],
    load: async () => (await import("./npm-package-lock/npm-package-lock.ts")).npmPackageLock,
  },
  {
    id: "nuget-central-packages",
    names: ["Directory.Packages.props"],
    load: async () => (await import("./nuget-central-packages/nuget-central-packages.ts")).nugetCentralPackages,
  },
  {
    id: "nuget-packages-config",
    names: ["packages.config"],
    maybe: /(?:^|\/)packages\.(?:[^/]+\.)?config$/i,
    load: async () => (await import("./nuget-packages-config/nuget-packages-config.ts")).nugetPackagesConfig,
  },
  {
    id: "nuget-packages-lock",
    names: ["packages.lock.json"],
    maybe: /(?:^|\/)packages\.[^/]+\.lock\.json$/,
    load: async () => (await import("./nuget-packages-lock/nuget-packages-lock.ts")).nugetPackagesLock,
  },
  {
    id: "nuget-project-assets",
    names: ["project.assets.json"],
    load: async () => (await import("./nuget-project-assets/nuget-project-assets.ts")).nugetProjectAssets,
  },
  { id: "package-json", names: ["package.json"], load: async () => (await import("./package-json/package-json.ts")).packageJson },
  {
    id: "paket-dependencies",
    names: ["paket.dependencies"],
    load: async () => (await import("./paket-dependencies/paket-dependencies.ts")).paketDependencies,
  },
  { id: "paket-lock", names: ["paket.lock"], load: async () => (await import("./paket-lock/paket-lock.ts")).paketLock },
  { id: "pdm-lock", names: ["pdm.lock"], load: async () => (await import("./pdm-lock/pdm-lock.ts")).pdmLock },
  {
    id: "pip-requirements",
    names: ["requirements.txt"],
    maybe: /requirement[^/]*\.(?:txt|pip)$|(?:^|\/)requirements\/[^/]+\.txt$/i,
    load: async () => (await import("./pip-requirements/pip-requirements.ts")).pipRequirements,
  },
  {
    id: "pip-requirements-in",
    names: ["requirements.in"],
    maybe: /requirement[^/]*\.in$|(?:^|\/)requirements\/[^/]+\.in$/i,
    load: async () => (await import("./pip-requirements/pip-requirements.ts")).pipRequirementsIn,
  },
  { id: "pipfile", names: ["Pipfile"], load: async () => (await import("./pipfile/pipfile.ts")).pipfile },
  { id: "pipfile-lock", names: ["Pipfile.lock"], load: async () => (await import("./pipfile-lock/pipfile-lock.ts")).pipfileLock },
  { id: "pnpm", names: ["pnpm-lock.yaml"], load: async () => (await import("./pnpm/pnpm.ts")).pnpm },
  { id: "poetry-lock", names: ["poetry.lock"], load: async () => (await import("./poetry-lock/poetry-lock.ts")).poetryLock },
  { id: "pubspec-lock", names: ["pubspec.lock"], load: async () => (await import("./pubspec-lock/pubspec-lock.ts")).pubspecLock },
  {
    id: "pubspec-yaml",
    names: ["pubspec.yaml"],
    maybe: /(?:^|\/)pubspec\.yml$/,
    load: async () => (await import("./pubspec-yaml/pubspec-yaml.ts")).pubspecYaml,
  },
  { id: "pylock", names: ["pylock.toml"], load: async () => (await import("./pylock/pylock.ts")).pylock },
  { id: "pylock-named", maybe: /(?:^|\/)pylock\.[^/]+\.toml$/, load: async () => (await import("./pylock/pylock.ts")).pylockNamed },
  { id: "pyproject", names: ["pyproject.toml"], load: async () => (await import("./pyproject/pyproject.ts")).pyproject },
  { id: "rebar-lock", names: ["rebar.lock"], load: async () => (await import("./rebar-lock/rebar-lock.ts")).rebarLock },
  { id: "renv-lock", names: ["renv.lock"], load: async () => (await import("./renv-lock/renv-lock.ts")).renvLock },
  { id: "setup-cfg", names: ["setup.cfg"], load: async () => (await import("./setup-cfg/setup-cfg.ts")).setupCfg },
  { id: "setup-py", names: ["setup.py"], load: async () => (await import("./setup-py/setup-py.ts")).setupPy },
  {
    id: "stack-lock",
    names: ["stack.yaml.lock"],
    maybe: /(?:^|\/)stack[^/]*\.ya?ml\.lock$/,
    load: async () => (await import("./stack-lock/stack-lock.ts")).stackLock,
  },
  {
    id: "swift-package-resolved",
    names: ["Package.resolved"],
    load: async () => (await import("./swift-package-resolved/swift-package-resolved.ts")).swiftPackageResolved,
  },
  { id: "uv-lock", names: ["uv.lock"], load: async () => (await import("./uv-lock/uv-lock.ts")).uvLock },
  { id: "yarn", names: ["yarn.lock"], load: async () => (await import("./yarn/yarn.ts")).yarn },
];

const byName = new Map(entries.flatMap((entry) => (entry.names ?? []).map((name) => [name, entry] as const)));
const byPattern = entries.filter((entry) => entry.maybe !== undefined);
const anyPattern = new RegExp(byPattern.map((entry) => `(?:${entry.maybe?.source})`).join("|"), "i");

/** All of them, loaded. */
export function loadFormats(): Promise<readonly LockfileFormat[]> {
  return Promise.all(entries.map((entry) => entry.load()));
}

/** The format of each path by its name alone; undefined for what has none. A format's `names` win over another's `matches`. */
export async function formatsFor(paths: readonly string[]): Promise<readonly (LockfileFormat | undefined)[]> {
  const candidates = paths.map(candidatesFor);
  const loaded = new Map<FormatEntry, LockfileFormat>();
  await Promise.all([...new Set(candidates.flat())].map(async (entry) => loaded.set(entry, await entry.load())));
  return paths.map((path, index) => {
    const [first, ...others] = candidates[index] ?? NONE;
    if (first && byName.get(nameOf(path)) === first) return loaded.get(first);
    const found = first && [first, ...others].find((entry) => loaded.get(entry)?.matches(path));
    return found && loaded.get(found);
  });
}

/** The format with this id. */
export async function formatWithId(id: string): Promise<LockfileFormat | undefined> {
  return entries.find((entry) => entry.id === id)?.load();
}

/** The same for one path. */
export async function formatFor(path: string): Promise<LockfileFormat | undefined> {
  return (await formatsFor([path]))[0];
}

const NONE: readonly FormatEntry[] = [];

function candidatesFor(path: string): readonly FormatEntry[] {
  const named = byName.get(nameOf(path));
  if (named) return [named];
  return anyPattern.test(path) ? byPattern.filter((entry) => entry.maybe?.test(path)) : NONE;
}
