// The npm registry: one document holds every version of a package. https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
import { asArray, asText, entriesOf, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { declaredLicense } from "../../lockfiles/shared/npm-license.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

export const npm: RegistryProtocol = {
  type: "npm",
  address: "https://registry.npmjs.org/",
  perSecond: 40,
  tells: { deprecated: true, withdrawn: false },
  ask: async ({ namespace, name }, _versions, client) => {
    const path = namespace ? `${encodeURIComponent(namespace)}%2F${encodeURIComponent(name)}` : encodeURIComponent(name);
    const document = await client.json(path.replace(/^%40/, "@"));
    if (document === undefined) return undefined;
    const times = objectField(document, "time");
    const versions = entriesOf(field(document, "versions")).map(([version, entry]): [string, RegistryVersion] => [
      version,
      versionOf({
        published: textField(times, version),
        license: declaredLicense(entry),
        deprecated: isDeprecated(field(entry, "deprecated")),
      }),
    ]);
    return {
      versions: Object.fromEntries(versions),
      ...sourceAddress(textField(field(document, "repository"), "url") ?? asText(field(document, "repository"))),
      ...latestOf(textField(objectField(document, "dist-tags"), "latest")),
      ...maintainersOf(asArray(field(document, "maintainers"))?.length),
    };
  },
};

/** A sentence, or true; an empty one takes the mark back. */
function isDeprecated(mark: unknown): boolean {
  return mark === true || (typeof mark === "string" && mark.trim() !== "");
}

function latestOf(latest: string | undefined): { readonly latest?: string } {
  return latest === undefined ? {} : { latest };
}

function maintainersOf(maintainers: number | undefined): { readonly maintainers?: number } {
  return maintainers === undefined ? {} : { maintainers };
}
