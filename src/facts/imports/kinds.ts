// Kinds of the lines that imports write: apart from what their data hold, so that who only asks for a kind loads no checker.

export const importedKinds = [
  "imported-file",
  "vulnerability",
  "vex",
  "exploitation",
  "file-licenses",
  "package-license",
  "foreign-resolution",
  "scorecard",
  "lifecycle",
  "change-requests",
] as const;
export type ImportedKind = (typeof importedKinds)[number];

/** A line as it is written; the program's records have the same form. */
export interface ImportedLine {
  readonly kind: string;
  readonly at: string;
  readonly by?: string | undefined;
  readonly subject?: string | undefined;
  readonly id?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

export function isImportedKind(kind: string): kind is ImportedKind {
  return (importedKinds as readonly string[]).includes(kind);
}
