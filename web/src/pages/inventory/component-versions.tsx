// Versions in use on a line from old to new, with the newest there is; each can be looked at.
import { versionLine } from "@allmend/look";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Picture } from "../../parts/picture.tsx";
import { Pick } from "../../parts/pick.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ComponentData } from "./component.tsx";

/** More dots than this are a smear. */
const MOST = 24;

export function ComponentVersions({ component: { versions, version, latest, health } }: { readonly component: ComponentData }) {
  const words = useWords(inventoryWords).component;
  const { say } = useSpeech();
  const address = useAddress();
  const known = versions.some((each) => each.version === latest);
  const shown = versions.slice(-MOST);
  const dots = [
    ...shown.map((each) => ({ version: each.version, uses: each.uses, chosen: each.version === version, latest: each.version === latest })),
    ...(latest === undefined || known ? [] : [{ version: latest, uses: 0, latest: true }]),
  ];
  const spoken = shown.map((each) => say(words.usesOf, { version: each.version, uses: each.uses })).join(", ");
  return (
    <section>
      <h2>{words.versions}</h2>
      <Picture
        svg={versionLine(
          dots,
          say(latest === undefined ? words.versionsUnknown : words.versionsPicture, { versions: spoken, latest: latest ?? "" }),
        )}
      />
      <p className="note">{latest === undefined ? words.latestUnknown : known ? words.onLatest : say(words.behind, { latest })}</p>
      {health?.deprecated === true && <p className="s-review">{words.deprecated}</p>}
      {versions.length > 1 && (
        <Pick
          label={words.look}
          of={versions.toReversed().map((each) => [each.version, say(words.usesOf, { version: each.version, uses: each.uses })])}
          chosen={version}
          choose={(chosen) => address.change({ version: chosen })}
        />
      )}
    </section>
  );
}
