// Commands of a script that run what they download, or install packages that nothing pins: the definitions of OpenSSF Scorecard's Pinned-Dependencies
// (checks/raw/shell_download_validate.go).
import { packageInstall } from "./package-managers.ts";
import { nameOf, parseShell, type ShellCommand, type ShellWord } from "./parse.ts";

export interface Download {
  /** 0-based, from the start of the script. */
  readonly line: number;
  readonly kind: "run" | "go" | "pip" | "npm" | "choco" | "nuget";
  readonly pinned: boolean;
  readonly command: string;
}

const SHELLS = ["sh", "bash", "mksh", "dash", "ksh", "exec", "su"];
const INTERPRETERS: ReadonlySet<string> = new Set([
  ...SHELLS,
  "python",
  "python3",
  "python2.7",
  "perl",
  "ruby",
  "php",
  "node",
  "nodejs",
  "java",
  "dotnet",
  "nuget",
]);
const FETCHERS: ReadonlySet<string> = new Set(["curl", "wget", "gsutil"]);
const MAX_DEPTH = 5;
const MAX_COMMANDS = 20_000;

/** In order; `files` are what was downloaded so far: later scripts of the same job or image may run them. */
export function downloadsIn(script: string, files: Set<string> = new Set(), depth = 0): Download[] {
  const found: Download[] = [];
  for (const command of parseShell(script).slice(0, MAX_COMMANDS)) {
    const words = literalWords(command.words);
    const add = (kind: Download["kind"], pinned: boolean): void => {
      found.push({ line: command.line, kind, pinned, command: shown(command) });
    };
    const inner = depth < MAX_DEPTH ? commandOfShell(command.words, words) : undefined;
    if (inner !== undefined) {
      for (const one of downloadsIn(inner, files, depth + 1)) found.push({ ...one, line: command.line + one.line });
    }
    if (command.pipe && isFetch(words) && isInterpreter(literalWords(command.pipe.words)) && !isPinnedAddress(words)) add("run", false);
    for (const file of files) if (runsFile(words, file)) add("run", false);
    if (isInterpreter(words) && fetchesIn(command.words[firstPlace(command.words) + 1]?.process)) add("run", false);
    const install = packageInstall(words);
    if (install) add(install.kind, install.pinned);
    const file = isFetch(words) && !isPinnedAddress(words) ? (command.output ?? outputFile(words)) : undefined;
    if (file !== undefined && file !== "" && file !== "-") files.add(clean(file));
  }
  return found;
}

/** Words that are known as they stand; quoted ones keep their quotes, `sudo` is left out. */
function literalWords(words: readonly ShellWord[]): string[] {
  return words
    .filter((word) => word.plain && !(word.quote === "" && word.text.toLowerCase() === "sudo"))
    .map(({ text, quote }) => quote + text + quote);
}

function firstPlace(words: readonly ShellWord[]): number {
  return words.findIndex((word) => !(word.quote === "" && word.text.toLowerCase() === "sudo"));
}

function isFetch(words: readonly string[]): boolean {
  if (FETCHERS.has(nameOf(words[0]))) return true;
  return nameOf(words[0]) === "aws" && words[1]?.toLowerCase() === "s3api" && words[2]?.toLowerCase() === "get-object";
}

function isInterpreter(words: readonly string[]): boolean {
  return INTERPRETERS.has(nameOf(words[0]));
}

function fetchesIn(commands: readonly ShellCommand[] | undefined): boolean {
  const first = commands?.[0];
  return first !== undefined && isFetch(literalWords(first.words));
}

/** Every address in it is a file of a repository at a full commit. */
function isPinnedAddress(words: readonly string[]): boolean {
  const addresses = words.map((word) => word.replace(/^["']|["']$/g, "")).filter((word) => /^(?:[a-z][a-z\d+.-]{0,20}:|\/)/i.test(word));
  return (
    addresses.length > 0 &&
    addresses.every((address) => /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[a-f\d]{40}\/./i.test(address))
  );
}

function runsFile(words: readonly string[], file: string): boolean {
  const wanted = file.toLowerCase();
  if (words[0] !== undefined && clean(words[0]).toLowerCase() === wanted) return true;
  return isInterpreter(words) && words.slice(1).some((word) => clean(word).toLowerCase() === wanted);
}

function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

function outputFile(words: readonly string[]): string | undefined {
  const tool = nameOf(words[0]);
  if (tool === "wget") {
    const option = words.findIndex((word, at) => at > 0 && at < words.length - 1 && word.toLowerCase() === "-o");
    if (option > 0) return words[option + 1];
    const address = words.slice(1).find((word) => word.startsWith("http"));
    return address === undefined ? undefined : baseOf(address);
  }
  if (tool === "gsutil") {
    const from = words.findIndex((word, at) => at > 0 && at < words.length - 1 && word.startsWith("gs://"));
    return from < 0 ? undefined : into(words[from] as string, words[from + 1] as string);
  }
  return tool === "aws" && words.length > 2 ? into(words.at(-2) as string, words.at(-1) as string) : undefined;
}

function into(from: string, to: string): string {
  return to.endsWith("/") || to === "." ? `${to.replace(/\/?$/, "/")}${baseOf(from)}` : to;
}

function baseOf(address: string): string {
  return address
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .replace(/^.*\//, "");
}

/** The script in `sh -c "…"`. */
function commandOfShell(words: readonly ShellWord[], literal: readonly string[]): string | undefined {
  const at = literal.findIndex((word) => INTERPRETERS.has(nameOf(word)));
  const name = nameOf(literal[at]);
  if (at < 0 || !(SHELLS.includes(name) || name === "dotnet" || name === "nuget")) return undefined;
  if (!literal.slice(at + 1).some((word) => word.startsWith("-") && word.includes("c"))) return undefined;
  return words.find((word) => word.plain && word.quote !== "")?.text;
}

function shown({ words }: ShellCommand): string {
  return words
    .map((word) => (word.plain ? word.quote + word.text + word.quote : "…"))
    .join(" ")
    .slice(0, 200);
}
