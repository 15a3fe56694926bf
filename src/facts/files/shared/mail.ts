// Mail addresses in a text, found from their @ outwards: a pattern that starts at every letter takes quadratic time on hostile text.

const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

export interface Mail {
  readonly address: string;
  readonly index: number;
}

/** Addresses in order, `[at]` and `(at)` spelled out included; at most `limit`. */
export function mailsIn(text: string, limit = 100): Mail[] {
  const mails: Mail[] = [];
  const separator = /@|\s?[[(](?:at|AT|ät)[\])]\s?/g;
  for (let match = separator.exec(text); match && mails.length < limit; match = separator.exec(text)) {
    const before = text.slice(Math.max(0, match.index - MAX_LOCAL), match.index);
    const after = text.slice(separator.lastIndex, separator.lastIndex + MAX_DOMAIN);
    const local = tail(before);
    const domain = /^[A-Za-z\d](?:[A-Za-z\d-]{0,62}\.)?[A-Za-z\d.-]{0,180}/.exec(after)?.[0] ?? "";
    const host = domain.replace(/[.-]+$/, "");
    if (local !== "" && /\.[A-Za-z]{2,24}$/.test(host)) mails.push({ address: `${local}@${host}`, index: match.index - local.length });
  }
  return mails;
}

function tail(text: string): string {
  let start = text.length;
  while (start > 0 && /[\w.%+-]/.test(text[start - 1] as string)) start -= 1;
  return text.slice(start).replace(/^[.]+/, "");
}
