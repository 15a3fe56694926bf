// What we use: the whole in a sentence, found while typing, each line saying what matters of it.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { requestAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Pick } from "../../parts/pick.tsx";
import { Read } from "../../parts/read.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { type Address, useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ComponentRow } from "./component-row.tsx";
import { InventoryPages } from "./inventory-pages.tsx";
import { useFiguresRead } from "./use-figures.ts";

type Figures = components["schemas"]["InventoryFigures"];

export function ComponentsPage() {
  const read = useFiguresRead();
  return (
    <>
      <InventoryPages />
      <Read {...read} rows={9}>
        {({ figures, asOf, otherProgram }) => (
          <>
            <Components figures={figures} asOf={<AsOf asOf={asOf} otherProgram={otherProgram} />} />
          </>
        )}
      </Read>
    </>
  );
}

function Components({ figures, asOf }: { readonly figures: Figures; readonly asOf: ReactNode }) {
  const words = useWords(inventoryWords).components;
  const { say } = useSpeech();
  const address = useAddress();
  if (figures.components === 0)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  const { uses, products, review, unknownLicense: unknown } = figures;
  return (
    <>
      <Answer
        answer={say(figures.denied === 0 ? words.answerFine : words.answer, { ...numbersOf(figures) })}
        why={say(words.why, { uses, products, review, unknown })}
      />
      {asOf}
      <Filters figures={figures} address={address} />
      <List address={address} />
    </>
  );
}

function numbersOf({ components: count, repositories, denied }: Figures) {
  return { components: count, repositories, denied };
}

function Filters({ figures: { ecosystems, productNames }, address }: { readonly figures: Figures; readonly address: Address }) {
  const words = useWords(inventoryWords).components;
  const { number } = useSpeech();
  const open = address.of("open");
  return (
    <div className="inventory-filters no-print">
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={address.of("search")}
        change={(search) => address.change({ search })}
      />
      <Pick
        label={words.ecosystem}
        all={words.all}
        of={ecosystems.map(({ type, name, components: count }) => [type, `${name} (${number(count)})`])}
        chosen={address.of("type")}
        choose={(type) => address.change({ type })}
      />
      <Pick
        label={words.product}
        all={words.all}
        of={productNames.map(({ id, name }) => [id, name])}
        chosen={address.of("product")}
        choose={(product) => address.change({ product })}
      />
      <Choice
        label={words.open}
        of={[
          ["", words.openAll],
          ["review", words.openReview],
          ["deny", words.openDeny],
        ]}
        chosen={open}
        choose={(value) => address.change({ open: value })}
      />
    </div>
  );
}

function List({ address }: { readonly address: Address }) {
  const words = useWords(inventoryWords).components;
  const { say } = useSpeech();
  const [search, type, product, open] = [address.of("search").trim(), address.of("type"), address.of("product"), address.of("open")];
  const query = {
    limit: 50,
    ...(search === "" ? {} : { search }),
    ...(type === "" ? {} : { type }),
    ...(product === "" ? {} : { product }),
    ...(open === "review" || open === "deny" ? { open: open as "review" | "deny" } : {}),
  };
  return (
    <LongList
      label={words.list}
      of={["component-lines", query]}
      page={(after, signal) =>
        data(api.GET("/api/portal/components", { signal, params: { query: after === undefined ? query : { ...query, after } } }))
      }
      idOf={({ id }) => `${id}`}
      row={(line) => <ComponentRow line={line} />}
      lines={2}
      empty={
        <Empty what={words.noneFound} how={words.noneFoundHow}>
          {search !== "" && (
            <Link className="button" to={requestAddress("use", search.startsWith("pkg:") ? { component: search } : {})}>
              <bdi>{say(words.askFor, { name: search })}</bdi>
            </Link>
          )}
        </Empty>
      }
    />
  );
}
