// What the build scripts of one repository share: values of scripts and property files above, version catalogues, and which libraries of these are used for what.
import { foldersUp, inFolder } from "../shared/paths.ts";
import { strongerScope } from "../shared/graph.ts";
import { type Catalog, parseCatalog } from "../gradle-version-catalog/catalog.ts";
import { scopeOfConfigurations } from "../gradle-lockfile/configurations.ts";
import type { ReadContext, Scope } from "../types.ts";
import { namedIn } from "./modules.ts";
import { dependencyStatements, type Statement } from "./statements.ts";
import { tokensOf } from "./tokens.ts";
import { propertyFileValues, scriptValues, type Values } from "./values.ts";

const SCRIPTS = ["build.gradle", "build.gradle.kts"];
/** More scripts than this are not searched for the use of catalogues. */
const MAX_SCRIPTS = 5_000;

export interface Script {
  readonly statements: readonly Statement[];
  readonly values: Values;
}

export function parseScript(text: string): Script {
  const tokens = tokensOf(text);
  return { statements: dependencyStatements(tokens), values: scriptValues(tokens) };
}

/** What a statement's libraries are for: its configuration and the source set around it say so. */
export function scopeOfStatement(statement: Statement): Scope {
  const set = statement.blocks.findLast((name) => !/(?:^|\.)(?:dependencies|sourceSets|kotlin|android|if|else)$/.test(name));
  const isForTests = set !== undefined && /test/i.test(set) && statement.blocks.some((name) => /sourceSets/.test(name));
  return isForTests || statement.blocks.some((name) => /test\w*\.dependencies$/i.test(name))
    ? "development"
    : scopeOfConfigurations([statement.configuration], false);
}

const known = new WeakMap<ReadContext, GradleScripts>();

/** The scripts of one repository, each read once. */
export class GradleScripts {
  readonly #context: ReadContext;
  readonly #files = new Map<string, Promise<unknown>>();
  #use: Promise<ReadonlyMap<string, Scope>> | undefined;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  static of(context: ReadContext): GradleScripts {
    const found = known.get(context) ?? new GradleScripts(context);
    known.set(context, found);
    return found;
  }

  /** Values that a script in this folder sees from outside: scripts and gradle.properties of the folders above, the nearest first. */
  async valuesAround(folder: string): Promise<{ readonly values: Values; readonly used: readonly string[] }> {
    const values = new Map<string, string>();
    const used: string[] = [];
    for (const above of foldersUp(folder)) {
      for (const name of ["gradle.properties", ...SCRIPTS]) {
        const path = inFolder(above, name);
        if (!this.#context.has(path)) continue;
        const found = await this.#values(path);
        used.push(path);
        for (const [key, value] of found) if (!values.has(key)) values.set(key, value);
      }
    }
    return { values, used };
  }

  #values(path: string): Promise<Values> {
    return this.#once(`values ${path}`, async () => {
      const text = (await this.#context.text(path)) ?? "";
      return path.endsWith(".properties") ? propertyFileValues(text) : scriptValues(tokensOf(text));
    });
  }

  /** The catalogue `libs` for scripts in this folder, with its path. */
  async catalogFor(folder: string): Promise<{ readonly catalog: Catalog; readonly path: string } | undefined> {
    for (const above of foldersUp(folder)) {
      const path = inFolder(above, "gradle/libs.versions.toml");
      if (!this.#context.has(path)) continue;
      const catalog = await this.#once(`catalog ${path}`, async () => catalogOf(await this.#context.text(path)));
      return catalog && { catalog, path };
    }
    return undefined;
  }

  /** For what the build scripts of the whole tree use each accessor (`libs.spring.boot`). */
  accessorUse(): Promise<ReadonlyMap<string, Scope>> {
    this.#use ??= this.#accessorUse();
    return this.#use;
  }

  async #accessorUse(): Promise<ReadonlyMap<string, Scope>> {
    const use = new Map<string, Scope>();
    const paths = [...this.#context.ending(".gradle"), ...this.#context.ending(".gradle.kts")];
    if (paths.length > MAX_SCRIPTS) return use;
    for (const path of paths) {
      const { statements } = parseScript((await this.#context.text(path)) ?? "");
      for (const statement of statements) {
        for (const { accessor } of namedIn(statement.tokens, new Map()).aliases) {
          const before = use.get(accessor);
          const scope = scopeOfStatement(statement);
          use.set(accessor, before === undefined ? scope : strongerScope(before, scope));
        }
      }
    }
    return use;
  }

  #once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.#files.get(key);
    if (found) return found as Promise<T>;
    const made = make();
    this.#files.set(key, made);
    return made;
  }
}

function catalogOf(text: string | undefined): Catalog | undefined {
  try {
    return text === undefined ? undefined : parseCatalog(text);
  } catch {
    return undefined;
  }
}
