// Finds the POMs that a POM builds on: in the tree by path or by coordinates, or in the local Maven cache.
import { folderOf, resolveInside } from "../shared/paths.ts";
import type { ReadContext } from "../types.ts";
import { EffectivePom, type Layer } from "./effective-pom.ts";
import { activeProfiles } from "./profiles.ts";
import { parsePom, type RawPom } from "./raw-pom.ts";

const MAX_PARENTS = 50;
const MAX_IMPORT_DEPTH = 25;
/** How many POMs one POM may bring in before reading it stops: only a tangle made on purpose needs more. */
const MAX_POMS = 1_000;
/** Trees with more POMs than this are not searched by coordinates. */
const MAX_TREE = 20_000;

const workspaces = new WeakMap<ReadContext, Workspace>();

/** What the reading of one POM may still cost, and which files of the tree it has used. */
interface Visit {
  left: number;
  readonly used: Set<string>;
}

/** The POMs of one repository, each parsed once. */
export class Workspace {
  readonly #context: ReadContext;
  readonly #byPath = new Map<string, Promise<RawPom | undefined>>();
  readonly #fromCache = new Map<string, Promise<RawPom | undefined>>();
  readonly #effective = new WeakMap<RawPom, { readonly pom: EffectivePom; readonly used: readonly string[] }>();
  #byName: Promise<ReadonlyMap<string, RawPom>> | undefined;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  static of(context: ReadContext): Workspace {
    const known = workspaces.get(context);
    if (known) return known;
    const workspace = new Workspace(context);
    workspaces.set(context, workspace);
    return workspace;
  }

  /** The effective model, and the paths of the files in the tree that it was made from (its own left out). */
  async effective(raw: RawPom): Promise<{ readonly pom: EffectivePom; readonly used: readonly string[] }> {
    const visit: Visit = { left: MAX_POMS, used: new Set() };
    const pom = await this.#effectiveOf(raw, [], visit);
    if (raw.path !== undefined) visit.used.delete(raw.path);
    return { pom, used: [...visit.used].sort() };
  }

  async #effectiveOf(raw: RawPom, trail: readonly string[], visit: Visit): Promise<EffectivePom> {
    const known = this.#effective.get(raw);
    if (known) {
      for (const path of known.used) visit.used.add(path);
      return known.pom;
    }
    const inner: Visit = { left: visit.left, used: new Set() };
    const { layers, missing } = await this.#chain(raw, inner);
    const plain = new EffectivePom(layers);
    const imports: EffectivePom[] = [];
    let whole = true;
    for (const request of plain.importRequests()) {
      const name = request ? `${request.groupId}:${request.artifactId}:${request.version}` : undefined;
      if (!request || name === undefined) continue;
      if (trail.includes(name) || trail.length >= MAX_IMPORT_DEPTH || inner.left <= 0) {
        whole = false;
        continue;
      }
      const found = await this.#find(request.groupId, request.artifactId, request.version, inner);
      if (found) imports.push(await this.#effectiveOf(found, [...trail, name], inner));
      else missing.push(name);
    }
    const pom = new EffectivePom(layers, imports, missing);
    for (const path of inner.used) visit.used.add(path);
    visit.left = inner.left;
    // What was cut short depends on where the reading began, so it is not kept.
    if (whole) this.#effective.set(raw, { pom, used: [...inner.used] });
    return pom;
  }

  async #chain(raw: RawPom, visit: Visit): Promise<{ layers: readonly Layer[]; missing: string[] }> {
    const layers: Layer[] = [];
    const missing: string[] = [];
    const seen = new Set<RawPom>();
    for (let current: RawPom | undefined = raw; current && !seen.has(current) && layers.length < MAX_PARENTS; ) {
      seen.add(current);
      layers.push(this.#layer(current));
      if (current.path !== undefined) visit.used.add(current.path);
      visit.left -= 1;
      const parent: RawPom | undefined = await this.#parentOf(current, visit);
      if (current.parent && !parent) missing.push([current.parent.groupId, current.parent.artifactId, current.parent.version].join(":"));
      current = parent;
    }
    return { layers, missing };
  }

  #layer(pom: RawPom): Layer {
    const folder = pom.path === undefined ? undefined : folderOf(pom.path);
    const exists = (path: string): boolean => {
      const inside = folder === undefined ? undefined : resolveInside(folder, path.replace(/^\$\{(?:project\.)?basedir\}[\\/]/, ""));
      return inside !== undefined && this.#context.has(inside);
    };
    return { pom, models: [...activeProfiles(pom, exists).toReversed(), pom] };
  }

  async #parentOf(pom: RawPom, visit: Visit): Promise<RawPom | undefined> {
    const wanted = pom.parent;
    if (!wanted) return undefined;
    if (pom.path !== undefined && wanted.relativePath !== "") {
      const near = await this.#near(folderOf(pom.path), wanted.relativePath ?? "../pom.xml");
      if (near && near !== pom && isNamed(near, wanted.groupId, wanted.artifactId, wanted.version)) return near;
    }
    const { groupId, artifactId, version } = wanted;
    return groupId && artifactId && version ? this.#find(groupId, artifactId, version, visit) : undefined;
  }

  async #near(folder: string, relative: string): Promise<RawPom | undefined> {
    const path = resolveInside(folder, relative);
    if (path === undefined) return undefined;
    if (this.#context.has(path)) return this.inTree(path);
    const inside = path === "" ? "pom.xml" : `${path}/pom.xml`;
    return this.#context.has(inside) ? this.inTree(inside) : undefined;
  }

  async #find(groupId: string, artifactId: string, version: string, visit: Visit): Promise<RawPom | undefined> {
    visit.left -= 1;
    return (await this.#named()).get(`${groupId}:${artifactId}:${version}`) ?? this.#cached(groupId, artifactId, version);
  }

  /** Enough of a candidate to know its version: parents by path only, since searching them by name would lead back here. */
  async #chainByPath(pom: RawPom): Promise<readonly Layer[]> {
    const layers: Layer[] = [];
    for (let current: RawPom | undefined = pom; current && layers.length < MAX_PARENTS; ) {
      layers.push(this.#layer(current));
      const wanted: RawPom["parent"] = current.parent;
      const near: RawPom | undefined =
        wanted && current.path !== undefined && wanted.relativePath !== ""
          ? await this.#near(folderOf(current.path), wanted.relativePath ?? "../pom.xml")
          : undefined;
      current = near && wanted && isNamed(near, wanted.groupId, wanted.artifactId, wanted.version) ? near : undefined;
    }
    return layers;
  }

  /** A POM of the tree; undefined where there is none or it cannot be read (its own reading says why). */
  inTree(path: string): Promise<RawPom | undefined> {
    const known = this.#byPath.get(path);
    if (known) return known;
    const pom = this.#context.text(path).then((text) => parsed(text, path));
    this.#byPath.set(path, pom);
    return pom;
  }

  /** A POM that was read before, if it was. */
  async known(path: string): Promise<RawPom | undefined> {
    return this.#byPath.get(path);
  }

  /** Keeps a POM that was parsed elsewhere, so that it is not parsed twice. */
  remember(path: string, pom: RawPom): void {
    this.#byPath.set(path, Promise.resolve(pom));
  }

  /** The POMs of the tree by `group:artifact:version`, the version as written and, where it holds properties, as it comes out. */
  #named(): Promise<ReadonlyMap<string, RawPom>> {
    this.#byName ??= this.#index();
    return this.#byName;
  }

  async #index(): Promise<ReadonlyMap<string, RawPom>> {
    const byName = new Map<string, RawPom>();
    const add = (pom: RawPom, version: string | undefined): void => {
      const name = `${pom.groupId ?? pom.parent?.groupId}:${pom.artifactId}:${version}`;
      if (!byName.has(name)) byName.set(name, pom);
    };
    const paths = this.#context.named("pom.xml");
    if (paths.length > MAX_TREE) return byName;
    for (const path of paths) {
      const pom = await this.inTree(path);
      const written = pom?.version ?? pom?.parent?.version;
      if (pom) add(pom, written);
      if (pom && written?.includes("${")) add(pom, new EffectivePom(await this.#chainByPath(pom)).version);
    }
    return byName;
  }

  #cached(groupId: string, artifactId: string, version: string): Promise<RawPom | undefined> {
    const isPlain = [groupId, artifactId, version].every((part) => /^[\w.+-]+$/.test(part) && !part.includes(".."));
    if (!isPlain || !this.#context.mavenCache) return Promise.resolve(undefined);
    const path = `${groupId.replaceAll(".", "/")}/${artifactId}/${version}/${artifactId}-${version}.pom`;
    const known = this.#fromCache.get(path);
    if (known) return known;
    const pom = this.#context.mavenCache(path).then((text) => parsed(text));
    this.#fromCache.set(path, pom);
    return pom;
  }
}

function parsed(text: string | undefined, path?: string): RawPom | undefined {
  if (text === undefined) return undefined;
  try {
    return parsePom(text, path);
  } catch {
    return undefined;
  }
}

/** Whether a POM has these coordinates, as far as they are given (since Maven 4 a parent may be named by its path alone). */
function isNamed(pom: RawPom, groupId: string | undefined, artifactId: string | undefined, version: string | undefined): boolean {
  const same = (wanted: string | undefined, has: string | undefined): boolean => wanted === undefined || wanted === has;
  return (
    same(groupId, pom.groupId ?? pom.parent?.groupId) &&
    same(artifactId, pom.artifactId) &&
    same(version, pom.version ?? pom.parent?.version)
  );
}
