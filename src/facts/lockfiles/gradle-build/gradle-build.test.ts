import { describe, expect, it } from "vitest";
import { contextOver, readWith } from "../testing/reading.ts";
import type { Reading } from "../types.ts";
import { gradleBuild } from "./gradle-build.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

function shown(reading: Reading): string[] {
  return reading.packages.map(
    (entry) => `${entry.namespace}:${entry.name}:${entry.version}${entry.scope === "production" ? "" : ` ${entry.scope}`}`,
  );
}

async function groovy(text: string, others: Record<string, string> = {}): Promise<string[]> {
  return shown(await readWith(gradleBuild, "build.gradle", { "build.gradle": text, ...others }));
}

async function kotlin(text: string, others: Record<string, string> = {}): Promise<string[]> {
  return shown(await readWith(gradleBuild, "build.gradle.kts", { "build.gradle.kts": text, ...others }));
}

const inBlock = (text: string): string => `dependencies {\n${text}\n}\n`;

describe("build.gradle", () => {
  it("gives what stands as text, in every way of writing it", async () => {
    const text = inBlock(`
  implementation 'g:a:1'
  api("g:b:2") { exclude group: 'x', module: 'y' }
  runtimeOnly group: 'g', name: 'c', version: '3', classifier: 'linux'
  testImplementation 'g:d:4', 'g:e:5'
  compileOnly 'g:f:6@aar'
  implementation(
      'g:h:7',
      'g:i:8'
  )
  implementation 'g:noversion'`);
    expect(await groovy(text)).toEqual([
      "g:a:1",
      "g:b:2",
      "g:c:3",
      "g:d:4 development",
      "g:e:5 development",
      "g:f:6 development",
      "g:h:7",
      "g:i:8",
      "g:noversion:",
    ]);
  });

  it("fills in values that stand as text", async () => {
    const text = `
def one = '1'
ext.two = "2"
ext { three = '3' }
ext.versions = [four: '4', 'five': "5"]
version = '9'
${inBlock('  api "g:a:$one", "g:b:${two}", "g:c:${project.ext.three}", "g:d:${versions.four}", "g:e:" + versions.five, "g:f:${fromFile}", "g:g:${rootProject.version}", "g:x:${computed()}"')}`;
    expect(await groovy(text, { "gradle.properties": "fromFile=6\n" })).toEqual([
      "g:a:1",
      "g:b:2",
      "g:c:3",
      "g:d:4",
      "g:e:5",
      "g:f:6",
      "g:g:9",
      "g:x:",
    ]);
  });

  it("keeps plain strings of Groovy as they are, and does not loop", async () => {
    expect(await groovy(`def a = "$b"\ndef b = "$a"\n${inBlock("  api 'g:a:$b', \"g:b:$a\"")}`)).toEqual(["g:a:$b", "g:b:"]);
  });

  it("does not let values grow without end", async () => {
    const doubling = Array.from({ length: 16 }, (_, index) => `def v${index} = "$v${index + 1}$v${index + 1}"`).join("\n");
    const started = cpuTime();
    expect(await groovy(`${doubling}\ndef v16 = "x"\n${inBlock('  api "g:a:$v0"')}`)).toEqual(["g:a:"]);
    expect(cpuTime() - started).toBeLessThan(1_000);
  });

  it("leaves out projects, files, platforms, constraints and comments", async () => {
    const text = inBlock(`
  implementation project(':core')
  implementation project(path: ":other", configuration: 'x')
  implementation files('libs/a.jar'), fileTree(dir: 'libs')
  implementation platform('g:bom:1')
  // implementation 'g:commented:1'
  /* implementation 'g:commented:2' */
  constraints { implementation 'g:constrained:1' }
  if (x) { implementation 'g:conditional:1' }
  implementation "https://example.org/a:b"`);
    expect(await groovy(text)).toEqual(["g:conditional:1"]);
  });

  it("knows the build script's own from the program's", async () => {
    const text = `buildscript {\n  repositories { maven { url 'https://example.org' } }\n  dependencies { classpath 'g:plugin:1' }\n}\nplugins { id 'x.y:z' version '1' }\n${inBlock("  implementation 'g:a:1'")}`;
    expect(await groovy(text)).toEqual(["g:plugin:1 development", "g:a:1"]);
    const logic = await readWith(gradleBuild, "buildSrc/build.gradle", { "buildSrc/build.gradle": inBlock("  implementation 'g:a:1'") });
    expect(shown(logic)).toEqual(["g:a:1 development"]);
  });

  it("says who it is", async () => {
    const texts = {
      "settings.gradle": "rootProject.name = 'app'\n",
      "build.gradle": "group 'org.example'\nversion = '1.0'\npublishing { version = '2' }\n",
    };
    const reading = await readWith(gradleBuild, "build.gradle", texts);
    expect(reading.own).toEqual([{ type: "maven", namespace: "org.example", name: "app", version: "1.0", dependsOn: [] }]);
    expect(reading.alsoRead).toEqual(["settings.gradle"]);
  });
});

