// The public address of a repository, from the remotes that its configuration names.
import type { ConfigEntry } from "./config-file.ts";

/** `https://host/owner/name` of remote `origin`, or of the only remote; undefined where that is no public address. */
export function originOf(entries: readonly ConfigEntry[]): string | undefined {
  const remotes = new Map<string, string>();
  for (const entry of entries) {
    if (entry.section === "remote" && entry.key === "url" && !remotes.has(entry.subsection)) remotes.set(entry.subsection, entry.value);
  }
  const only = remotes.size === 1 ? [...remotes.values()][0] : undefined;
  const url = remotes.get("origin") ?? only;
  return url === undefined ? undefined : publicAddress(url);
}

const MAX_LENGTH = 2048;
const SCHEMES: Readonly<Record<string, string>> = {
  "http:": "http:",
  "https:": "https:",
  "ssh:": "https:",
  "git:": "https:",
  "git+ssh:": "https:",
  "git+https:": "https:",
};

/** Without user, password, query and `.git`; ssh forms become https. Paths on this machine and transport helpers give undefined. */
export function publicAddress(raw: string): string | undefined {
  const url = raw.trim();
  if (url === "" || url.length > MAX_LENGTH || /[\s\p{Cc}\\]/u.test(url)) return undefined;
  return /^[a-z][-+.a-z\d]*:\/\//i.test(url) ? fromUrl(url) : fromScp(url);
}

function fromUrl(text: string): string | undefined {
  // Only http and https hosts are normalised by the URL parser: the others are parsed as https.
  const colon = text.indexOf(":");
  const scheme = text.slice(0, colon + 1).toLowerCase();
  const target = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  if (target === undefined) return undefined;
  let url: URL;
  try {
    url = new URL(`${target}${text.slice(colon + 1)}`);
  } catch {
    return undefined;
  }
  const port = scheme.startsWith("http") && url.port !== "" ? `:${url.port}` : "";
  return address(`${target}//${url.hostname}${port}`, url.hostname, url.pathname);
}

/** `git@host:owner/name.git`. One letter before the colon is a drive. */
function fromScp(text: string): string | undefined {
  const parts = /^(?:[^@/:]+@)?([^@/:]{2,}):([^:].*)$/.exec(text);
  if (!parts) return undefined;
  const host = (parts[1] as string).toLowerCase();
  return /^[-.a-z\d]+$/.test(host) ? address(`https://${host}`, host, `/${(parts[2] as string).replace(/^\/+/, "")}`) : undefined;
}

function address(base: string, host: string, path: string): string | undefined {
  if (host === "" || host === "localhost" || host.startsWith("127.")) return undefined;
  const clean = path.replace(/\/+$/, "").replace(/\.git$/, "");
  return clean === "" ? undefined : base + clean;
}
