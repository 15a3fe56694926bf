// Installing packages: which commands do, and which of them pin what they fetch (OpenSSF Scorecard, Pinned-Dependencies).
import { nameOf } from "./parse.ts";

export interface PackageInstall {
  readonly kind: "go" | "pip" | "npm" | "choco" | "nuget";
  readonly pinned: boolean;
}

type Manager = (words: readonly string[]) => PackageInstall | undefined;

const managers: readonly Manager[] = [go, pip, npm, choco, nuget];

/** Undefined for any other command. */
export function packageInstall(words: readonly string[]): PackageInstall | undefined {
  if (words.length === 0) return undefined;
  for (const manager of managers) {
    const found = manager(words);
    if (found) return found;
  }
  return undefined;
}

/** Pinned: a local path, a commit, `none`, or a full version (which the checksum database holds) unless -insecure is given. */
function go(words: readonly string[]): PackageInstall | undefined {
  if (words.length <= 2 || nameOf(words[0]) !== "go" || !["get", "install"].includes(words[1] as string)) return undefined;
  let insecure = false;
  for (const word of words.slice(2)) {
    if (word.startsWith("-")) {
      insecure ||= word === "-insecure";
      continue;
    }
    if (!/\w+\.\w+\/\w+/.test(word)) return { kind: "go", pinned: true };
    const parts = word.split("@");
    const version = parts.length === 2 ? parts[1] : undefined;
    if (version === undefined) continue;
    if (version === "none" || /^[a-f\d]{40,}$/i.test(version)) return { kind: "go", pinned: true };
    if (!insecure && /^v\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(version)) return { kind: "go", pinned: true };
  }
  return { kind: "go", pinned: words.slice(2).every((word) => word.startsWith("-")) };
}

function pip(words: readonly string[]): PackageInstall | undefined {
  const module = /^python(?:3|2\.7)?$/.test(nameOf(words[0]))
    ? words.findIndex((word, at) => at > 0 && word.toLowerCase() === "-m" && words[at + 1]?.toLowerCase() === "pip")
    : -1;
  const own = module > 0 ? words.slice(module + 1) : words;
  if (!/^pip3?$/.test(nameOf(own[0])) || own[1]?.toLowerCase() !== "install") return undefined;
  return { kind: "pip", pinned: isPipPinned(own.slice(2)) };
}

/** By --require-hashes, wheels alone, or an editable source that is local or at a commit, without its dependencies. */
function isPipPinned(words: readonly string[]): boolean {
  let [noDeps, editable, sourcesPinned, others, wheel] = [false, false, true, false, false];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (lower === "--require-hashes") return !editable || (noDeps && sourcesPinned);
    if (lower === "--no-deps") noDeps = true;
    else if (word === "-e" || word === "--editable") editable = true;
    else if (/^--?\w[\w-]*$/.test(word)) continue;
    else if (word.endsWith(".whl")) wheel = true;
    else if (editable) sourcesPinned &&= isPinnedSource(word);
    else others = true;
  }
  return editable ? noDeps && sourcesPinned : !others && wheel;
}

function isPinnedSource(source: string): boolean {
  if (!/^(?:git|svn|hg|bzr)./.test(source)) return true;
  return /^git(?:\+(?:https?|ssh|git))?:\/\/.*@[a-f\d]{40}(?:#egg=.*)?$/i.test(source);
}

function npm(words: readonly string[]): PackageInstall | undefined {
  if (nameOf(words[0]) !== "npm") return undefined;
  const rest = words.slice(1);
  if (!rest.some((word) => ["install", "i", "install-test", "update", "ci"].includes(word.toLowerCase()))) return undefined;
  for (const word of rest) {
    if (word.toLowerCase() === "ci") return { kind: "npm", pinned: true };
    if (!/^(?:github:|git:\/\/|git\+https?:\/\/)/.test(word)) continue;
    const parts = word.split("#");
    if (parts.length !== 2) return { kind: "npm", pinned: false };
    if (/^[a-f\d]{40}$/i.test(parts[1] as string)) return { kind: "npm", pinned: true };
  }
  return { kind: "npm", pinned: false };
}

function choco(words: readonly string[]): PackageInstall | undefined {
  if (!/^choco(?:\.exe)?$/.test(nameOf(words[0])) || words[1]?.toLowerCase() !== "install") return undefined;
  return { kind: "choco", pinned: words.slice(2).some((word) => /^--require-?checksums?(?:=|$)/i.test(word)) };
}

function nuget(words: readonly string[]): PackageInstall | undefined {
  const tool = nameOf(words[0]).replace(/\.exe$/, "");
  const verb = words[1]?.toLowerCase();
  const has = (...wanted: readonly string[]): boolean => words.slice(2).some((word) => wanted.includes(word.toLowerCase()));
  const answer = (pinned: boolean): PackageInstall => ({ kind: "nuget", pinned });
  if (tool === "nuget" && verb === "install")
    return answer(words.length === 2 || (words[2] as string).endsWith("packages.config") || has("-version"));
  if (tool === "nuget" && verb === "restore") return answer(has("-lockedmode"));
  if (tool === "dotnet" && verb === "restore") return answer(has("--locked-mode"));
  if (tool === "dotnet" && verb === "add" && words.slice(2, 4).some((word) => word.toLowerCase() === "package")) {
    return answer(words.slice(3).some((word) => ["-v", "--version"].includes(word.toLowerCase())));
  }
  if (tool === "msbuild" && words.slice(1).some((word) => word.toLowerCase() === "/t:restore"))
    return answer(has("/p:restorelockedmode=true"));
  return undefined;
}
