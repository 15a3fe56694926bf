// What a line of records may be: who writes one asks the same as who reads it, so that nothing that is written keeps a program from being read again.
import { isMap } from "../read/remains.ts";
import { recordLine } from "../schema/other.ts";

export const longestLine = 1024 * 1024;
const deepest = 40;

/** Whether a value is nested within bounds and holds no key that means something to the language. */
export function isHarmless(value: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isHarmless(item, depth + 1));
  if (!isMap(value)) return true;
  return !Object.hasOwn(value, "__proto__") && Object.values(value).every((item) => isHarmless(item, depth + 1));
}

export const harm = `is nested more than ${deepest} deep, or uses the key "__proto__"`;

/** Why a line would not be read again; undefined where it would. */
export function lineFault(line: string): string | undefined {
  if (line.length > longestLine) return `it is longer than ${longestLine} characters`;
  const value: unknown = JSON.parse(line);
  if (!isHarmless(value)) return `it ${harm}`;
  const checked = recordLine.safeParse(value);
  const [issue] = checked.error?.issues ?? [];
  return issue && `${issue.path.join(".")} ${issue.message}`.trim();
}
