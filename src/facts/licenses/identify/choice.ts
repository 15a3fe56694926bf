// Whether two licences found one after the other are a choice ("or") or apply together.

const choiceAhead =
  /\b(?:dual|dually|tri|triple|multi)[- ]?(?:ly )?licen[cs]|\bchoice of (?:one|two|either|any|the|licen[cs])|\b(?:either|any|one) of (?:the )?(?:following|these|two|three|licen[cs])|\blicen[cs]ed under (?:either|one) of|\b(?:terms|conditions|provisions) of (?:either|one of|any (?:one )?of)\b|\byou (?:may|can) (?:choose|select|pick)|\bat your (?:option|choice|election)[,:]? (?:either|under|choose)/i;
const choiceBetween = /\balternative(?:ly|s)?\b|\bat your (?:option|choice|discretion)\b|\binstead\b|\band\/or\b/i;
const laterVersion =
  /,?\s*\(?\s*or,?\s*\(?\s*(?:at (?:your|the user.?s) (?:option|choice|discretion)\)?,?\s*)?(?:any|a|all)?\s*(?:later|newer|greater|above|higher)(?:\s+versions?)?/gi;

/** How far before the first licence a sentence may announce the choice. */
const reach = 2500;

/** Whether the text before `from` announces that one of the licences that follow may be chosen. */
export function announcesChoice(text: string, from: number): boolean {
  return choiceAhead.test(text.slice(Math.max(0, from - reach), from));
}

/** Whether the text between two licences offers the second instead of the first. */
export function isChoice(between: string): boolean {
  if (between.length > 2000) return false;
  // Runs of blanks would be tried in every way that they can be divided.
  const rest = between.replace(/\s+/g, " ").replace(laterVersion, " ");
  if (/^[\s"'(]*(?:\/|\||\|\|)[\s"')]*$/.test(rest)) return true;
  const words: readonly string[] = rest.toLowerCase().match(/[a-z]+/g) ?? [];
  return (words.length <= 16 && words.includes("or")) || (words.length <= 170 && choiceBetween.test(rest));
}
