// A number or a name was typed and no package with a range: the vulnerabilities and components that it may mean, each a way to the answer.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { purlName } from "./purl-name.ts";

const MOST = 8;

export function ImpactGuess({ named }: { readonly named: string }) {
  const words = useWords(inventoryWords).impact;
  const { say } = useSpeech();
  return (
    <Read of={["impact-guess", named]} read={(signal) => guessed(named.slice(0, 100), signal)} rows={4}>
      {({ vulnerabilities, components }) =>
        vulnerabilities.length + components.length === 0 ? (
          <Empty what={say(words.wrong, { text: named })} how={words.wrongHow} />
        ) : (
          <section>
            <h2>{words.guess}</h2>
            <p className="note">{say(words.guessWhy, { text: named })}</p>
            <ul className="quiet-list">
              {vulnerabilities.map(({ id, purl, fixed }) => {
                const name = purlName(plain(purl));
                const text = say(fixed === undefined ? words.guessAll : words.guessVulnerability, { id, name, fixed: fixed ?? "" });
                return <Way key={`${id} ${purl}`} text={text} purl={fixed === undefined ? purl : `${plain(purl)}@<${fixed}`} weak />;
              })}
              {components.map(({ id, name, purl }) => (
                <Way key={id} text={say(words.guessComponent, { name })} purl={purl} />
              ))}
            </ul>
          </section>
        )
      }
    </Read>
  );
}

function Way({ text, purl, weak = false }: { readonly text: string; readonly purl: string; readonly weak?: boolean }) {
  return (
    <li>
      <StateMark state={weak ? "review" : "none"} />
      <Link to={`/inventory/impact?purl=${encodeURIComponent(purl)}`}>
        <bdi>{text}</bdi>
      </Link>
    </li>
  );
}

async function guessed(search: string, signal: AbortSignal) {
  const [known, used] = await Promise.all([
    data(api.GET("/api/vulnerabilities", { signal, params: { query: { search, limit: MOST } } })),
    data(api.GET("/api/portal/components", { signal, params: { query: { search, limit: MOST } } })),
  ]);
  const vulnerabilities = known.items.flatMap(({ id, affects }) => {
    // Of several versions of a package one is enough: the range is the same.
    const packages = new Map(affects.map((each) => [plain(each.purl), each]));
    return [...packages.values()].map(({ purl, fixed }) => ({ id, purl, fixed }));
  });
  return { vulnerabilities: vulnerabilities.slice(0, MOST), components: used.items };
}

/** Package URL without its version. */
function plain(purl: string): string {
  const at = purl.indexOf("@", purl.lastIndexOf("/"));
  return at < 0 ? purl : purl.slice(0, at);
}
