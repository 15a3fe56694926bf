// Repositories that were read, by name: what each is, when it was read, and for which product.
import { productsWords } from "@allmend/look/words/portal/products";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { useFiguresRead } from "./use-figures.ts";

type Repository = components["schemas"]["Repository"];

export function RepositoriesPage() {
  const words = useWords(productsWords).repositories;
  const { say } = useSpeech();
  const read = useFiguresRead();
  return (
    <>
      <InventoryPages />
      <Read {...read}>
        {({ figures }) =>
          figures.repositories === 0 ? (
            <>
              <Answer answer={words.none} />
              <Empty what={words.none} how={words.noneHow} />
            </>
          ) : (
            <>
              <Answer answer={say(words.answer, { count: figures.repositories })} why={words.why} />
              <List />
            </>
          )
        }
      </Read>
    </>
  );
}

function List() {
  const words = useWords(productsWords).repositories;
  const address = useAddress();
  const search = address.of("search").trim();
  const query = { limit: 50, ...(search === "" ? {} : { search }) };
  return (
    <>
      <SearchField label={words.search} value={address.of("search")} change={(value) => address.change({ search: value })} />
      <LongList
        label={words.list}
        of={["repositories", query]}
        page={(after, signal) =>
          data(api.GET("/api/repositories", { signal, params: { query: after === undefined ? query : { ...query, after } } }))
        }
        idOf={({ id }) => `${id}`}
        row={(repository) => <Row repository={repository} />}
        lines={2}
        empty={<Empty what={words.noneFound} how={words.noneFoundHow} />}
      />
    </>
  );
}

function Row({ repository: { id, name, kind, products, lastSeen, commit, goneAt } }: { readonly repository: Repository }) {
  const words = useWords(productsWords).repositories;
  const { say, date } = useSpeech();
  const names = useNames();
  const notes = [
    words.kind[kind as keyof typeof words.kind] ?? kind,
    products.map(names.product).join(", ") || words.noProduct,
    commit?.slice(0, 10),
  ];
  return (
    <div className="row-main">
      <StateMark state="none" />
      <span className="clip">
        <Link to={`/inventory/repositories/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        <span className="note line clip">
          <bdi>{notes.filter(Boolean).join(" · ")}</bdi>
        </span>
      </span>
      <span className="note">
        {goneAt === undefined ? say(words.seen, { date: date(lastSeen) }) : say(words.gone, { date: date(goneAt) })}
      </span>
    </div>
  );
}
