// The published lists that the table is made of, reduced to what is used of them.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export interface ListedLicense {
  readonly name: string;
  readonly osiApproved: boolean;
}

interface Sources {
  readonly spdx: ReadonlyMap<string, ListedLicense & { readonly text: string }>;
  readonly blueOak: ReadonlyMap<string, string>;
  readonly copyleft: ReadonlySet<string>;
  /** Conditions that choosealicense.com names, by id. */
  readonly chooseALicense: ReadonlyMap<string, readonly string[]>;
  readonly versions: Readonly<Record<string, string>>;
}

export function readSources(): Sources {
  const full = require("spdx-license-list/full") as Record<string, { name: string; osiApproved: boolean; licenseText: string }>;
  const ratings = require("@blueoak/list") as { name: string; licenses: { id?: string }[] }[];
  const conditions = require("@rexxars/choosealicense-list/licenses.json") as Record<string, { conditions?: string[] } | string[]>;
  const packages = [
    "spdx-license-ids",
    "spdx-license-list",
    "spdx-exceptions",
    "@blueoak/list",
    "spdx-copyleft",
    "@rexxars/choosealicense-list",
  ];
  return {
    spdx: new Map(
      Object.entries(full).map(([id, one]) => [
        id,
        { name: one.name.replace(/\s+/g, " "), osiApproved: one.osiApproved, text: one.licenseText },
      ]),
    ),
    blueOak: new Map(ratings.flatMap((rating) => rating.licenses.flatMap(({ id }) => (id ? [[id, rating.name] as const] : [])))),
    copyleft: new Set(require("spdx-copyleft") as string[]),
    chooseALicense: new Map(Object.entries(conditions).map(([id, one]) => [id, Array.isArray(one) ? one : (one.conditions ?? [])])),
    versions: Object.fromEntries(packages.map((name) => [name, (require(`${name}/package.json`) as { version: string }).version])),
  };
}
