// An expression's text cut into words and brackets, by hand: one pass, no regular expression, so that hostile text costs linear time.

export type TokenKind = "(" | ")" | "and" | "or" | "with" | "word" | "end";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function isWordPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || // 0-9
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d || // -
    code === 0x2e || // .
    code === 0x2b || // +
    code === 0x3a || // :
    code === 0x5f // _ is in no id, but people write it in references
  );
}

function kindOfWord(text: string): TokenKind {
  if (text.length > 4) return "word";
  const lower = text.toLowerCase();
  return lower === "and" || lower === "or" || lower === "with" ? lower : "word";
}

/** The tokens, the last of kind `end`; or the offset of the first character that no expression may hold. */
export function tokenize(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at++;
    else if (code === 0x28 || code === 0x29) {
      const bracket = code === 0x28 ? "(" : ")";
      tokens.push({ kind: bracket, text: bracket, offset: at++ });
    } else if (isWordPart(code)) {
      const start = at;
      while (at < text.length && isWordPart(text.charCodeAt(at))) at++;
      const word = text.slice(start, at);
      tokens.push({ kind: kindOfWord(word), text: word, offset: start });
    } else return at;
  }
  tokens.push({ kind: "end", text: "", offset: text.length });
  return tokens;
}
