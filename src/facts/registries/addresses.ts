// Where registries are: the public ones, or those of a company's mirror, from one setting of whoever runs Allmend.
import { AllmendError } from "#kit";
import { registryProtocols } from "./protocols/index.ts";

export interface RegistryAddress {
  /** purl type. */
  readonly type: string;
  /** Without credentials. */
  readonly base: string;
  /** `Authorization` header made of credentials in the address. */
  readonly authorization?: string;
  /** Not the public one: named by the setting. */
  readonly configured: boolean;
}

/**
 * The registries of a setting: `TYPE=ADDRESS`, several with commas between; a type that it does not name has the public one, `TYPE=none` has none.
 * Credentials may stand in an address (`https://user:password@host/path`). Throws `bad-registries` (blame `input`).
 */
export function registryAddresses(setting: string | undefined): RegistryAddress[] {
  const named = new Map<string, string>();
  for (const part of (setting ?? "").split(",").map((text) => text.trim())) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const type = part.slice(0, Math.max(0, equals)).trim();
    if (!registryProtocols.some((protocol) => protocol.type === type)) throw badSetting(type === "" ? "an entry" : type);
    named.set(type, part.slice(equals + 1).trim());
  }
  return registryProtocols.flatMap(({ type, address }) => {
    const given = named.get(type);
    if (given === "none") return [];
    return [given === undefined ? { type, base: address, configured: false } : addressOf(type, given)];
  });
}

function addressOf(type: string, text: string): RegistryAddress {
  if (!URL.canParse(text)) throw badSetting(type);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw badSetting(type);
  const user = decodeURIComponent(url.username);
  const secret = decodeURIComponent(url.password);
  url.username = "";
  url.password = "";
  const header = user === "" && secret === "" ? {} : { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}` };
  return { type, base: url.href, ...header, configured: true };
}

/** The text itself may hold a password: it is not repeated. */
function badSetting(what: string): AllmendError {
  const types = registryProtocols.map((protocol) => protocol.type).join(", ");
  return new AllmendError("bad-registries", "input", `${what} of ALLMEND_REGISTRIES names no registry and its address`, {
    hint: `Write TYPE=https://…, with one of these types: ${types}.`,
  });
}