describe("build.gradle.kts", () => {
  it("gives what stands as text", async () => {
    const text = `
val a = "1"
val b by extra("2")
extra["c"] = "3"
${inBlock(`
  implementation("g:a:$a")
  "api"("g:b:$b")
  implementation(group = "g", name = "c", version = "\${property("c")}")
  add("runtimeOnly", "g:d:4")
  implementation(kotlin("stdlib", "2.0"))
  implementation(platform("g:bom:1"))
  implementation(project(":core"))
  testImplementation("g:e:5") { because("g:not:1") }
  debugImplementation("g:f:6")`)}`;
    expect(await kotlin(text)).toEqual([
      "g:a:1",
      "g:b:2",
      "g:c:3",
      "g:d:4",
      "org.jetbrains.kotlin:kotlin-stdlib:2.0",
      "g:e:5 development",
      "g:f:6 development",
    ]);
  });

  it("reads source sets of several platforms", async () => {
    const text = `kotlin {\n  sourceSets {\n    commonMain.dependencies { implementation("g:a:1") }\n    val commonTest by getting { dependencies { implementation("g:b:2") } }\n    commonTest.dependencies { implementation("g:c:3") }\n  }\n}`;
    expect(await kotlin(text)).toEqual(["g:a:1", "g:b:2 development", "g:c:3 development"]);
  });

  it("looks aliases up in the catalogue", async () => {
    const catalog =
      '[libraries]\nspring-boot_web = "g:web:1"\njunit = { module = "g:junit", version = "5" }\n[bundles]\nall = ["junit", "spring-boot_web"]\n';
    const texts = {
      "app/build.gradle.kts": inBlock(
        "  implementation(libs.spring.boot.web)\n  testImplementation(libs.bundles.all)\n  api(libs.nowhere)",
      ),
      "gradle/libs.versions.toml": catalog,
    };
    const reading = await readWith(gradleBuild, "app/build.gradle.kts", texts);
    expect(shown(reading)).toEqual(["g:web:1", "g:junit:5 development"]);
    expect(reading.alsoRead).toEqual(["gradle/libs.versions.toml"]);
    expect(reading.problems).toMatchObject([{ line: 4, message: expect.stringContaining("libs.nowhere") }]);
  });
});

describe("broken scripts", () => {
  it.each(
    [
      "dependencies {",
      'dependencies { api "g:a:1',
      "}}}}",
      '"""',
      "/* ",
      "dependencies { api('g:a:1'",
      "(".repeat(10_000),
      "{".repeat(10_000),
      '"'.repeat(1_000_000),
      "/**/".repeat(200_000),
    ].map((text) => ({ text, beginning: text.slice(0, 30) })),
  )("end without a fault: $beginning", async ({ text }) => {
    const started = cpuTime();
    await gradleBuild.read({ path: "build.gradle", text }, contextOver({}));
    expect(cpuTime() - started).toBeLessThan(1_000);
  });
});
