// A list that may be a million long: only the rows in sight exist, further pages are read as somebody comes near their end.
import "./long-list.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { usePreferences } from "../app/preferences.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { useSpeech, useWords } from "./use-words.ts";
import { Waiting } from "./waiting.tsx";

/** One page of a list: keyset pagination, `next` absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | null | undefined;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
}

interface Props<T> {
  /** What it is, read aloud. */
  readonly label: string;
  /** Changes with every filter: another list then. */
  readonly of: readonly unknown[];
  page(cursor: string | undefined, signal: AbortSignal): Promise<Page<T>>;
  idOf(item: T): string;
  row(item: T): ReactNode;
  /** Heights by density: a row with two lines takes two. */
  readonly lines?: 1 | 2;
  readonly head?: ReactNode;
  readonly empty: ReactNode;
}

export function LongList<T>({ label, of, page, idOf, row, lines = 1, head, empty }: Props<T>) {
  const words = useWords(shellWords).list;
  const { say } = useSpeech();
  const list = useInfiniteQuery({
    queryKey: of,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  if (list.error && !list.data) return <FailureNotice error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting rows={8} />;
  const items = list.data.pages.flatMap((each) => each.items);
  if (items.length === 0) return empty;
  const total = list.data.pages[0]?.total;
  return (
    <section className={list.isPlaceholderData ? "long-list stale" : "long-list"} aria-label={label} aria-busy={list.isFetching}>
      <p className="note" role="status">
        {total === undefined
          ? say(list.hasNextPage ? words.atLeast : words.count, { count: items.length })
          : say(words.count, { count: total })}
      </p>
      {head}
      <Rows
        items={items}
        idOf={idOf}
        row={row}
        lines={lines}
        more={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
      />
      {list.error && <FailureNotice error={list.error} retry={() => void list.fetchNextPage()} />}
    </section>
  );
}

/** Paper does not scroll: everything that was read is there before the browser prints. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia("print");
    const changed = () => flushSync(() => setPrinting(print.matches));
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    print.addEventListener("change", changed);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      print.removeEventListener("change", changed);
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

type RowsProps<T> = Pick<Props<T>, "idOf" | "row"> & { readonly items: readonly T[]; readonly lines: number; more(): void };

function Rows<T>({ items, idOf, row, lines, more }: RowsProps<T>) {
  const top = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const printing = usePrinting();
  const height = (density === "compact" ? 32 : 40) + (lines - 1) * 20;
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    overscan: printing ? items.length : 12,
    scrollMargin: top.current?.offsetTop ?? 0,
    getItemKey: (index) => idOf(items[index] as T),
  });
  useEffect(() => virtual.measure(), [height, virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 20) more();
  });
  return (
    <div ref={top} className="long-rows" role="list" style={{ height: virtual.getTotalSize() }}>
      {shown.map((each) => (
        <div
          key={each.key}
          ref={virtual.measureElement}
          data-index={each.index}
          role="listitem"
          aria-setsize={items.length}
          aria-posinset={each.index + 1}
          className="long-row"
          style={{ transform: `translateY(${each.start - virtual.options.scrollMargin}px)`, minHeight: height }}
        >
          {row(items[each.index] as T)}
        </div>
      ))}
    </div>
  );
}
