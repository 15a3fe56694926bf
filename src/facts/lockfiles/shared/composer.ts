// Names and licences as Composer writes them (https://getcomposer.org/doc/04-schema.md).
import { arrayField, asText, textField } from "./data.ts";

/** Namespace and name of `vendor/name`; both in lower case, as the registry has them. */
export function composerName(name: string): { namespace?: string; name: string } {
  const plain = name.toLowerCase();
  const slash = plain.indexOf("/");
  return slash < 0 ? { name: plain } : { namespace: plain.slice(0, slash), name: plain.slice(slash + 1) };
}

/** Requirements that are no packages: the language, its extensions, libraries of the system, Composer itself. */
export function isPlatform(name: string): boolean {
  return /^(?:php(?:-.*)?|hhvm|(?:ext|lib)-.*|composer(?:-(?:plugin|runtime)-api)?)$/i.test(name);
}

/** The licence of a package: several mean that one may choose. */
export function composerLicense(holder: unknown): string | undefined {
  const several = arrayField(holder, "license")
    ?.map(asText)
    .filter((license) => license !== undefined && license !== "");
  return several === undefined ? textField(holder, "license") || undefined : several.join(" OR ") || undefined;
}
