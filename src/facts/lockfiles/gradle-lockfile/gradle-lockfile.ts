// gradle.lockfile: dependency locking of Gradle (https://docs.gradle.org/current/userguide/dependency_locking.html).
// A line is `group:artifact:version=configuration,configuration`; before Gradle 7 one file a configuration, without the configurations.
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { gradleBuild } from "../gradle-build/gradle-build.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";
import { type LockedPackage, type LockfileFormat, type ReadContext, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { scopeOfConfigurations } from "./configurations.ts";

export const gradleLockfile: LockfileFormat = {
  id: "gradle-lockfile",
  ecosystem: "maven",
  kind: "lockfile",
  names: ["gradle.lockfile"],
  matches: (path) => isSingle(path) || /(?:^|\/)gradle\.lockfile$/.test(path),
  covers: { formats: ["gradle-build"] },
  read: readLockfile,
};

/** What the build script itself runs on: plugins. What the project asks for stands elsewhere, so this covers nothing. */
export const gradleBuildscriptLockfile: LockfileFormat = {
  id: "gradle-buildscript-lockfile",
  ecosystem: "maven",
  kind: "lockfile",
  names: ["buildscript-gradle.lockfile", "settings-gradle.lockfile"],
  matches: (path) => /(?:^|\/)(?:buildscript|settings)-gradle\.lockfile$/.test(path),
  read: readLockfile,
};

/** The file of one configuration, of before Gradle 7: `gradle/dependency-locks/compileClasspath.lockfile`. */
function isSingle(path: string): boolean {
  return path.endsWith(".lockfile") && /(?:^|\/)gradle\/dependency-locks\/[^/]+$/.test(path);
}

interface Entry {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly configurations: readonly string[];
  readonly line: number;
}

async function readLockfile(file: SourceFile, context: ReadContext): Promise<Reading> {
  const configuration = isSingle(file.path) ? nameOf(file.path).slice(0, -".lockfile".length) : undefined;
  const problems = new EntryProblems(file.path);
  const entries: Entry[] = [];
  for (const [index, line] of file.text.split("\n").entries()) {
    const plain = line.trim();
    if (plain === "" || plain.startsWith("#") || plain.startsWith("empty=")) continue;
    const entry = entryOf(plain, index + 1, configuration);
    if (entry) entries.push(entry);
    else problems.bad(`Not an entry of a Gradle lockfile: ${shown(plain)}.`, index + 1, "group:artifact:version=configurations");
  }
  if (entries.length === 0 && problems.count > 0) {
    throw new Unreadable("Not a Gradle lockfile: no line is an entry", problems.first?.line, "group:artifact:version=configurations");
  }
  const isRuntimeLocked = entries.some((entry) => entry.configurations.some((name) => /runtimeClasspath$/i.test(name)));
  const list = problems.list();
  const keys = new Keys();
  const asked = /^(?:buildscript|settings)-/.test(nameOf(file.path)) ? NOTHING : await askedBeside(file.path, context);
  const packages = entries.map((entry) => packageOf(entry, keys, isRuntimeLocked, asked.modules));
  return { packages, alsoRead: asked.read, ...(list ? { problems: list } : {}) };
}

interface Asked {
  /** `group:name` of modules that the build script asks for; it may ask for more than a reader sees. */
  readonly modules: ReadonlySet<string>;
  readonly read: readonly string[];
}

const NOTHING: Asked = { modules: new Set(), read: [] };

async function askedBeside(path: string, context: ReadContext): Promise<Asked> {
  const modules = new Set<string>();
  const read: string[] = [];
  for (const name of gradleBuild.names ?? []) {
    const script = inFolder(folderOf(path), name);
    const text = context.has(script) ? await context.text(script) : undefined;
    if (text === undefined) continue;
    const reading = await gradleBuild.read({ path: script, text }, context);
    for (const entry of reading.packages) modules.add(`${entry.namespace}:${entry.name}`);
    read.push(script, ...(reading.alsoRead ?? []));
  }
  return { modules, read };
}

function entryOf(text: string, line: number, configuration: string | undefined): Entry | undefined {
  const equals = text.indexOf("=");
  const parts = (equals < 0 ? text : text.slice(0, equals)).split(":");
  const [group, name, version] = parts;
  const isWhole = parts.length === 3 && parts.every((part) => /^[^\s"'<>,]+$/.test(part));
  if (!isWhole || !group || !name || !version || (equals < 0 && configuration === undefined)) return undefined;
  const listed = equals < 0 ? [] : text.slice(equals + 1).split(",");
  const configurations = configuration === undefined ? listed.map((item) => item.trim()).filter((item) => item !== "") : [configuration];
  return { group, name, version, configurations, line };
}

function packageOf(entry: Entry, keys: Keys, isRuntimeLocked: boolean, asked: ReadonlySet<string>): LockedPackage {
  return {
    key: keys.unique(`${entry.group}:${entry.name}:${entry.version}`),
    type: "maven",
    namespace: entry.group,
    name: entry.name,
    version: entry.version,
    scope: scopeOfConfigurations(entry.configurations, isRuntimeLocked),
    ...(asked.has(`${entry.group}:${entry.name}`) ? { direct: true } : {}),
    line: entry.line,
  };
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
