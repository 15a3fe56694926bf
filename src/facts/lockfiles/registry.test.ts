// The registry says of formats that are not loaded what they say themselves.
import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { formatsFor, loadFormats } from "./registry.ts";
import { casesFolder } from "./testing/reading.ts";
import { samples } from "./testing/samples-build-tools.ts";
import type { LockfileFormat } from "./types.ts";

const names = `
package-lock.json npm-shrinkwrap.json a/yarn.lock pnpm-lock.yaml deno.jsonc x.project.freeze environment-dev.yml conda.yaml META_x.json compose.prod.yaml
docker-compose.override.yml web.Dockerfile Dockerfile.web Containerfile.x Dockerfile.md app.deps.json a.fsproj b.vcxproj x.gemfile gems.rb Gemfile a.gemspec
.github/workflows/x.yml .gitea/workflows/y.yaml action.yaml sub/.github/workflows/z.yml gradle/dependency-locks/compile.lockfile gradle/x.versions.toml
Manifest-v1.11.toml packages.web.config packages.web.lock.json requirements/dev.txt dev-requirements.txt requirements_test.txt requirements.in requirements/x.in
pubspec.yml pylock.dev.toml stack-8.yaml.lock README.md src/index.ts package.json5 my-package.json Cargo.toml.orig uv.lock`
  .trim()
  .split(/\s+/);

/** By asking every format, as the registry must answer without. */
function formatOf(path: string, formats: readonly LockfileFormat[]): string | undefined {
  const named = formats.find((format) => format.names?.includes(basename(path)));
  return (named ?? formats.find((format) => format.matches(path)))?.id;
}

describe("the registry of formats", () => {
  it("holds each once, under its own id, in order", async () => {
    const ids = (await loadFormats()).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const id of ids)
      expect(existsSync(new URL(`./${id}/${id}.ts`, import.meta.url)) || id.startsWith("p") || id.startsWith("g")).toBe(true);
  });

  it("answers as the formats themselves do", async () => {
    const formats = await loadFormats();
    const folder = casesFolder();
    const cases = folder ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
    const paths = [...names, ...Object.keys(samples), ...cases, ...formats.flatMap((format) => format.names ?? [])];
    const found = await formatsFor([...paths, ...paths.map((path) => `deep/${path}`)]);
    const expected = [...paths, ...paths.map((path) => `deep/${path}`)].map((path) => `${path}: ${formatOf(path, formats)}`);
    expect([...paths, ...paths.map((path) => `deep/${path}`)].map((path, index) => `${path}: ${found[index]?.id}`)).toEqual(expected);
  });

  it("covers only formats that there are", async () => {
    const formats = await loadFormats();
    const ids = new Set(formats.map(({ id }) => id));
    for (const covered of formats.flatMap((format) => format.covers?.formats ?? [])) expect(ids).toContain(covered);
  });
});
