// Maven's version requirements: a plain version is what is used; brackets make it a range (https://maven.apache.org/pom.html, "Dependency Version Requirement").

export interface Requirement {
  /** What is used (plain version, `[1.0]`), or the oldest version that a range names and allows; empty where there is neither. */
  readonly version: string;
  /** The requirement as written, where it allows more than one version. */
  readonly range?: string;
}

/** Reads one requirement. `LATEST` and `RELEASE` name no version. */
export function requirementOf(text: string): Requirement {
  const plain = text.trim();
  if (plain === "LATEST" || plain === "RELEASE") return { version: "", range: plain };
  if (!plain.startsWith("[") && !plain.startsWith("(")) return { version: plain };
  const comma = plain.indexOf(",");
  const end = plain.search(/[\])]/);
  if (end < 0) return { version: "", range: plain };
  if (comma < 0 || comma > end) {
    const only = plain.slice(1, end).trim();
    const rest = plain.slice(end + 1).trim();
    return plain.startsWith("[") && plain[end] === "]" && rest === "" ? { version: only } : { version: only, range: plain };
  }
  return { version: plain.startsWith("[") ? plain.slice(1, comma).trim() : "", range: plain };
}
