// Texts and addresses as they may be written into a document.
/** A text as JSON. Half characters, which some parsers refuse, become U+FFFD. */
export function quote(text: string): string {
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}

/** A web address without user and password; undefined for anything else. */
export function publicAddress(address: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === "file:") return undefined;
  url.username = "";
  url.password = "";
  return url.href;
}
