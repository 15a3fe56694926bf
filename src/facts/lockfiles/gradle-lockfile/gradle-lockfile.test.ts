import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { scopeOfConfigurations } from "./configurations.ts";
import { gradleBuildscriptLockfile, gradleLockfile } from "./gradle-lockfile.ts";

const TEXT = `# This is a Gradle generated file for dependency locking.
# Manual edits can break the build and are not advised.
com.example:core:1.2.3=compileClasspath,runtimeClasspath,testCompileClasspath
com.example:annotations:2.0=compileClasspath
org.junit:junit:5.0=testRuntimeClasspath
com.tool:checker:3.1=checkstyle,annotationProcessor
empty=apiElements
`;

describe("gradle.lockfile", () => {
  it("gives modules with scopes and lines", async () => {
    const { packages } = await readWith(gradleLockfile, "gradle.lockfile", { "gradle.lockfile": TEXT });
    expect(packages.map((entry) => [entry.namespace, entry.name, entry.version, entry.scope, entry.line])).toEqual([
      ["com.example", "core", "1.2.3", "production", 3],
      ["com.example", "annotations", "2.0", "development", 4],
      ["org.junit", "junit", "5.0", "development", 5],
      ["com.tool", "checker", "3.1", "development", 6],
    ]);
  });

  it("learns from the build script beside it what is direct", async () => {
    const texts = { "gradle.lockfile": TEXT, "build.gradle": "dependencies { implementation 'com.example:core:1.+' }\n" };
    const { packages, alsoRead } = await readWith(gradleLockfile, "gradle.lockfile", texts);
    expect(packages.map((entry) => entry.direct)).toEqual([true, undefined, undefined, undefined]);
    expect(alsoRead).toEqual(["build.gradle"]);
  });

  it("holds plugins where it is that of the build script", async () => {
    const path = "buildscript-gradle.lockfile";
    const { packages } = await readWith(gradleBuildscriptLockfile, path, { [path]: "com.android:gradle:8=classpath\nempty=\n" });
    expect(packages[0]?.scope).toBe("development");
  });

  it("has one file a configuration before Gradle 7", async () => {
    const path = "app/gradle/dependency-locks/testRuntimeClasspath.lockfile";
    expect(gradleLockfile.matches(path)).toBe(true);
    const { packages } = await readWith(gradleLockfile, path, { [path]: "# note\ncom.example:core:1.2.3\n" });
    expect(packages).toMatchObject([{ name: "core", version: "1.2.3", scope: "development" }]);
  });

  it("tells of lines that are no entries, with their number", async () => {
    const { packages, problems } = await readWith(gradleLockfile, "gradle.lockfile", { "gradle.lockfile": "a:b:1=x\n>>>\na:b=y\na:c:2\n" });
    expect(packages).toHaveLength(1);
    expect(problems?.map((problem) => problem.line)).toEqual([2, 3, 4]);
  });

  it("is refused where nothing in it is an entry", async () => {
    await expect(readWith(gradleLockfile, "gradle.lockfile", { "gradle.lockfile": "{}\n" })).rejects.toBeInstanceOf(Unreadable);
    expect((await readWith(gradleLockfile, "gradle.lockfile", { "gradle.lockfile": "empty=\n" })).packages).toEqual([]);
  });
});

describe("configurations", () => {
  it.each([
    ["runtimeClasspath", "production"],
    ["releaseRuntimeClasspath", "production"],
    ["jvmRuntimeClasspath", "production"],
    ["productionRuntimeClasspath", "production"],
    ["implementation", "production"],
    ["shade", "production"],
    ["compileClasspath", "development"],
    ["compileOnly", "development"],
    ["testFixturesRuntimeClasspath", "development"],
    ["debugAndroidTestRuntimeClasspath", "development"],
    ["integrationTestRuntimeClasspath", "development"],
    ["kotlinCompilerPluginClasspathMain", "development"],
    ["kspDebugKotlinProcessorClasspath", "development"],
    ["annotationProcessor", "development"],
    ["developmentOnly", "development"],
    ["jacocoAgent", "development"],
    ["detektPlugins", "development"],
    ["classpath", "development"],
  ])("%s is for %s", (name, scope) => expect(scopeOfConfigurations([name], true)).toBe(scope));

  it("counts what the compiler sees where nothing says what runs", () => {
    expect(scopeOfConfigurations(["compileClasspath"], false)).toBe("production");
    expect(scopeOfConfigurations(["testImplementation", "implementation"], false)).toBe("production");
  });
});
