export * from "./errors.ts";
export * from "./hash.ts";
export * from "./order.ts";
export * from "./problems.ts";
export * from "./purl.ts";
export * from "./spdx/index.ts";
export * from "./versions/index.ts";
export * from "./vocabulary.ts";
