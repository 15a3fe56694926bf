// `$(…)` in MSBuild files: properties, and the few functions that decide which files and frameworks are meant
// (https://learn.microsoft.com/visualstudio/msbuild/property-functions).
import { callFunction, callMember, type PathSearch } from "./functions.ts";

/** No text in a project grows longer than this. */
const MAX_LENGTH = 8_192;
/** How deep `$(…)` may stand in `$(…)`. */
const MAX_DEPTH = 16;

/** Properties that a build sets from outside, differently from machine to machine: what depends on them is not known. */
const OUTSIDE = new Set(
  (
    "configuration platform runtimeidentifier os visualstudioversion buildinginsidevisualstudio ci continuousintegrationbuild githubactions tf_build solutiondir solutionname " +
    "msbuildruntimetype msbuildversion msbuildextensionspath msbuildextensionspath32 msbuildtoolspath msbuildbinpath msbuildtoolsversion netcoresdkversion " +
    "netcoretargetingpackroot bundlednetcoreapppackageversion netcoreappmaximumversion dotnetbuildfromsource userprofile home designtimebuild restoring"
  ).split(" "),
);

export class Expansion {
  /** By lower-case name; undefined for a property that is set to what is not known. */
  readonly #properties = new Map<string, string | undefined>();
  readonly #search: PathSearch;

  constructor(search: PathSearch) {
    this.#search = search;
  }

  get(name: string): string | undefined {
    return this.#properties.get(name.toLowerCase());
  }

  has(name: string): boolean {
    return this.#properties.has(name.toLowerCase());
  }

  set(name: string, value: string | undefined): void {
    this.#properties.set(name.toLowerCase(), value);
  }

  /**
   * The text with its `$(…)` replaced; undefined where one is not known. A property that nobody sets is empty, as MSBuild has it, unless
   * `strict` asks for a known value or it is one that the build brings along.
   */
  expand(text: string, strict = false, depth = 0): string | undefined {
    if (!text.includes("$(")) return text;
    if (text.length > MAX_LENGTH || depth > MAX_DEPTH) return undefined;
    let result = "";
    let at = 0;
    for (;;) {
      const start = text.indexOf("$(", at);
      if (start < 0) break;
      const end = closing(text, start + 1);
      if (end < 0) return undefined;
      const value = this.#value(text.slice(start + 2, end), strict, depth);
      if (value === undefined) return undefined;
      result += text.slice(at, start) + value;
      if (result.length > MAX_LENGTH) return undefined;
      at = end + 1;
    }
    return result + text.slice(at);
  }

  #value(expression: string, strict: boolean, depth: number): string | undefined {
    if (/^\w+$/.test(expression)) {
      if (this.has(expression)) return this.get(expression);
      return strict || OUTSIDE.has(expression.toLowerCase()) ? undefined : "";
    }
    const inner = this.expand(expression, strict, depth + 1);
    if (inner === undefined) return undefined;
    if (inner.startsWith("[")) return callFunction(inner, this.#search);
    const member = /^(\w+)\.(\w+)(.*)$/s.exec(inner);
    const target = member?.[1] === undefined ? undefined : this.get(member[1]);
    return target === undefined || member?.[2] === undefined ? undefined : callMember(target, member[2], member[3] ?? "");
  }
}

/** The bracket that closes the one at this place, or -1. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}
