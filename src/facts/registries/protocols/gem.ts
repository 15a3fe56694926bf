// RubyGems: a list of versions, and a document of the gem for its source. https://guides.rubygems.org/rubygems-org-api/
import { asArray, asText, field, textField } from "../../lockfiles/shared/data.ts";
import { joinNames } from "../../packages/shared/join.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

export const gem: RegistryProtocol = {
  type: "gem",
  address: "https://rubygems.org/",
  perSecond: 8,
  tells: { deprecated: false, withdrawn: false },
  ask: async ({ name }, _versions, client) => {
    const list = asArray(await client.json(`api/v1/versions/${encodeURIComponent(name)}.json`));
    if (list === undefined) return undefined;
    const versions: Record<string, RegistryVersion> = {};
    for (const entry of list) {
      const number = textField(entry, "number");
      if (number === undefined || Object.hasOwn(versions, number)) continue;
      const licenses = (asArray(field(entry, "licenses")) ?? []).map(asText);
      versions[number] = versionOf({ published: textField(entry, "created_at"), license: joinNames(licenses, "OR") });
    }
    const newest = list.find((entry) => field(entry, "prerelease") !== true);
    const latest = textField(newest, "number");
    const about = field(newest, "metadata");
    const source = textField(about, "source_code_uri") ?? textField(about, "homepage_uri");
    return { versions, ...(latest === undefined ? {} : { latest }), ...sourceAddress(source) };
  },
};
