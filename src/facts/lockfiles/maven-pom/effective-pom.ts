// The effective model of a POM: what it says itself, what it inherits, what its imports manage. Computed on demand, since most of it is never asked for.
import { interpolate } from "./interpolate.ts";
import type { RawDependency, RawModel, RawPom } from "./raw-pom.ts";

/** One POM of a chain of parents, with the models that apply from it: active profiles before the project, because they win. */
export interface Layer {
  readonly pom: RawPom;
  readonly models: readonly RawModel[];
}

/** What dependency management says of one dependency. */
export interface Managed {
  readonly version?: string;
  readonly scope?: string;
  readonly optional?: string;
}

/** A dependency without what is filled in from elsewhere. */
export interface Coordinates {
  readonly groupId: string;
  readonly artifactId: string;
  readonly type: string;
  readonly classifier?: string;
}

export class EffectivePom {
  /** The POM itself first, then its parents upwards. */
  readonly layers: readonly Layer[];
  readonly groupId: string | undefined;
  readonly artifactId: string | undefined;
  readonly version: string | undefined;
  /** Parents and imports that could not be found, as `group:artifact:version`; those of found imports included. */
  readonly missing: readonly string[];
  readonly #imports: readonly EffectivePom[];
  readonly #properties = new Map<string, string>();
  readonly #answers = new Map<string, Managed | undefined>();
  /** By model: entries whose key depends on properties, under the key that it comes to here. */
  readonly #resolved = new Map<RawModel, ReadonlyMap<string, RawDependency>>();

  constructor(layers: readonly Layer[], imports: readonly EffectivePom[] = [], missing: readonly string[] = []) {
    this.layers = layers;
    this.#imports = imports;
    this.missing = [...new Set([...missing, ...imports.flatMap((found) => found.missing)])];
    for (const layer of layers.toReversed()) {
      for (const model of layer.models.toReversed()) for (const [name, value] of model.properties) this.#properties.set(name, value);
    }
    const pom = layers[0]?.pom;
    this.groupId = this.text(pom?.groupId ?? pom?.parent?.groupId);
    this.artifactId = this.text(pom?.artifactId);
    this.version = this.text(pom?.version ?? pom?.parent?.version);
  }

  /** The raw value behind `${name}`. */
  readonly property = (name: string): string | undefined => {
    const plain = name.replace(/^(?:project|pom)\./, "");
    const model = this.#model(plain);
    if (plain !== name) return model;
    return this.#properties.get(name) ?? model;
  };

  /** A text with its references replaced; undefined for no text and for one that cannot be resolved. */
  text(raw: string | undefined): string | undefined {
    return raw === undefined ? undefined : interpolate(raw, this.property);
  }

  /** What dependency management, own, inherited or imported, says of a dependency. */
  managed(wanted: Coordinates): Managed | undefined {
    const key = managementKey(wanted.groupId, wanted.artifactId, wanted.type, wanted.classifier);
    if (!this.#answers.has(key)) this.#answers.set(key, this.#search(key, wanted));
    return this.#answers.get(key);
  }

  /** The imports (`<scope>import</scope>`) that this POM and its parents ask for, in the order in which they count; unresolvable ones as undefined. */
  *importRequests(): Generator<{ readonly groupId: string; readonly artifactId: string; readonly version: string } | undefined> {
    for (const layer of this.layers) {
      for (const model of layer.models) {
        for (const entry of managementOf(model).imports) {
          const groupId = this.text(entry.groupId);
          const artifactId = this.text(entry.artifactId);
          const version = this.text(entry.version);
          yield groupId && artifactId && version ? { groupId, artifactId, version } : undefined;
        }
      }
    }
  }

  /** The licence names of the nearest POM of the chain that names any. */
  get licenses(): readonly string[] {
    return this.layers.find((layer) => layer.pom.licenses.length > 0)?.pom.licenses ?? [];
  }

  #model(name: string): string | undefined {
    const pom = this.layers[0]?.pom;
    switch (name) {
      case "groupId":
        return pom?.groupId ?? pom?.parent?.groupId;
      case "artifactId":
        return pom?.artifactId;
      case "version":
        return pom?.version ?? pom?.parent?.version;
      case "parent.groupId":
        return pom?.parent?.groupId;
      case "parent.artifactId":
        return pom?.parent?.artifactId;
      case "parent.version":
        return pom?.parent?.version;
      default:
        return undefined;
    }
  }

  #search(key: string, wanted: Coordinates): Managed | undefined {
    for (const layer of this.layers) {
      for (const model of layer.models) {
        const found = this.#managedBy(model, key);
        if (found) return { version: this.text(found.version), scope: this.text(found.scope), optional: this.text(found.optional) };
      }
    }
    for (const imported of this.#imports) {
      const found = imported.managed(wanted);
      if (found) return found;
    }
    return undefined;
  }

  #managedBy(model: RawModel, key: string): RawDependency | undefined {
    const { fixed, open } = managementOf(model);
    const found = fixed.get(key);
    if (found || open.length === 0) return found;
    let resolved = this.#resolved.get(model);
    if (!resolved) {
      resolved = new Map(open.map((entry) => [this.#keyOf(entry) ?? "", entry]));
      this.#resolved.set(model, resolved);
    }
    return resolved.get(key);
  }

  #keyOf(entry: RawDependency): string | undefined {
    const groupId = this.text(entry.groupId);
    const artifactId = this.text(entry.artifactId);
    return groupId && artifactId
      ? managementKey(groupId, artifactId, this.text(entry.type) ?? entry.type, this.text(entry.classifier))
      : undefined;
  }
}

/** What dependencies are the same to Maven: group, artifact, type and classifier. */
export function managementKey(groupId: string, artifactId: string, type: string, classifier: string | undefined): string {
  return `${groupId}:${artifactId}:${type}:${classifier ?? ""}`;
}

interface Management {
  /** Entries whose key holds no reference. */
  readonly fixed: ReadonlyMap<string, RawDependency>;
  /** Entries whose key depends on properties. */
  readonly open: readonly RawDependency[];
  readonly imports: readonly RawDependency[];
}

const indexed = new WeakMap<RawModel, Management>();

function managementOf(model: RawModel): Management {
  const known = indexed.get(model);
  if (known) return known;
  const fixed = new Map<string, RawDependency>();
  const open: RawDependency[] = [];
  const imports: RawDependency[] = [];
  for (const entry of model.managed) {
    const key = managementKey(entry.groupId ?? "", entry.artifactId ?? "", entry.type, entry.classifier);
    if (entry.scope === "import") imports.push(entry);
    else if (key.includes("${")) open.push(entry);
    else fixed.set(key, entry);
  }
  const management = { fixed, open, imports };
  indexed.set(model, management);
  return management;
}
