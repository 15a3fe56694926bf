// What the answers of several registries have in common.
import type { RegistryVersion } from "../types.ts";

/** A version of what is known; dates become ISO 8601, what says nothing is left out. */
export function versionOf(known: { readonly [K in keyof RegistryVersion]?: RegistryVersion[K] | undefined }): RegistryVersion {
  const published = isoDate(known.published);
  return {
    ...(published === undefined ? {} : { published }),
    ...(known.license ? { license: known.license } : {}),
    ...(known.texts && known.texts.length > 0 ? { texts: known.texts } : {}),
    ...(known.deprecated === true ? { deprecated: true } : {}),
    ...(known.withdrawn === true ? { withdrawn: true } : {}),
  };
}

/** Undefined for what is no date, and for NuGet's 1900, which means "unlisted". */
export function isoDate(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) || time < Date.UTC(1990, 0) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The public address of a repository without credentials; nothing for what is none. */
export function sourceAddress(text: string | undefined): { readonly repository?: string } {
  const plain = text
    ?.trim()
    .replace(/^git\+/, "")
    .replace(/^git:\/\//, "https://")
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, "https://github.com/$1");
  try {
    const url = new URL(plain ?? "");
    if (!/^(?:https?|ssh):$/.test(url.protocol)) return {};
    return { repository: `https://${url.hostname}${url.pathname.replace(/(?:\.git)?\/*$/, "")}` };
  } catch {
    return {};
  }
}
