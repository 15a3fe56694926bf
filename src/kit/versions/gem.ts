// Ruby's Gem::Version; CocoaPods orders by the same.
import { eq, gt, valid } from "@renovatebot/ruby-semver";
import { versionScheme } from "./scheme.ts";

export const gem = versionScheme<string>(
  (version) => valid(version.replace(/^v(?=\d)/, "")) ?? undefined,
  (a, b) => (eq(a, b) ? 0 : gt(a, b) ? 1 : -1),
);
