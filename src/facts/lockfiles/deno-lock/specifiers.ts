// From what code asks for (`npm:chalk@5`) to the key of the entry that answers it (`npm:chalk@5.3.0`).
import { arrayField, asText, type DataObject, entriesOf, objectField } from "../shared/data.ts";
import { NpmRoots } from "../shared/npm-scopes.ts";

export class Specifiers {
  readonly #keys = new Map<string, string>();

  /** `current`: of version 3 and later, with their registry before them; `old`: of version 2, npm only. */
  constructor(current: DataObject, old: DataObject) {
    for (const [specifier, answer] of entriesOf(current)) {
      const key = asText(answer);
      // Version 3 answers with a whole key, later ones with a version alone.
      if (key !== undefined) this.#keys.set(specifier, /^(?:npm|jsr):/.test(key) ? key : `${withoutRange(specifier)}@${key}`);
    }
    for (const [specifier, answer] of entriesOf(old)) this.#keys.set(`npm:${specifier}`, `npm:${asText(answer) ?? ""}`);
  }

  keyOf(specifier: string): string | undefined {
    return this.#keys.get(specifier);
  }

  /** What the workspace and its members ask for; where the file does not say, every specifier. */
  roots(workspace: unknown): NpmRoots {
    const roots = new NpmRoots();
    const members = [workspace, ...entriesOf(objectField(workspace, "members")).map(([, member]) => member)];
    const asked = members.flatMap((member) => [
      ...(arrayField(member, "dependencies") ?? []),
      ...(arrayField(objectField(member, "packageJson"), "dependencies") ?? []),
    ]);
    for (const specifier of asked.length > 0 ? asked : this.#keys.keys()) {
      const key = typeof specifier === "string" ? this.keyOf(specifier) : undefined;
      if (key !== undefined) roots.production.push(key);
    }
    return roots;
  }
}

/** `npm:@scope/name@^1` as `npm:@scope/name`. */
function withoutRange(specifier: string): string {
  const at = specifier.indexOf("@", specifier.indexOf(":") + 2);
  return at < 0 ? specifier : specifier.slice(0, at);
}
