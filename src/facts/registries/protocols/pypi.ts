// PyPI's JSON: one document with the dates of all versions, one a version with its metadata. https://docs.pypi.org/api/json/
import { asArray, asText, entriesOf, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { licenseOfMetadata } from "../../packages/pypi/metadata.ts";
import type { RegistryClient } from "../client.ts";
import type { RegistryPackage, RegistryProtocol, RegistryVersion } from "../types.ts";
import { sourceAddress, versionOf } from "./shared.ts";

export const pypi: RegistryProtocol = {
  type: "pypi",
  address: "https://pypi.org/",
  perSecond: 15,
  tells: { deprecated: true, withdrawn: true },
  ask: async ({ name }, wanted, client) => {
    const path = `pypi/${encodeURIComponent(name)}`;
    const document = await client.json(`${path}/json`);
    if (document === undefined) return undefined;
    const info = objectField(document, "info");
    const latest = textField(info, "version");
    const inactive = classifiersOf(info).some((classifier) => classifier.startsWith("Development Status :: 7"));
    const versions: Record<string, RegistryVersion> = {};
    for (const [version, files] of entriesOf(field(document, "releases"))) {
      const list = asArray(files) ?? [];
      const yanked = list.length > 0 && list.every((file) => field(file, "yanked") === true);
      versions[version] = versionOf({ published: textField(list[0], "upload_time_iso_8601"), deprecated: inactive, withdrawn: yanked });
    }
    if (latest !== undefined) versions[latest] = { ...versions[latest], ...withLicense(info) };
    for (const version of wanted) {
      if (version === latest) continue;
      const license = await licenseOfVersion(`${path}/${encodeURIComponent(version)}/json`, client);
      if (license.license !== undefined) versions[version] = { ...versions[version], ...license };
    }
    const urls = entriesOf(field(info, "project_urls")).filter(([title]) => /source|repository|code|github/i.test(title));
    return { versions, ...(latest === undefined ? {} : { latest }), ...sourceAddress(asText(urls[0]?.[1])) } satisfies RegistryPackage;
  },
};

async function licenseOfVersion(path: string, client: RegistryClient): Promise<{ readonly license?: string }> {
  return withLicense(objectField(await client.json(path), "info"));
}

function withLicense(info: unknown): { readonly license?: string } {
  const one = (name: string) => [textField(info, name) ?? ""].filter((text) => text !== "");
  const license = licenseOfMetadata(
    new Map([
      ["license-expression", one("license_expression")],
      ["license", one("license")],
      ["classifier", classifiersOf(info)],
    ]),
  );
  return license === undefined ? {} : { license };
}

function classifiersOf(info: unknown): string[] {
  return (asArray(field(info, "classifiers")) ?? []).flatMap((classifier) => asText(classifier) ?? []);
}
