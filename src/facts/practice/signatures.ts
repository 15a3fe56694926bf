// Which commits carry a signature of a person, and which one of the forge: the two are told apart. Whether a signature holds is not known without keys.
import { authorOf, signatureOf } from "../history/index.ts";
import { eachCommit, type Moment } from "./window.ts";

export function signatures(moment: Moment): void {
  const { history, whole, set } = moment;
  if (!whole) return;
  let [all, personal, platform] = [0, 0, 0];
  eachCommit(moment, 365, (row) => {
    if (authorOf(history, row).bot) return;
    all += 1;
    const signature = signatureOf(history, row);
    if (signature.kind === "none") return;
    if (signature.platform) platform += 1;
    else personal += 1;
  });
  if (all === 0) return;
  set("signedShare", personal / all);
  set("platformSignedShare", platform / all);
}
