// What both SBOM formats are written from: one small shape, made from the inventories of repositories or from a result.
import { compareText, lowestVersion, sortBy } from "#kit";

export interface SbomLicense {
  /** An expression, an id or any name. */
  readonly text: string;
  readonly basis: "declared" | "concluded";
}

export interface SbomComponent {
  readonly purl: string;
  /** purl type. */
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  /** No file that names it says the namespace. */
  readonly bareName?: boolean;
  /** Empty where none is pinned. */
  readonly version: string;
  readonly licenses: readonly SbomLicense[];
  /** As a lockfile has it: `sha512-…` (base64), `sha256:…`, plain hexadecimal. */
  readonly integrity?: string;
  readonly source?: { readonly kind: "git" | "url" | "registry" | "path"; readonly address: string; readonly commit?: string };
  readonly scope: "required" | "optional" | "excluded";
  /** We ask for it by name. */
  readonly direct: boolean;
  /** Paths of the files that name it, sorted, each once. */
  readonly manifests: readonly string[];
  /** purls of what it brings in, sorted, each once; absent where that is not known. */
  readonly dependsOn?: readonly string[];
  /** Where nothing pins it: what is asked for, sorted, each once. */
  readonly ranges?: readonly string[];
  /** It is only asked for, by this package of ours (its purl; empty: by one without a name), and nothing says which version is there. */
  readonly askedBy?: string;
  /** What else is said of it, by name. */
  readonly remarks?: Readonly<Record<string, string>>;
}

/**
 * The version to write beside the name. Where nothing pins it, the lowest that is asked for: its purl then has no version, and what is asked for
 * stands with it. Empty where ranges begin at several, or at none that is named.
 */
export function statedVersion({ version, ranges = [], type }: SbomComponent): string {
  if (version !== "" || ranges.length === 0) return version;
  const [lowest = "", another] = new Set(ranges.map((range) => lowestVersion(range, type) ?? ""));
  return another === undefined ? lowest : "";
}

/** A package of ours: apart from what is others', and always marked. */
export interface SbomOwn {
  readonly purl: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
  /** It stands among the components, as other tools list it; otherwise beside the main component. */
  readonly amongComponents?: boolean;
}

export interface SbomInput {
  /** Of the whole: an organisation, a product, a repository. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly toolVersion: string;
  /** Of the product that is listed. */
  readonly version?: string;
  /** What the document says of itself. */
  readonly remarks?: readonly string[];
  /** Sorted by purl, as are the components. */
  readonly own: readonly SbomOwn[];
  readonly components: readonly SbomComponent[];
}

/** Joins what several files, repositories or uses say about components, purl by purl. */
export class ComponentJoiner {
  readonly #components = new Map<string, Joined>();

  /** Everything of the component but where and how it is used. What came first stays. */
  component(component: Omit<SbomComponent, "scope" | "direct" | "manifests" | "dependsOn" | "ranges" | "askedBy">): void {
    const known = this.#components.get(component.purl);
    if (known === undefined) {
      const { purl, type, namespace, name, bareName, version, licenses, integrity, source } = component;
      const unused = { scope: undefined, direct: false, manifests: [], dependsOn: undefined, ranges: undefined, askedBy: undefined };
      this.#components.set(purl, { purl, type, namespace, name, bareName, version, licenses, integrity, source, ...unused });
      return;
    }
    const added = component.licenses.filter(
      ({ text, basis }) => !known.licenses.some((have) => have.text === text && have.basis === basis),
    );
    if (added.length > 0) known.licenses = [...known.licenses, ...added];
    if (component.bareName !== true) known.bareName = undefined;
    known.integrity ??= component.integrity;
    known.source ??= component.source;
  }

  use(purl: string, use: Use): void {
    const known = this.#components.get(purl);
    if (known === undefined) return;
    // A use that names it beats one that only asks for it.
    if (known.scope === undefined) known.askedBy = use.askedBy;
    else if (use.askedBy === undefined) known.askedBy = undefined;
    if (use.range !== undefined && use.range !== "") known.ranges = [...(known.ranges ?? []), use.range];
    const scope = use.scope === "production" ? "required" : use.scope === "optional" ? "optional" : "excluded";
    if (known.scope === undefined || scopes.indexOf(scope) < scopes.indexOf(known.scope)) known.scope = scope;
    known.direct ||= use.direct;
    for (const path of use.manifests) if (known.manifests.at(-1) !== path) known.manifests.push(path);
  }

  /** Says that one brings in these (be it none); a component of which nothing is said has unknown dependencies. */
  edges(purl: string, targets: Iterable<string>): void {
    const known = this.#components.get(purl);
    if (known === undefined) return;
    known.dependsOn ??= [];
    for (const target of targets) if (target !== purl && this.#components.has(target)) known.dependsOn.push(target);
  }

  /** All of them, sorted by purl. The joiner is used up. */
  sorted(): readonly SbomComponent[] {
    return sortBy(this.#components.values(), (component) => component.purl).map((component) => {
      component.scope ??= "required";
      component.manifests = sortedOnce(component.manifests);
      if (component.dependsOn) component.dependsOn = sortedOnce(component.dependsOn);
      if (component.ranges) component.ranges = sortedOnce(component.ranges);
      return component as SbomComponent;
    });
  }
}

/** How one file, or one deliverable, uses a component. */
interface Use {
  readonly scope: "production" | "development" | "optional";
  readonly direct: boolean;
  readonly manifests: readonly string[];
  readonly range?: string | undefined;
  readonly askedBy?: string | undefined;
}

/** The strongest first. */
const scopes = ["required", "optional", "excluded"] as const;

/** A component that is not finished. Large inventories have hundreds of thousands: it is made once and never copied. */
type Joined = { -readonly [K in keyof Omit<SbomComponent, "scope" | "manifests" | "dependsOn" | "ranges">]: SbomComponent[K] } & {
  scope: SbomComponent["scope"] | undefined;
  manifests: string[];
  dependsOn: string[] | undefined;
  ranges: string[] | undefined;
};

function sortedOnce(texts: string[]): string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort(compareText);
}
