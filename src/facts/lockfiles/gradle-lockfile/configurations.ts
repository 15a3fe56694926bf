// What a Gradle configuration is for, by its name: plugins and the Java, Kotlin and Android conventions name them alike everywhere.
import type { Scope } from "../types.ts";

/** Words of a camel-case name that say: for tests, for tools of the build, for the developer's machine. */
const DEVELOPMENT = new Set(
  (
    "test tests testing fixtures integration functional e2e benchmark benchmarks jmh debug lint annotation processor kapt ksp apt " +
    "compiler plugin plugins checkstyle pmd spotbugs findbugs detekt ktlint ktfmt spotless jacoco kover codenarc errorprone error nullaway dokka asciidoctor docs javadoc " +
    "build tool tools jdk lombok mockito classpath buildscript development dev scalafix zinc rewrite"
  ).split(" "),
);

/** Configurations that only the compiler sees. */
const COMPILE_ONLY = /^(?:.*[a-z])?(?:compileOnly|CompileOnly|compileOnlyApi|providedCompile|provided|providedRuntime)$/;
const COMPILE = /compileClasspath$/i;

/** The scope of what stands on these configurations. `runtimeKnown` says that the same place tells what is there when the program runs. */
export function scopeOfConfigurations(names: readonly string[], runtimeKnown: boolean): Scope {
  const isShipped = names.length === 0 || names.some((name) => isShippedOn(name, runtimeKnown));
  return isShipped ? "production" : "development";
}

function isShippedOn(name: string, runtimeKnown: boolean): boolean {
  if (COMPILE_ONLY.test(name)) return false;
  if (COMPILE.test(name) && runtimeKnown) return false;
  if (name === "classpath") return false;
  // `compileClasspath` and `runtimeClasspath` end in a word that alone names the build script's own.
  const words = name.replace(/Classpath$/, "").split(/(?=[A-Z])|[^A-Za-z0-9]+|(?<=\d)(?=[a-zA-Z])/);
  return !words.some((word) => DEVELOPMENT.has(word.toLowerCase().replace(/\d+$/, "")));
}
