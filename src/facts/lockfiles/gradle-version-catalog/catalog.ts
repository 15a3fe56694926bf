// A version catalogue of Gradle: aliases of libraries and versions (https://docs.gradle.org/current/userguide/version_catalogs.html).
import { arrayField, asText, type DataObject, entriesOf, objectField, textField } from "../shared/data.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";
import { gradleRequirement, type GradleRequirement } from "./rich-version.ts";

export interface CatalogLibrary extends GradleRequirement {
  readonly alias: string;
  readonly group: string;
  readonly name: string;
  readonly line: number | undefined;
}

export interface Catalog {
  readonly libraries: readonly CatalogLibrary[];
  /** Aliases by bundle. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
  /** Aliases whose entry cannot be understood, with their line. */
  readonly broken: readonly { readonly alias: string; readonly line: number | undefined }[];
}

/** Throws `Unreadable` for what is no TOML. */
export function parseCatalog(text: string): Catalog {
  const document = parseToml(text);
  const lines = new TomlKeyLines(text);
  const versions = objectField(document, "versions");
  const libraries: CatalogLibrary[] = [];
  const broken: { alias: string; line: number | undefined }[] = [];
  for (const [alias, value] of entriesOf(document["libraries"])) {
    const line = lineOf(lines, alias);
    const library = libraryOf(value, versions);
    if (library) libraries.push({ alias, ...library, line });
    else broken.push({ alias, line });
  }
  return { libraries, bundles: bundlesOf(document), broken };
}

/** An alias stands as `libraries.alias = …`, or as a table or dotted keys of its own. */
function lineOf(lines: TomlKeyLines, alias: string): number | undefined {
  return lines.of("libraries", alias) ?? lines.of("libraries", alias, "module") ?? lines.of("libraries", alias, "group");
}

function libraryOf(value: unknown, versions: DataObject | undefined): Omit<CatalogLibrary, "alias" | "line"> | undefined {
  const short = asText(value);
  if (short !== undefined) {
    const [group, name, version, ...rest] = short.split(":");
    return group && name && rest.length === 0 ? { group, name, ...gradleRequirement(version, versions) } : undefined;
  }
  const module = textField(value, "module")?.split(":");
  const group = module ? module[0] : textField(value, "group");
  const name = module ? module[1] : textField(value, "name");
  if (!group || !name || (module && module.length !== 2)) return undefined;
  return { group, name, ...gradleRequirement(objectField(value, "version") ?? textField(value, "version"), versions) };
}

function bundlesOf(document: DataObject): ReadonlyMap<string, readonly string[]> {
  const bundles = new Map<string, readonly string[]>();
  const table = objectField(document, "bundles");
  for (const name of Object.keys(table ?? {})) {
    const members = (arrayField(table, name) ?? []).map(asText);
    bundles.set(
      name,
      members.filter((member) => member !== undefined),
    );
  }
  return bundles;
}

const indexes = new WeakMap<Catalog, ReadonlyMap<string, readonly CatalogLibrary[]>>();

/** The libraries behind an accessor of a build script: `libs.spring.boot` names one, `libs.bundles.web` those of a bundle. */
export function librariesOf(catalog: Catalog, accessor: string): readonly CatalogLibrary[] {
  const index = indexes.get(catalog) ?? indexOf(catalog);
  indexes.set(catalog, index);
  return index.get(accessor.slice("libs.".length).toLowerCase()) ?? [];
}

function indexOf(catalog: Catalog): ReadonlyMap<string, readonly CatalogLibrary[]> {
  const byAlias = new Map(catalog.libraries.map((library) => [library.alias, library]));
  const index = new Map<string, readonly CatalogLibrary[]>();
  for (const library of catalog.libraries) index.set(dotted(library.alias), [library]);
  for (const [name, members] of catalog.bundles) {
    const libraries = members.map((member) => byAlias.get(member));
    index.set(
      `bundles.${dotted(name)}`,
      libraries.filter((library) => library !== undefined),
    );
  }
  return index;
}

/** How an alias is written in build scripts: `spring-boot_starter` is `spring.boot.starter`. */
function dotted(alias: string): string {
  return alias.toLowerCase().replace(/[-_]/g, ".");
}
