// Maven and Gradle. Heuristics over the text: what exactly is built, only a build would tell.
import { withoutComments } from "../../read/comments.ts";
import { app, type Detector, library, service, type Signal, web } from "./types.ts";

export const pom: Detector = {
  matches: (name) => name === "pom.xml",
  read(text, path, context) {
    const plain = withoutComments(text);
    const packaging = /<packaging>\s*([\w-]{1,40})\s*<\/packaging>/.exec(plain)?.[1] ?? "jar";
    if (packaging === "pom") return [];
    if (packaging === "apk" || packaging === "aar") return [app(`${path}: ${packaging}`)];
    if (/spring-boot-maven-plugin|quarkus-maven-plugin|micronaut-maven-plugin|helidon-maven-plugin/.test(plain))
      return [service(`${path}: application plugin`)];
    if (packaging === "war" || packaging === "ear") return [service(`${path}: ${packaging}`)];
    if (/<artifactId>(?:vaadin|gwt-maven-plugin|frontend-maven-plugin)/.test(plain)) return [web(`${path}: front end`)];
    return [library(context, `${path}: ${packaging}`)];
  },
};

export const gradle: Detector = {
  matches: (name) => name === "build.gradle" || name === "build.gradle.kts",
  read(text, path, context): readonly Signal[] {
    if (/com\.android\.application/.test(text)) return [app(`${path}: Android application`)];
    if (/org\.springframework\.boot|io\.quarkus|io\.micronaut\.application|io\.ktor\.plugin|['"`]war['"`]|\bwar\b\s*$/m.test(text))
      return [service(`${path}: application plugin`)];
    if (/com\.android\.library|java-library|maven-publish/.test(text)) return [library(context, `${path}: library plugin`)];
    if (/id\s*\(?\s*['"]application['"]|^\s*application\s*$/m.test(text))
      return [{ kind: "tool", distribution: context.licensed ? "distributed" : "internal", because: `${path}: application` }];
    return [];
  },
};

export const androidManifest: Detector = {
  matches: (name) => name === "androidmanifest.xml",
  read: (text, path) => (/<activity\b/.test(text) ? [app(path)] : []),
};
