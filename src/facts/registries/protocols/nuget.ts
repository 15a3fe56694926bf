// NuGet v3: the service index names where registrations lie; pages of versions, in the document or one request each. https://learn.microsoft.com/nuget/api/
import { asArray, asObject, asText, field, textField } from "../../lockfiles/shared/data.ts";
import { type RegistryClient, RegistryError } from "../client.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

/** Pages of one package that are read; each holds 64 versions. */
const MOST_PAGES = 64;

export const nuget: RegistryProtocol = {
  type: "nuget",
  address: "https://api.nuget.org/v3/index.json",
  perSecond: 20,
  tells: { deprecated: true, withdrawn: true },
  ask: async ({ name }, _versions, client) => {
    const base = await registrations(client);
    const document = await client.json(`${base}${encodeURIComponent(name.toLowerCase())}/index.json`);
    if (document === undefined) return undefined;
    const versions: Record<string, RegistryVersion> = {};
    let repository: { readonly repository?: string } = {};
    for (const page of (asArray(field(document, "items")) ?? []).slice(0, MOST_PAGES)) {
      for (const leaf of await leavesOf(page, client)) {
        const entry = field(leaf, "catalogEntry");
        const version = textField(entry, "version")?.replace(/\+.*/, "");
        if (version === undefined) continue;
        versions[version] = versionOf({
          published: textField(entry, "published"),
          license: textField(entry, "licenseExpression") || publicAddress(textField(entry, "licenseUrl")),
          deprecated: asObject(field(entry, "deprecation")) !== undefined,
          withdrawn: field(entry, "listed") === false,
        });
        repository = { ...repository, ...sourceAddress(textField(entry, "projectUrl")) };
      }
    }
    return { versions, ...repository };
  },
};

const bases = new WeakMap<RegistryClient, Promise<string>>();

/** Where registrations lie: with packages of SemVer 2 where the service has such an index. Asked once for each registry. */
function registrations(client: RegistryClient): Promise<string> {
  const known = bases.get(client) ?? client.json("").then(registrationsIn);
  bases.set(client, known);
  return known;
}

function registrationsIn(index: unknown): string {
  const resources = asArray(field(index, "resources")) ?? [];
  const named = (type: string) => resources.find((resource) => textField(resource, "@type") === type);
  const found = named("RegistrationsBaseUrl/3.6.0") ?? named("RegistrationsBaseUrl/3.4.0") ?? named("RegistrationsBaseUrl");
  const address = textField(found, "@id");
  if (address === undefined) throw new RegistryError("its index names no registrations");
  return address.endsWith("/") ? address : `${address}/`;
}

async function leavesOf(page: unknown, client: RegistryClient): Promise<readonly unknown[]> {
  const inline = asArray(field(page, "items"));
  if (inline) return inline;
  const address = asText(field(page, "@id"));
  return address === undefined ? [] : (asArray(field(await client.json(address), "items")) ?? []);
}

/** The address that stands in for a file says nothing of its own. */
function publicAddress(url: string | undefined): string | undefined {
  return url === undefined || /aka\.ms\/deprecateLicenseUrl|nuget\.org\/packages\//i.test(url) ? undefined : url;
}
