// Host names that only resolve inside an organisation: what needs them does not run elsewhere (Baloise: BAL-REL-16). A signal, from configuration only.
import type { Evidence } from "../../subjects.ts";
import type { TreeFile } from "../../tree.ts";
import { extensionOf } from "../shared/binary.ts";
import { isAside } from "../shared/vendored.ts";
import type { Check } from "../types.ts";

const MAX_FILES = 300;
const MAX_BYTES = 256 * 1024;
const MAX_HOSTS = 50;
const MAX_DEPTH = 6;

const CONFIGURATION: ReadonlySet<string> = new Set(
  "yml yaml toml xml properties ini cfg conf env gradle kts npmrc tf hcl dockerfile".split(" "),
);
const NAMES =
  /(?:^|\/)(?:dockerfile|containerfile|jenkinsfile|makefile|gemfile|package\.json|\.npmrc|\.yarnrc|\.env[^/]{0,30}|pip\.conf|nuget\.config|readme\.md)$/i;
const LOCKFILE = /(?:^|\/)(?:pnpm-lock\.yaml|[^/]*\.lock|[^/]*lock\.(?:ya?ml|toml))$/i;
const TOP_LEVEL = "local|internal|intern|intranet|intra|corp|lan|localdomain|private|home\\.arpa";
// Names of these kinds that everybody has: Kubernetes, Docker, multicast names of one's own machine.
const EVERYWHERE =
  /(?:^|\.)(?:svc|cluster|docker|localhost|example|test|my|your|foo|bar|host)\.(?:local|internal)$|^(?:settings|application|config|docker-compose|values|my|your|env|git|mvnw|build|\.env)\.(?:local|internal|private)$|\.svc\.cluster\.local$|amazonaws|compute\.internal$|metadata\.google\.internal$/i;

export const internalHosts: Check = {
  id: "internal-hosts",
  facts: ["internalHosts"],
  async collect(files, answers, options) {
    const wanted = hostPattern(options.domains ?? []);
    const candidates = files.tree.files.filter(isConfiguration).slice(0, MAX_FILES);
    const hosts = new Map<string, Evidence>();
    const texts = await Promise.all(candidates.map((file) => files.text(file, MAX_BYTES)));
    candidates.forEach(({ path }, at) => {
      for (const { host, line } of hostsIn(texts[at] ?? "", wanted)) {
        if (!hosts.has(host) && hosts.size < MAX_HOSTS) hosts.set(host, { path, line });
      }
    });
    const names = [...hosts.keys()].sort();
    answers.set("internalHosts", names, ...names.map((name) => hosts.get(name)));
  },
};

function isConfiguration(file: TreeFile): boolean {
  if (file.kind !== "file" || (file.size ?? 0) > MAX_BYTES) return false;
  if (!CONFIGURATION.has(extensionOf(file.path)) && !NAMES.test(file.path)) return false;
  if (LOCKFILE.test(file.path) || isAside(file.path)) return false;
  return file.path.split("/", MAX_DEPTH + 1).length <= MAX_DEPTH;
}

/** Names under these domains but for the domain itself and `www`, and names under top levels that no public registry serves. */
function hostPattern(domains: readonly string[]): RegExp {
  const own = domains.map((domain) => domain.toLowerCase().replace(/[^a-z\d.-]/g, "")).filter((domain) => domain.includes("."));
  const ends = [TOP_LEVEL, ...own.map((domain) => domain.replaceAll(".", "\\."))].join("|");
  // The scheme, or a colon and a port behind, tells a host from a file name or a property.
  return new RegExp(`(?:://(?:[^\\s/@"']{1,100}@)?)((?:[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?\\.){1,6}(?:${ends}))(?![\\w.-])`, "gi");
}

function* hostsIn(text: string, pattern: RegExp): Generator<{ host: string; line: number }> {
  let number = 0;
  for (const raw of text.split("\n")) {
    number += 1;
    const line = raw.slice(0, 2000);
    if (!line.includes("://")) continue;
    for (const match of line.matchAll(pattern)) {
      const host = (match[1] as string).toLowerCase();
      if (!EVERYWHERE.test(host) && !host.startsWith("www.")) yield { host, line: number };
    }
  }
}
