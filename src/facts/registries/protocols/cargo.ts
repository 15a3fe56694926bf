// crates.io: one document with every version. https://crates.io/data-access asks for one request a second and a name.
import { asArray, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

export const cargo: RegistryProtocol = {
  type: "cargo",
  address: "https://crates.io/",
  perSecond: 1,
  tells: { deprecated: false, withdrawn: true },
  ask: async ({ name }, _versions, client) => {
    const document = await client.json(`api/v1/crates/${encodeURIComponent(name)}`);
    if (document === undefined) return undefined;
    const crate = objectField(document, "crate");
    const versions = (asArray(field(document, "versions")) ?? []).map((entry): [string, RegistryVersion] => [
      textField(entry, "num") ?? "",
      versionOf({
        published: textField(entry, "created_at"),
        license: textField(entry, "license"),
        withdrawn: field(entry, "yanked") === true,
      }),
    ]);
    const latest = textField(crate, "max_stable_version");
    return {
      versions: Object.fromEntries(versions),
      ...(latest === undefined ? {} : { latest }),
      ...sourceAddress(textField(crate, "repository")),
    };
  },
};
