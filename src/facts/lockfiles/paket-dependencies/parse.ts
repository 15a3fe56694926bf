// paket.dependencies line by line (https://fsprojects.github.io/Paket/dependencies-file.html).

export interface PaketRequest {
  /** Empty for the main group. */
  readonly group: string;
  readonly kind: "nuget" | "clitool" | "github" | "gist" | "git" | "http";
  /** The first word after the kind: a package, `owner/repo`, an address. */
  readonly name: string;
  /** The words after it, up to the options. */
  readonly words: readonly string[];
  readonly line: number;
}

export interface PaketDependencies {
  readonly requests: readonly PaketRequest[];
  /** Lines that no keyword begins. */
  readonly strange: readonly { readonly text: string; readonly line: number }[];
  /** Whether any line begins with a keyword of Paket. */
  readonly isPaket: boolean;
}

const KINDS = new Set(["nuget", "clitool", "github", "gist", "git", "http"]);
const OTHER =
  /^(?:group|source|cache|references|version|framework|restriction|storage|content|redirects|strategy|lowest_matching|copy_local|copy_content_to_output_dir|import_targets|condition|generate_load_scripts|external_lock|specific_version|license_download|auto-restore|embed_interop_types)\b/i;

export function parsePaketDependencies(text: string): PaketDependencies {
  const requests: PaketRequest[] = [];
  const strange: { text: string; line: number }[] = [];
  let group = "";
  let isPaket = false;
  for (const [index, raw] of text.split("\n").entries()) {
    const plain = withoutComment(raw.slice(0, 2_000)).trim();
    if (plain === "") continue;
    const words = plain.split(/\s+/);
    const keyword = (words[0] ?? "").toLowerCase();
    const name = words[1]?.replace(/^"|"$/g, "");
    if (KINDS.has(keyword) && name) {
      isPaket = true;
      requests.push({ group, kind: keyword as PaketRequest["kind"], name, words: beforeOptions(words.slice(2)), line: index + 1 });
    } else if (OTHER.test(plain)) {
      isPaket = true;
      if (keyword === "group") group = mainIsEmpty(words[1] ?? "");
    } else strange.push({ text: plain, line: index + 1 });
  }
  return { requests, strange, isPaket };
}

/** The main group may be named. */
export function mainIsEmpty(group: string): string {
  return group.toLowerCase() === "main" ? "" : group;
}

/** `#` and `//` begin a comment where a word could begin: addresses hold both. */
function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)(?:#|\/\/).*$/, "");
}

/** `framework: net45`, `content:none`. */
function beforeOptions(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^[a-z_-]+:/i.test(word) && !word.includes("://"));
  return end < 0 ? words : words.slice(0, end);
}
