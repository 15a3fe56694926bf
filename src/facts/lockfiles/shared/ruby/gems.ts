// Ranges of gems as Ruby files write them.
import type { LockedPackage } from "../../types.ts";

/** Version or range of requirements: `= 1.2` alone pins, nothing and `>= 0` say nothing. */
export function gemPin(requirements: readonly string[]): Pick<LockedPackage, "version" | "range"> {
  const said = requirements.map((text) => text.trim()).filter((text) => text !== "" && text !== ">= 0");
  if (said.length === 0) return { version: "" };
  const exact = said.length === 1 ? /^=?\s*(\d[\w.]*)$/.exec(said[0]?.slice(0, 100) ?? "")?.[1] : undefined;
  return exact === undefined ? { version: "", range: said.join(", ") } : { version: exact };
}

export const usualGemRemotes = ["rubygems.org", "www.rubygems.org", "index.rubygems.org"];
