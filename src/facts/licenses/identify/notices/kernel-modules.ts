// What the modules of the Linux kernel, and programs that are loaded into it, say of their licence in a string that the kernel reads.
// Source: Documentation/process/license-rules.rst: the string names a family for the loader's sake; GPL-2.0-only or -or-later, and which BSD, is said by
// the file's own notice. So the answer is vague: it gives way to any notice of the same family.

export interface ModuleNotice {
  readonly expression: string;
  readonly confidence: number;
  readonly from: number;
  readonly to: number;
  readonly vague: true;
}

/** `MODULE_LICENSE("…")` and libbpf's `SEC("license") = "…"`. */
const statement = /\b(?:MODULE_LICENSE[ \t]{0,20}\([ \t\r\n]{0,40}|SEC\("license"\)[ \t]{0,20}=[ \t\r\n]{0,40})"([^"\r\n]{1,60})"/g;
const most = 300;

const meanings = new Map([
  ["GPL", "GPL-2.0-only"],
  ["GPL v2", "GPL-2.0-only"],
  ["GPL and additional rights", "GPL-2.0-only OR MIT"],
  ["Dual BSD/GPL", "GPL-2.0-only OR BSD-3-Clause"],
  ["Dual MIT/GPL", "GPL-2.0-only OR MIT"],
  ["Dual MPL/GPL", "GPL-2.0-only OR MPL-1.1"],
]);

/** The strings between two offsets that the kernel knows; what else stands there ("Proprietary") names no licence. */
export function findModuleLicenses(text: string, from: number, to: number): ModuleNotice[] {
  const part = text.slice(from, to);
  if (!part.includes("MODULE_LICENSE") && !part.includes('SEC("license")')) return [];
  const found: ModuleNotice[] = [];
  for (const match of part.matchAll(statement)) {
    const expression = meanings.get((match[1] ?? "").trim());
    if (expression !== undefined)
      found.push({ expression, confidence: 0.6, from: from + match.index, to: from + match.index + match[0].length, vague: true });
    if (found.length >= most) break;
  }
  return found;
}
