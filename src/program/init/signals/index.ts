// What a repository makes, by its files. A new sign is one detector and one line in this list.
import type { FoundRepository } from "../found.ts";
import { packageJson, webFiles } from "./javascript.ts";
import { androidManifest, gradle, pom } from "./jvm.ts";
import {
  composer,
  deployment,
  device,
  dockerfile,
  dotnet,
  elixir,
  flutter,
  go,
  infrastructure,
  julia,
  native,
  page,
  phone,
  python,
  ruby,
  rust,
  swift,
} from "./others.ts";
import type { Detector, Signal, SignalContext } from "./types.ts";

const detectors: readonly Detector[] = [
  packageJson,
  webFiles,
  pom,
  gradle,
  androidManifest,
  dockerfile,
  deployment,
  infrastructure,
  phone,
  flutter,
  device,
  python,
  rust,
  go,
  dotnet,
  composer,
  ruby,
  elixir,
  swift,
  julia,
  native,
  page,
];

/** The kind that wins where a repository shows several: what leaves the house first, since most is asked of it. */
const precedence = ["firmware", "app", "desktop", "web", "service", "tool", "library", "infrastructure", "documents", "code"] as const;

/** Files that are looked into, at most; and the folders in which nothing is ours. */
const maxFiles = 60;
const maxText = 1_000_000;
const notOurs =
  /(?:^|\/)(?:\.[^/]+|node_modules|vendor|third_party|dist|target|fixtures?|testdata|__tests__|tests?|its|e2e|fuzz|examples?|samples?|demos?|playground|templates?|stubs?|docs?|dev-docs|website|site|www|blog|benchmarks?|hack|ci|continuous_integration|containers|scripts|xtask)\//i;

/** The strongest sign of a repository, with all that say the same; code that leaves the house, the strictest answer, where nothing says anything. */
export async function signalOf(repository: FoundRepository): Promise<Decision> {
  const context = contextOf(repository);
  const signals: Placed[] = [];
  for (const { path, detector, depth } of interesting(repository)) {
    const text = await repository.text(path);
    if (text === undefined || text.length > maxText) continue;
    for (const signal of detector.read(text, path, context)) signals.push({ ...signal, depth });
  }
  const decided = decide(signals, context);
  if (decided) return decided;
  const documents = /\.(?:md|adoc|rst|txt|png|svg|jpe?g|pdf|ya?ml|css|html)$|(?:^|\/)(?:\.|LICENSE|CODEOWNERS)/i;
  if (repository.files.length > 0 && repository.files.every((path) => documents.test(path))) {
    return { kind: "documents", distribution: context.licensed ? "source" : "internal", because: ["documents only"] };
  }
  return { kind: "code", distribution: "distributed", because: ["nothing says how it reaches people: the strictest until you say"] };
}

interface Decision {
  readonly kind: Signal["kind"];
  readonly distribution: Signal["distribution"];
  readonly because: readonly string[];
}

interface Placed extends Signal {
  readonly depth: number;
}

/** What stands nearest to the root says what the repository is; weak signs speak where no other does, or of what stays in the house. */
function decide(signals: readonly Placed[], context: SignalContext): Decision | undefined {
  const strong = signals.filter(({ weak }) => !weak);
  const nearest = Math.min(...strong.map(({ depth }) => depth));
  const near = strong.filter(({ depth }) => depth === nearest);
  const weak = signals.filter((signal) => signal.weak && (near.length === 0 || signal.depth <= nearest));
  const made = strongest(near);
  const isPackage = made?.kind === "library" || made?.kind === "tool";
  if (!made) return strongest(weak);
  // An unlicensed package that is put into a container runs as a service of the house.
  return isPackage && !context.licensed ? (strongest(weak.filter(({ kind }) => kind === "service")) ?? made) : made;
}

function strongest(signals: readonly Signal[]): Decision | undefined {
  for (const kind of precedence) {
    const same = signals.filter((signal) => signal.kind === kind).sort((a, b) => reach(b) - reach(a));
    const [first] = same;
    if (!first) continue;
    const because = same.filter(({ distribution }) => distribution === first.distribution).map((signal) => signal.because);
    return { kind, distribution: first.distribution, because: [...new Set(because)].slice(0, 3) };
  }
  return undefined;
}

function reach({ distribution }: Signal): number {
  return ["internal", "hosted", "source", "browser", "distributed", "embedded"].indexOf(distribution);
}

/** Files that a detector reads, those near the root first. */
function interesting({ files }: FoundRepository): { readonly path: string; readonly detector: Detector; readonly depth: number }[] {
  const found: { readonly path: string; readonly detector: Detector; readonly depth: number }[] = [];
  for (const path of files) {
    if (notOurs.test(path)) continue;
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    const detector = detectors.find((candidate) => candidate.matches(name, path));
    if (detector) found.push({ path, detector, depth: path.split("/").length });
  }
  return found.sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1)).slice(0, maxFiles);
}

function contextOf({ files }: FoundRepository): SignalContext {
  const known = new Set<string>();
  for (const path of files) {
    known.add(path);
    const slash = path.indexOf("/");
    if (slash > 0) known.add(path.slice(0, slash));
  }
  return {
    licensed: files.some((path) => /^(?:[A-Za-z0-9]+-)?(?:LICEN[CS]E|COPYING|UNLICENSE)(?:[.-][^/]*)?$|^LICENSES\//i.test(path)),
    has: (path) => known.has(path),
  };
}
