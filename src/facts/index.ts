export * from "./registry/index.ts";
export type * from "./inventory/types.ts";
export * from "./licenses/index.ts";
export * from "./lockfiles/types.ts";
export type * from "./subjects.ts";
export type * from "./tree.ts";
