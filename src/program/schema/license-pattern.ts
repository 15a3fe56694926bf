// Patterns over licence ids, such as LGPL-*: as documents name families of licences, and as rules and categories ask for them.

/** Whether a licence id fits a pattern in which `*` stands for anything; case does not matter. Linear: no regular expression is built. */
export function matchesLicensePattern(pattern: string, license: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const text = license.toLowerCase();
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
