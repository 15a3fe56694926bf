export * from "./registry/index.ts";
export * from "./values/index.ts";
