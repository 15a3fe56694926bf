// publiccode.yml: what a repository says of itself to the public.
import type { Distribution } from "../model.ts";
import { ProblemList } from "../read/problems.ts";
import { isMap } from "../read/remains.ts";
import { readYaml } from "../read/yaml.ts";
import type { DeliverableKind, FoundRepository } from "./found.ts";

export interface PublicCode {
  readonly name?: string;
  /** The organisation that publishes it. */
  readonly organization?: string;
  readonly kind?: DeliverableKind;
  readonly distribution?: Distribution;
}

const types: Readonly<Record<string, { readonly kind: DeliverableKind; readonly distribution: Distribution }>> = {
  "standalone/web": { kind: "web", distribution: "source" },
  "standalone/backend": { kind: "service", distribution: "source" },
  "standalone/mobile": { kind: "app", distribution: "distributed" },
  "standalone/desktop": { kind: "desktop", distribution: "distributed" },
  "standalone/iot": { kind: "firmware", distribution: "embedded" },
  "standalone/other": { kind: "code", distribution: "source" },
  addon: { kind: "library", distribution: "distributed" },
  library: { kind: "library", distribution: "distributed" },
  configurationFiles: { kind: "infrastructure", distribution: "source" },
};

export async function readPubliccode(repository: FoundRepository): Promise<PublicCode | undefined> {
  const path = repository.files.find((candidate) => /^publiccode\.ya?ml$/.test(candidate));
  const text = path === undefined ? undefined : await repository.text(path);
  if (path === undefined || text === undefined) return undefined;
  const { value } = readYaml({ file: path, text, place: (line, column) => ({ line, column }) }, new ProblemList());
  if (!isMap(value)) return undefined;
  const legal = isMap(value["legal"]) ? value["legal"] : {};
  const body = isMap(value["organisation"]) ? value["organisation"] : isMap(value["organization"]) ? value["organization"] : {};
  const organization = [body["name"], legal["repoOwner"], legal["mainCopyrightOwner"]].find(
    (name) => typeof name === "string" && name !== "",
  );
  const type = typeof value["softwareType"] === "string" ? value["softwareType"] : "";
  return {
    ...(typeof value["name"] === "string" ? { name: value["name"] } : {}),
    ...(typeof organization === "string" ? { organization } : {}),
    ...(Object.hasOwn(types, type) ? types[type] : {}),
  };
}
