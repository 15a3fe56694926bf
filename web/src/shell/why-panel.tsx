// Why something is there, and what comes of it: beside every page, at `?why=ID`.
import "./why-panel.css";
import { whyWords } from "@allmend/look/words/portal/why";
import { useLanguage } from "../app/preferences.tsx";
import { api, data } from "../api/client.ts";
import type { components } from "../api/schema.generated.ts";
import { Read } from "../parts/read.tsx";
import { SidePanel } from "../parts/side-panel.tsx";
import { useSpeech, useWords } from "../parts/use-words.ts";
import { WhyLink } from "../parts/why-link.tsx";

type Node = components["schemas"]["WhyNode"];
type Tree = components["schemas"]["WhyTree"];

export function WhyPanel() {
  const words = useWords(whyWords);
  return (
    <SidePanel name="why" title={words.title}>
      {(id) => <Chain id={id} />}
    </SidePanel>
  );
}

function Chain({ id }: { readonly id: string }) {
  const words = useWords(whyWords);
  const { say } = useSpeech();
  const lang = useLanguage();
  return (
    <Read of={["why", id, lang]} read={(signal) => data(api.GET("/api/portal/why", { signal, params: { query: { id, lang } } }))}>
      {({ node, above, below, moreBelow }) => (
        <>
          <ChainNode node={node} here />
          <h3>{words.isFor}</h3>
          {above.length === 0 ? (
            <p className="soft">{id.startsWith("objective:") ? words.top : words.noReason}</p>
          ) : (
            <Branches of={above} />
          )}
          <h3>{words.comesOfIt}</h3>
          {below.length === 0 ? <p className="soft">{words.nothing}</p> : <Branches of={below} />}
          {moreBelow > 0 && <p className="note">{say(words.more, { count: moreBelow })}</p>}
        </>
      )}
    </Read>
  );
}

function Branches({ of }: { readonly of: readonly Tree[] }) {
  const words = useWords(whyWords);
  const { say } = useSpeech();
  return (
    <ul className="why-branches">
      {of.map((tree) => (
        <li key={tree.id}>
          <ChainNode node={tree} />
          {tree.next.length > 0 && <Branches of={tree.next} />}
          {tree.more > 0 && <p className="note">{say(words.more, { count: tree.more })}</p>}
        </li>
      ))}
    </ul>
  );
}

function ChainNode({ node, here = false }: { readonly node: Node; readonly here?: boolean }) {
  const state = node.stateText === undefined ? null : <span className="why-state">{node.stateText}</span>;
  return (
    <div className={here ? "why-node here" : "why-node"}>
      <span className="note">
        {node.kind} {state}
      </span>
      {here ? (
        <strong>
          <bdi>{node.label}</bdi>
        </strong>
      ) : (
        <WhyLink id={node.id}>
          <bdi>{node.label}</bdi>
        </WhyLink>
      )}
      {here && node.place !== undefined && <code>{node.place}</code>}
    </div>
  );
}
