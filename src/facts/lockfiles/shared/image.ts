// References to container images: `registry/namespace/name:tag@digest`
// (https://github.com/distribution/reference, purl: https://github.com/package-url/purl-spec/blob/main/types-doc/docker-definition.md).
import type { LockedPackage } from "../types.ts";

/** What identifies an image in the inventory. */
export type ImageIdentity = Pick<LockedPackage, "type" | "namespace" | "name" | "version" | "range" | "qualifiers" | "integrity">;

const DEFAULT_REGISTRIES = new Set(["docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"]);
const SEGMENT = /^[\w][\w.-]*$/;

/** Reads a reference; undefined for what is none. Only a digest pins: a tag moves, and no tag means `latest`. */
export function imageOf(reference: string): ImageIdentity | undefined {
  if (reference.length > 1_024) return undefined;
  const [named = "", digest] = reference.split("@");
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const path = (colon < 0 ? named : named.slice(0, colon)).split("/");
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const registry = path.length > 1 && isRegistry(path[0] ?? "") ? path.shift() : undefined;
  if (path.length === 0 || !path.every((segment) => SEGMENT.test(segment)) || tag === "" || digest === "") return undefined;
  const isUsual = registry === undefined || DEFAULT_REGISTRIES.has(registry.toLowerCase());
  if (isUsual && path.length === 2 && path[0] === "library") path.shift();
  const name = path.pop() as string;
  return {
    type: "docker",
    ...(path.length > 0 ? { namespace: path.join("/") } : {}),
    name,
    version: tag ?? digest ?? "",
    ...(digest === undefined ? { range: tag ?? "latest" } : { integrity: digest }),
    ...(isUsual ? {} : { qualifiers: { repository_url: registry } }),
  };
}

function isRegistry(segment: string): boolean {
  return segment.includes(".") || segment.includes(":") || segment === "localhost";
}

/** Whether a file describes the machine that developers work in, not what is run for users. */
export function isForDevelopers(path: string): boolean {
  return /(?:^|\/)\.(?:devcontainer|github|gitpod|ci|circleci)\//.test(path);
}
