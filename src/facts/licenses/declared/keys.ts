// Keys under which names and addresses compare equal.

const ignored = new Set(["the", "license", "licenses", "licence", "licences", "licensed", "version", "ver", "v", "vers", "and", "or", "a"]);

/**
 * The words of a name that count, joined by spaces: lower case; no punctuation; no "the", "license", "version"; `v2` is `2`, `2.0` is `2`;
 * `apachev2` and `apache2` are `apache 2`. Empty where nothing is left.
 */
export function nameKey(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\b(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\b/g, " ")
    .replace(/[^a-z0-9.+*]+/g, " ")
    .replace(/(\d)\.0(?![\d.])/g, "$1")
    .replace(/\b([a-z]{2,}?)v?(\d)/g, "$1 $2")
    .replace(/\bv\.?(?=\d)/g, "")
    .replace(/\.(?!\d)|(?<!\d)\./g, " ")
    .replace(/\+/g, " + ")
    .split(" ");
  return words.filter((word) => word !== "" && !ignored.has(word)).join(" ");
}

/** An address without what varies: scheme, `www.`, query, fragment, trailing slash, file ending; undefined where the text is no address. */
export function urlKey(text: string): string | undefined {
  const match = /^<?(?:https?:\/\/(?:https?:\/\/)?|\/\/)?(?:www\.)?([a-z\d.-]+\.[a-z]{2,}(?::\d+)?(?:\/[^\s<>"']*)?)>?$/i.exec(text.trim());
  if (!match?.[1]) return undefined;
  const address = match[1].toLowerCase().replace(/[?#].*$/, "");
  return address
    .replace(/[/.,;]+$/, "")
    .replace(/\.(?:txt|html?|php|md|xml|rst)$/, "")
    .replace(/\/+$/, "");
}
