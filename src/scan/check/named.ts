// A component by the name that people write: `left-pad`, `@scope/name@1.2.3`, `log4j-core@2.14.1`.
import { AllmendError, compareText } from "#kit";
import type { ResultComponent } from "../result.ts";
import { withoutVersion } from "../without-version.ts";

export interface AskedName {
  readonly name: string;
  readonly version?: string;
}

/** A scope begins with @ and is no version. */
export function askedName(text: string): AskedName {
  const at = text.lastIndexOf("@");
  if (at <= 0) return { name: text };
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}

/** The package URL that is meant; undefined where none of these is called so. Throws AllmendError `several-components` where several are. */
export function purlNamed(text: string, known: readonly Pick<ResultComponent, "purl" | "name">[]): string | undefined {
  const { name, version } = askedName(text);
  const wanted = name.toLowerCase();
  const whole = known.filter((each) => each.name.toLowerCase() === wanted);
  // `log4j-core` is enough for org.apache.logging.log4j/log4j-core.
  const fitting = whole.length > 0 ? whole : known.filter((each) => each.name.toLowerCase().endsWith(`/${wanted}`));
  const purls = [...new Set(fitting.map(({ purl }) => withoutVersion(purl)))].sort(compareText);
  if (purls.length > 1) {
    throw new AllmendError("several-components", "input", `several components are called "${name}"`, {
      hint: `Say which: ${purls.slice(0, 8).join(", ")}.`,
    });
  }
  const [purl] = purls;
  return purl === undefined || version === undefined ? purl : `${purl}@${version}`;
}
