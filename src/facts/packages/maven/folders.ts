// Maven repositories of this user, laid out as Maven does: where the parents of a POM lie. Loads no reader: an inventory alone asks for them.
import { join } from "node:path";
import type { UserEnvironment } from "../types.ts";

export function usualMavenFolder({ home, variables }: UserEnvironment): string {
  return variables.MAVEN_REPOSITORY ?? join(home, ".m2", "repository");
}

/** The same setting as for all caches of packages (`usual`, `none`, `maven=FOLDER`, with commas between); what it says of others is read elsewhere. Gradle's cache has another layout. */
export function mavenFolders(setting: string | undefined, environment: UserEnvironment): string[] {
  return (setting ?? "usual")
    .split(",")
    .map((part) => part.trim())
    .flatMap((part) => (part === "usual" ? usualMavenFolder(environment) : part.startsWith("maven=") ? part.slice("maven=".length) : []))
    .filter((folder) => !/[\\/]files-2\.1[\\/]?$/.test(folder));
}
