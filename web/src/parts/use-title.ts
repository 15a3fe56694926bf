import { useEffect } from "react";

/** The page's answer in the browser's tab, so that tabs and bookmarks can be told apart. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Allmend`;
  }, [title]);
}
