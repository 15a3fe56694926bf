// composer.lock (https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control).
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, urlSource } from "../shared/addresses.ts";
import { composerLicense, composerName, isPlatform } from "../shared/composer.ts";
import { asArray, asObject, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { parseJson, parseJsonLines } from "../shared/json.ts";
import { Keys } from "../shared/keys.ts";
import { NameIndex } from "../shared/name-index.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";

export const composerLock: LockfileFormat = {
  id: "composer-lock",
  ecosystem: "composer",
  kind: "lockfile",
  names: ["composer.lock"],
  matches: (path) => nameOf(path) === "composer.lock",
  covers: { formats: ["composer-json"] },
  read: readComposerLock,
};

interface Entry {
  readonly key: string;
  readonly table: DataObject;
  readonly written: string;
  readonly version: string;
  readonly scope: Scope;
  readonly line: number | undefined;
  readonly ours: boolean;
}

async function readComposerLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseJsonLines(file.text);
  const root = asObject(document.value);
  if (root === undefined) throw new Unreadable("The file holds no object.", 1, "an object with packages");
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const entries: Entry[] = [];
  for (const [section, scope] of [
    ["packages", "production"],
    ["packages-dev", "development"],
  ] as const) {
    const list = asArray(field(root, section));
    if (list === undefined && field(root, section) !== undefined && field(root, section) !== null) {
      throw new Unreadable(`${section} is no list.`, document.lineOf(root, section), "a list of packages");
    }
    for (const [index, item] of (list ?? []).entries()) {
      const line = document.lineOf(list, index);
      const entry = entryOf(item, scope, line, keys);
      if (entry) entries.push(entry);
      else problems.bad("A package without name or version.", line, "name and version");
    }
  }
  const manifest = inFolder(folderOf(file.path), "composer.json");
  const asked = await askedNames(manifest, context);
  return { ...resolved(entries, asked), alsoRead: [manifest], problems: problems.list() };
}

function entryOf(item: unknown, scope: Scope, line: number | undefined, keys: Keys): Entry | undefined {
  const table = asObject(item);
  const written = textField(table, "name");
  const version = textField(table, "version");
  if (table === undefined || written === undefined || version === undefined) return undefined;
  const dist = objectField(table, "dist");
  return {
    key: keys.unique(`${written.toLowerCase()}@${version}`),
    table,
    written,
    version,
    scope,
    line,
    ours: textField(dist, "type") === "path",
  };
}

function resolved(
  entries: readonly Entry[],
  asked: { names: ReadonlySet<string>; own: OwnPackage | undefined } | undefined,
): Pick<Reading, "packages" | "own"> {
  const providers = providersOf(entries);
  const third = new Set(entries.filter((entry) => !entry.ours).map((entry) => entry.key));
  const needsOf = (entry: Entry): string[] => thirdKeys(Object.keys(objectField(entry.table, "require") ?? {}), providers, third);
  const packages = entries.filter((entry) => !entry.ours).map((entry) => packageOf(entry, asked?.names, needsOf(entry)));
  const own = entries
    .filter((entry) => entry.ours)
    .map(
      (entry): OwnPackage => ({
        type: "composer",
        ...composerName(entry.written),
        version: entry.version,
        license: composerLicense(entry.table),
        listed: true,
        dependsOn: needsOf(entry),
      }),
    );
  if (asked?.own) own.unshift({ ...asked.own, dependsOn: thirdKeys(asked.names, providers, third) });
  return { packages, own };
}

function thirdKeys(names: Iterable<string>, providers: NameIndex, third: ReadonlySet<string>): string[] {
  const keys = new Set<string>();
  for (const name of names) for (const key of providers.of(name.toLowerCase())) if (third.has(key)) keys.add(key);
  return [...keys];
}

/** Keys by every name that an entry answers to: its own, and those that it provides or replaces. */
function providersOf(entries: readonly Entry[]): NameIndex {
  const providers = new NameIndex();
  for (const entry of entries) providers.add(entry.written.toLowerCase(), entry.key);
  for (const entry of entries) {
    for (const role of ["provide", "replace"]) {
      for (const [name] of entriesOf(field(entry.table, role)))
        if (providers.of(name.toLowerCase()).length === 0) providers.add(name.toLowerCase(), entry.key);
    }
  }
  return providers;
}

function packageOf(entry: Entry, asked: ReadonlySet<string> | undefined, dependsOn: readonly string[]): LockedPackage {
  const dist = objectField(entry.table, "dist");
  return {
    key: entry.key,
    type: "composer",
    ...composerName(entry.written),
    version: entry.version,
    scope: entry.scope,
    direct: asked?.has(entry.written.toLowerCase()),
    line: entry.line,
    license: composerLicense(entry.table),
    dependsOn,
    source: sourceOf(entry, dist),
    integrity: textField(dist, "shasum") || undefined,
  };
}

/** Packages from the usual registry carry its notification address; others come from where their source says. */
function sourceOf(entry: Entry, dist: DataObject | undefined): LockedPackage["source"] {
  const notified = textField(entry.table, "notification-url") ?? "";
  if (/^https?:\/\/(?:[\w-]+\.)?packagist\.org\//i.test(notified)) return undefined;
  const source = objectField(entry.table, "source");
  const address = textField(source, "url");
  if (address !== undefined)
    return textField(source, "type") === "git" ? gitSource(address, textField(source, "reference")) : urlSource(address);
  const archive = textField(dist, "url");
  return archive === undefined ? undefined : urlSource(archive);
}

/** What composer.json beside the lock asks for, and what it is; undefined where it is missing or broken. */
async function askedNames(
  path: string,
  context: ReadContext,
): Promise<{ names: ReadonlySet<string>; own: OwnPackage | undefined } | undefined> {
  const text = await context.text(path);
  if (text === undefined) return undefined;
  try {
    const manifest = asObject(parseJson(text));
    const names = ["require", "require-dev"].flatMap((key) => entriesOf(field(manifest, key)).map(([name]) => name.toLowerCase()));
    const name = textField(manifest, "name");
    const own =
      name === undefined
        ? undefined
        : { type: "composer", ...composerName(name), version: textField(manifest, "version"), license: composerLicense(manifest) };
    return { names: new Set(names.filter((one) => !isPlatform(one))), own };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
