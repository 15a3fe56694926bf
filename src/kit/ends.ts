// Ends of texts. A pattern such as /\/+$/ or /#.*$/ starts anew at every slash and every #: on hostile text that takes the square of its length.

/** The text without these characters at its end: `("a//", "/")` gives `a`. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

/** What stands before the first of these characters, or the whole text: `("a?b#c", "?#")` gives `a`. */
export function upTo(text: string, characters: string): string {
  let end = text.length;
  for (const character of characters) {
    const at = text.indexOf(character);
    if (at >= 0 && at < end) end = at;
  }
  return text.slice(0, end);
}
