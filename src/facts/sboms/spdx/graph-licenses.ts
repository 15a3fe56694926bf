// Licences of SPDX 3: elements of the graph that are expressions, listed or custom licences, or sets and operators over those.
import { asArray, field } from "../../lockfiles/shared/data.ts";
import { plainText } from "../text.ts";
import { elementId, property, references } from "./graph-values.ts";

/** Expressions longer than this are not written out: sets may refer to sets, and double at each step. */
const LONGEST_EXPRESSION = 10_000;
const DEEPEST = 32;

interface LicenseElement {
  readonly type: string;
  readonly element: unknown;
}

export class GraphLicenses {
  /** Names of custom licences by id. */
  readonly names = new Map<string, string>();
  readonly #elements = new Map<string, LicenseElement>();
  readonly #known = new Map<string, string | undefined>();

  /** Remembers an element if it is about licences. */
  add(type: string, element: unknown): void {
    if (!/Licens|WithAdditionOperator|OrLaterOperator/.test(type)) return;
    const id = elementId(element);
    if (id !== "") this.#elements.set(id, { type, element });
  }

  /** All of these together as one expression; undefined where none is known. */
  expression(ids: readonly string[]): string | undefined {
    return this.#joined(ids, " AND ", 0);
  }

  #joined(ids: readonly string[], operator: " AND " | " OR ", depth: number): string | undefined {
    const parts = ids.map((id) => this.#one(id, depth + 1)).filter((part) => part !== undefined);
    if (parts.length < 2) return parts[0];
    const joined = parts.map((part) => (/ (AND|OR) /.test(part) ? `(${part})` : part)).join(operator);
    return joined.length > LONGEST_EXPRESSION ? "NOASSERTION" : joined;
  }

  #one(id: string, depth: number): string | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    if (depth > DEEPEST) return "NOASSERTION";
    // A set that holds itself ends here.
    this.#known.set(id, "NOASSERTION");
    const found = this.#elements.get(id);
    const text = found ? this.#written(found, id, depth) : individual(id);
    this.#known.set(id, text);
    return text;
  }

  #written({ type, element }: LicenseElement, id: string, depth: number): string | undefined {
    const part = (key: string): string | undefined => this.#part(element, key, depth);
    switch (type) {
      case "LicenseExpression":
        return property(element, "simplelicensing_", "licenseExpression") || undefined;
      case "ConjunctiveLicenseSet":
        return this.#joined(members(element), " AND ", depth);
      case "DisjunctiveLicenseSet":
        return this.#joined(members(element), " OR ", depth);
      case "OrLaterOperator": {
        const license = part("subjectLicense");
        return license && `${license}+`;
      }
      case "WithAdditionOperator":
        return [part("subjectExtendableLicense"), part("subjectAddition")].filter(Boolean).join(" WITH ") || undefined;
      default:
        return this.#named(element, id);
    }
  }

  #part(element: unknown, key: string, depth: number): string | undefined {
    const value = field(element, `expandedlicensing_${key}`) ?? field(element, key);
    const id = references(value, () => undefined)[0];
    return id === undefined ? undefined : this.#one(id, depth + 1);
  }

  /** A listed licence is its id; one of the document's own is a LicenseRef, with its name beside. */
  #named(element: unknown, id: string): string {
    const listed = individual(id);
    if (listed !== undefined) return listed;
    const reference = `LicenseRef-${id
      .slice(id.lastIndexOf("/") + 1)
      .replace(/^LicenseRef-/, "")
      .replace(/[^A-Za-z0-9.-]/g, "-")}`;
    const name = plainText(element, "name");
    if (name !== "") this.names.set(reference, name);
    return reference;
  }
}

function members(element: unknown): readonly string[] {
  const value = field(element, "expandedlicensing_member") ?? field(element, "member");
  return references(asArray(value) ?? [], () => undefined);
}

/** What an id says by itself: a licence of the SPDX list, NONE or NOASSERTION. */
function individual(id: string): string | undefined {
  const listed = /^https?:\/\/spdx\.org\/licenses\/(?:exceptions\/)?([A-Za-z0-9.+-]+?)(?:\.html|\.json)?$/.exec(id)?.[1];
  if (listed !== undefined) return listed;
  if (id.endsWith("NoAssertionLicense") || id.endsWith("NoAssertionElement")) return "NOASSERTION";
  return id.endsWith("NoneLicense") || id.endsWith("NoneElement") ? "NONE" : undefined;
}
