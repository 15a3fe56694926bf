// Python versions after PEP 440.
import { compare, valid } from "@renovatebot/pep440";
import { versionScheme } from "./scheme.ts";

export const pep440 = versionScheme<string>((version) => valid(version) ?? undefined, compare);
