// What the GNU licences tell others to write ("How to Apply These Terms to Your New Programs") is no notice of the file that holds the licence.

const invitation = /how to (?:apply these terms|use this licen[cs]e for)/gi;
/** How far behind the invitation the example stands, in characters. */
const reach = 2500;

/** Stretches of examples behind a licence text that begins at `firstText`; undefined is a file without such a text, whose notices are its own. */
export function appendicesIn(text: string, firstText: number | undefined): readonly number[] {
  return firstText === undefined ? [] : Array.from(text.matchAll(invitation), ({ index }) => index).filter((at) => at > firstText);
}

/** Whether what begins at `from` is such an example, as where somebody put words in between, or filled the example in. */
export function isExample(appendices: readonly number[], from: number): boolean {
  return appendices.some((at) => from > at && from - at < reach);
}
