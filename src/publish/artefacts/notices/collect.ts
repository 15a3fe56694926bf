// Notices of a product: every text once with the packages that it is for, every package accounted for, what is not known in a list of its own.
import type { LegalFile } from "#facts";
import { compareText, parseExpression } from "#kit";
import { deliveredUses, takenLicenses } from "#scan";
import type { ArtefactInput } from "../input.ts";
import { type SplitText, splitCopyrights } from "./copyright.ts";
import { textIdentity } from "./identity.ts";

export interface NoticePackage {
  readonly purl: string;
  readonly name: string;
  readonly version: string;
  /** The licence that is judged; absent where nobody knows it. */
  readonly license?: string;
}

export interface TextlessPackage extends NoticePackage {
  /** Licences and exceptions whose text is to be added. */
  readonly missing: readonly string[];
}

/** A package under a text, with what its own file says of whose it is. */
export interface TextPackage extends NoticePackage {
  readonly copyrights: readonly string[];
  /** Whether it brings the text along itself; otherwise it names the licence, and the text is that of the SPDX list. */
  readonly own: boolean;
}

export interface NoticeText {
  /** Stable name of the text: of its words. */
  readonly identity: string;
  /** The licence that is recognised in it; null where none is. */
  readonly license: string | null;
  readonly body: string;
  readonly packages: readonly TextPackage[];
}

export interface Notices {
  readonly packages: number;
  /** Licence texts, the most used first. */
  readonly texts: readonly NoticeText[];
  /** NOTICE files, as they are. */
  readonly notices: readonly NoticeText[];
  /** The licence is named, and of some of it there is no text, neither in the package nor in the SPDX list: somebody has to add it. */
  readonly textless: readonly TextlessPackage[];
  /** Neither a licence nor a text. */
  readonly unknown: readonly NoticePackage[];
}

export function collectNotices(input: ArtefactInput): Notices {
  const packages = packagesOf(input);
  const [texts, notices] = [new TextGroups(splitCopyrights), new TextGroups(asItIs)];
  const textless: TextlessPackage[] = [];
  const unknown: NoticePackage[] = [];
  for (const item of packages) {
    const files = input.files.get(item.purl) ?? [];
    for (const file of files) if (file.kind === "notice" && file.text.trim() !== "") notices.add(item, file.text, false);
    const own = files.filter((file) => file.kind === "license" && splitCopyrights(file.text).body !== "");
    for (const file of own) texts.add(item, file.text, false);
    if (own.length > 0) continue;
    if (item.license === undefined) {
      unknown.push(item);
      continue;
    }
    const missing = addStandard(item, files, texts, input);
    if (missing.length > 0) textless.push({ ...item, missing });
  }
  return {
    packages: packages.length,
    texts: texts.sorted(input.identify),
    notices: notices.sorted(() => null),
    textless,
    unknown,
  };
}

/** Adds the texts that the SPDX list has of the licences that the package is taken under; gives what it has no text of. */
function addStandard(item: NoticePackage, files: readonly LegalFile[], texts: TextGroups, input: ArtefactInput): string[] {
  const ids = takenLicenses(input.result, item.license ?? "", input.product);
  if (ids.length === 0) return [item.license ?? ""];
  // A file that holds nothing but copyright lines still says whose it is.
  const copyrights = files.flatMap((file) => splitCopyrights(file.text).copyrights);
  const missing = new Set<string>();
  for (const id of ids) {
    const parsed = parseExpression(id);
    const [license, exception] = parsed?.kind === "license" ? [parsed.id, parsed.exception] : [id, undefined];
    const text = input.standard.get(license);
    if (text === undefined) missing.add(license);
    else texts.add(item, text, true, copyrights);
    // An exception changes the terms: without its text the licence beside it says too little.
    if (exception !== undefined) missing.add(exception);
  }
  return [...missing];
}

function packagesOf({ result, product }: ArtefactInput): NoticePackage[] {
  const indexes = new Set(deliveredUses(result, product).map((use) => use.component));
  return [...indexes]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const component = result.components[index];
      if (!component) return [];
      const { purl, name, version, license } = component;
      return [{ purl, name, version, ...(license === undefined || license === "NOASSERTION" ? {} : { license }) }];
    });
}

interface Group {
  body: string;
  /** The body is that of the SPDX list. */
  standard: boolean;
  readonly packages: Map<string, { readonly item: NoticePackage; readonly copyrights: Set<string>; readonly own: boolean }>;
}

/** NOTICE files are passed on as they are. */
function asItIs(text: string): SplitText {
  return { copyrights: [], body: text.replaceAll(/\r\n?/g, "\n").trim() };
}

class TextGroups {
  readonly #split: (text: string) => SplitText;
  readonly #groups = new Map<string, Group>();

  constructor(split: (text: string) => SplitText) {
    this.#split = split;
  }

  add(item: NoticePackage, text: string, standard: boolean, copyrights?: readonly string[]): void {
    const split = this.#split(text);
    const key = textIdentity(split.body);
    // The text of the list is nobody's notice: all of it is the licence.
    const body = standard ? asItIs(text).body : split.body;
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = { body, standard, packages: new Map() }));
    // What a package wrote goes before the list's version of it.
    if (group.standard && !standard) [group.body, group.standard] = [body, false];
    const known = group.packages.get(item.purl) ?? { item, copyrights: new Set<string>(), own: !standard };
    group.packages.set(item.purl, known);
    for (const line of copyrights ?? (standard ? [] : split.copyrights)) known.copyrights.add(line);
  }

  sorted(identify: (text: string) => string | null): NoticeText[] {
    const texts = [...this.#groups].map(([identity, { body, packages }]): NoticeText => {
      const listed = [...packages.values()].map(
        ({ item, copyrights, own }): TextPackage => ({ ...item, copyrights: [...copyrights], own }),
      );
      return { identity, license: identify(body), body, packages: listed };
    });
    return texts.sort((a, b) => b.packages.length - a.packages.length || compareText(a.identity, b.identity));
  }
}
