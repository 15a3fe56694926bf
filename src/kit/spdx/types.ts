// The shape of a licence expression. Compounds are flat: no `and` directly inside an `and`, no `or` directly inside an `or`.

/** One thing that can be judged alone: a licence, with its exception if it has one. */
export interface LicenseAtom {
  readonly kind: "license";
  /** Canonical SPDX id (never a deprecated one that has a successor), `LicenseRef-…`, `DocumentRef-…:LicenseRef-…`, `NONE` or `NOASSERTION`. */
  readonly id: string;
  /** "This version or any later one" for ids that have no `-or-later` form of their own (`Apache-2.0+`). */
  readonly orLater?: true;
  /** Canonical SPDX exception id, or `AdditionRef-…`. */
  readonly exception?: string;
}

/** `and`: all of them apply. `or`: the recipient chooses one. Always two parts or more. */
export interface LicenseCompound {
  readonly kind: "and" | "or";
  readonly parts: readonly Expression[];
}

export type Expression = LicenseAtom | LicenseCompound;

/** Why a text is no licence expression. */
export interface ExpressionError {
  /** 0-based, in UTF-16 code units of the text as given. */
  readonly offset: number;
  readonly message: string;
  /** The nearest known id, where one is near. */
  readonly suggestion?: string;
}

export type ExpressionResult =
  | { readonly expression: Expression; readonly error?: undefined }
  | { readonly error: ExpressionError; readonly expression?: undefined };
