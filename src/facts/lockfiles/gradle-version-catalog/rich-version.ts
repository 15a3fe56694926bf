// Versions as Gradle takes them (https://docs.gradle.org/current/userguide/dependency_versions.html): plain, rich, ranges, prefixes.
import { asObject, asText, type DataObject, field, textField } from "../shared/data.ts";

export interface GradleRequirement {
  /** Empty where the requirement names no one version. */
  readonly version: string;
  /** The requirement as written, where it allows several. */
  readonly range?: string;
}

/** Reads a version: text, a rich version (`strictly`, `require`, `prefer`), or a reference into the catalogue's versions. */
export function gradleRequirement(value: unknown, versions?: DataObject): GradleRequirement {
  const reference = textField(value, "ref");
  if (reference !== undefined) return gradleRequirement(withoutReference(field(versions, reference)));
  const rich = asObject(value);
  if (!rich) return plainRequirement(asText(value));
  // A preferred version is the one that is taken inside of what the others allow.
  const wanted = [textField(rich, "prefer"), textField(rich, "strictly"), textField(rich, "require")].map(plainRequirement);
  return (
    wanted.find((requirement) => requirement.version !== "") ??
    wanted.find((requirement) => requirement.range !== undefined) ?? { version: "" }
  );
}

/** A version that is referred to refers to no other. */
function withoutReference(value: unknown): unknown {
  return textField(value, "ref") === undefined ? value : undefined;
}

function plainRequirement(text: string | undefined): GradleRequirement {
  const plain = text?.trim() ?? "";
  if (plain === "") return { version: "" };
  // `1.7!!` is short for strictly, `[1.7, 1.8[!!1.7.25` prefers the last.
  const [bounds = "", preferred = ""] = plain.split("!!");
  if (preferred !== "") return { version: preferred };
  return isMoving(bounds) ? { version: "", range: plain } : { version: bounds };
}

function isMoving(text: string): boolean {
  return /^[[(\]]/.test(text) || text.endsWith("+") || text.startsWith("latest.");
}
