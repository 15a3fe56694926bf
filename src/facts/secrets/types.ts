// What a rule of secrets is, and what is told of one that was found.

export interface SecretRule {
  /** kebab-case. */
  readonly id: string;
  /** Plain English: what it opens. */
  readonly title: string;
  /** One of these, whatever its case, stands in every match: at least four ASCII characters. The pattern begins where the keyword does, less `before`. */
  readonly keywords: readonly string[];
  /**
   * Tried where a keyword stands (sticky), `before` characters earlier at most. Group 1, or the whole, is the secret. Only bounded repetition: the text is a window of a
   * few hundred characters.
   */
  readonly pattern: RegExp;
  readonly before?: number;
  /** How many characters from the keyword on the pattern looks at; default 500. What is often called for should ask for little. */
  readonly reach?: number;
  /** Shannon entropy of the secret in bits a character, at least. */
  readonly entropy?: number;
  /** How many of its first characters are public (the prefix of the token); 0 where it has none. */
  readonly prefix: number;
  /** Likely, not sure: an assignment to something that is called a password. */
  readonly generic?: boolean;
}

/** A secret without the secret. */
export interface SecretMatch {
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
  /** `secret:` and twelve hexadecimal digits of a hash over rule and secret: the same secret has the same one everywhere. */
  readonly fingerprint: string;
  /** The public prefix, an ellipsis and the length. */
  readonly shown: string;
}

/** One secret in one file. */
export interface SecretFinding extends SecretMatch {
  readonly path: string;
  /** The commit that brought it in; absent for what stands at HEAD. */
  readonly commit?: string;
}
