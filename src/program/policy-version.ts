import { sha256 } from "#kit";
import type { Policy } from "./model.ts";

/** A name for what a policy says, its rules among it: another text, another version, whatever date it carries. 16 hexadecimal digits. */
export function policyVersion({ prose }: Pick<Policy, "prose">): string {
  return sha256(Object.values(prose).join("\n")).slice(0, 16);
}
