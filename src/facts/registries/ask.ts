// Asks registries for many packages: each once, several at a time, remembered as soon as the answer is there, so that an interrupted run goes on where it was.
import { compareText, compareVersions, isPrerelease, type Problem, parsePurl, type Purl } from "#kit";
import type { Cache } from "../cache.ts";
import type { RegistryAddress } from "./addresses.ts";
import { RegistryClient, RegistryError } from "./client.ts";
import { answerFor, type RegistryAnswer } from "./answer.ts";
import { registryProtocols } from "./protocols/index.ts";
import type { RegistryPackage, RegistryProtocol, RegistryVersion } from "./types.ts";

export interface AskOptions {
  readonly addresses: readonly RegistryAddress[];
  readonly userAgent: string;
  /** ISO 8601; what was published later is not known yet. */
  readonly now: string;
  readonly cache?: Cache;
  /** Milliseconds before the first retry; for tests. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, registry: string) => void;
}

export interface Asked {
  readonly answers: ReadonlyMap<string, RegistryAnswer>;
  readonly problems: readonly Problem[];
}

/** How long an answer is good: licences and dates of versions stay, but new versions come. */
const GOOD_FOR = 7 * 86_400_000;
/** How long it is believed that there is no such package. */
const MISSING_FOR = 86_400_000;
/** Packages that are asked for at the same time; the client has its own bound. */
const AT_ONCE = 8;

interface Kept {
  /** Milliseconds since 1970: this is about the world, not about the run. */
  readonly asked: number;
  /** Versions that the registry was asked for, there or not. */
  readonly versions: readonly string[];
  /** Absent: there is none. */
  readonly found?: RegistryPackage;
}

/** Answers by purl. A registry that cannot be reached is one problem, with how many packages stay without an answer; what was remembered longer ago is used then. */
export async function askRegistries(purls: readonly string[], options: AskOptions): Promise<Asked> {
  const answers = new Map<string, RegistryAnswer>();
  const problems: Problem[] = [];
  const wanted = byRegistry(purls, options.addresses);
  const progress = { done: 0, total: [...wanted.values()].reduce((sum, { packages }) => sum + packages.size, 0) };
  await Promise.all(
    [...wanted].map(async ([type, { address, protocol, packages }]) => {
      const failed = await new Registry(address, protocol, options, progress).askAll(packages, answers);
      if (failed) problems.push(unreachable(type, failed.count, failed.why));
    }),
  );
  return { answers, problems: problems.sort((a, b) => compareText(a.file, b.file)) };
}

interface Wanted {
  readonly address: RegistryAddress;
  readonly protocol: RegistryProtocol;
  /** Purls of one package by its name. */
  readonly packages: Map<string, { readonly purl: Purl; readonly text: string }[]>;
}

function byRegistry(purls: readonly string[], addresses: readonly RegistryAddress[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const text of purls) {
    const purl = parsePurl(text);
    const address = purl && addresses.find((candidate) => candidate.type === purl.type);
    const protocol = purl && registryProtocols.find((candidate) => candidate.type === purl.type);
    if (!purl || !address || !protocol) continue;
    const entry = wanted.get(purl.type) ?? { address, protocol, packages: new Map() };
    wanted.set(purl.type, entry);
    const name = `${purl.namespace ?? ""}/${purl.name}`;
    entry.packages.set(name, [...(entry.packages.get(name) ?? []), { purl, text }]);
  }
  return wanted;
}

class Registry {
  readonly #address: RegistryAddress;
  readonly #protocol: RegistryProtocol;
  readonly #options: AskOptions;
  readonly #progress: { done: number; readonly total: number };
  readonly #client: RegistryClient;
  #failed = 0;
  #why = "";

  constructor(
    address: RegistryAddress,
    protocol: RegistryProtocol,
    options: AskOptions,
    progress: { done: number; readonly total: number },
  ) {
    this.#address = address;
    this.#protocol = protocol;
    this.#options = options;
    this.#progress = progress;
    this.#client = new RegistryClient({
      base: address.base,
      userAgent: options.userAgent,
      // A mirror of one's own has no rule of a public registry.
      perSecond: address.configured ? Math.max(20, protocol.perSecond) : protocol.perSecond,
      ...(address.authorization === undefined ? {} : { authorization: address.authorization }),
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  }

  /** How many stayed without an answer, and why; undefined where all have one. */
  async askAll(packages: Wanted["packages"], answers: Map<string, RegistryAnswer>): Promise<{ count: number; why: string } | undefined> {
    const queue = [...packages.values()];
    const worker = async () => {
      for (let one = queue.pop(); one; one = queue.pop()) {
        this.#options.signal?.throwIfAborted();
        const found = await this.#package(one.map(({ purl }) => purl));
        this.#options.onProgress?.(++this.#progress.done, this.#progress.total, this.#protocol.type);
        if (found) for (const { purl, text } of one) answers.set(text, answerFor(purl, found, this.#protocol, this.#options.now));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return this.#failed === 0 ? undefined : { count: this.#failed, why: this.#why };
  }

  async #package(purls: readonly Purl[]): Promise<RegistryPackage | undefined> {
    const [{ namespace, name } = { name: "" }] = purls;
    const key = ["registry/2", this.#protocol.type, this.#address.base, namespace ?? "", name];
    const versions = [...new Set(purls.flatMap(({ version }) => version ?? []))].sort();
    const kept = (await this.#options.cache?.get(key)) as Kept | undefined;
    if (kept && isGood(kept, versions)) return kept.found;
    try {
      const asked = [...new Set([...versions, ...(kept?.versions ?? [])])].sort();
      const whole = await this.#protocol.ask({ name, ...(namespace === undefined ? {} : { namespace }) }, asked, this.#client);
      const found = whole && essential(this.#protocol.type, whole, asked);
      const keep: Kept = { asked: Date.now(), versions: asked, ...(found ? { found } : {}) };
      await this.#options.cache?.put(key, keep);
      return found;
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      this.#failed += 1;
      this.#why ||= error.message;
      return kept?.found;
    }
  }
}

/** Of versions that nobody asked for, all that is needed is which is the newest stable one at a moment: some packages have thousands. */
function essential(type: string, found: RegistryPackage, asked: readonly string[]): RegistryPackage {
  const isAsked = new Set(asked);
  const versions: Record<string, RegistryVersion> = {};
  for (const [version, known] of Object.entries(found.versions)) {
    // `1.0` may have been asked for, and `1.0.0` be there.
    const wanted = isAsked.has(version) || version === found.latest || asked.some((one) => compareVersions(type, version, one) === 0);
    if (wanted) versions[version] = known;
    else if (!isPrerelease(type, version)) versions[version] = bare(known);
  }
  return { ...found, versions };
}

function bare({ published, withdrawn }: RegistryVersion): RegistryVersion {
  return { ...(published === undefined ? {} : { published }), ...(withdrawn === undefined ? {} : { withdrawn }) };
}

function isGood(kept: Kept, versions: readonly string[]): boolean {
  const age = Date.now() - kept.asked;
  return age >= 0 && age < (kept.found ? GOOD_FOR : MISSING_FOR) && versions.every((version) => kept.versions.includes(version));
}

function unreachable(type: string, count: number, why: string): Problem {
  return {
    code: "registry-unreachable",
    severity: "warning",
    file: `registry:${type}`,
    message: `${count} ${count === 1 ? "package" : "packages"} got no answer: ${why}`,
    hint: "What was answered is remembered: scan again with --online, and it goes on from there. A mirror is named in ALLMEND_REGISTRIES.",
  };
}
