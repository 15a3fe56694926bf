// What the GNU licences tell others to write ("How to Apply These Terms to Your New Programs") is no notice of the file that holds the licence.

const invitation = /how to (?:apply these terms|use this licen[cs]e for)/i;
/** How far behind the invitation the example stands, in characters. */
const reach = 2500;

interface Found {
  readonly kind: string;
  readonly from: number;
}

/** Whether a notice stands in the appendix of a licence text before it, as where somebody put words in between, or filled the example in. */
export function isExample({ from }: Pick<Found, "from">, texts: readonly Found[], text: string): boolean {
  const first = texts.find(({ kind }) => kind === "text");
  return first !== undefined && first.from < from && invitation.test(text.slice(Math.max(first.from, from - reach), from));
}
