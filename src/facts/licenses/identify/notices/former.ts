// "Relicensed (MIT → ISC)", "changed the license from GPL to MIT": the first of the two holds no longer.

/** A change of licence is spoken of, shortly before the name and in the same sentence. */
const change =
  /\b(?:re-?licen[cs]\w{0,4}|licen[cs]es?\b[^.\n]{0,20}?\b(?:chang|switch|mov)\w{0,4}|(?:chang|switch|mov)\w{0,4}\b[^.\n]{0,20}?\blicen[cs]\w{0,4})\b[^.\n]{0,30}$/i;
/** An arrow stands behind the name, with its link and a bracket perhaps between them; in one character a byte → is three. */
const arrow = /^(?:\]\([^\s()]{1,200}\)|[\])"'`*_ \t]|licen[cs]e){0,6}[ \t]{0,3}(?:\u00e2\u0086\u0092|-{1,2}>|=>)/i;
const fromBefore = /\bfrom (?:the )?[["'`*_(]{0,3}$/i;
const toBehind = /^(?:\]\([^\s()]{1,200}\)|[\])"'`*_]|[ \t]licen[cs]e){0,6}[ \t]to\b/i;
/** How far before the name the change is looked for, in characters. */
const reach = 80;

/** Whether the name between two offsets is that of the licence which was given up. */
export function isFormer(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const behind = text.slice(to, to + 250);
  const before = text.slice(Math.max(0, from - reach), from);
  return (arrow.test(behind) || (toBehind.test(behind) && fromBefore.test(before))) && change.test(before);
}
