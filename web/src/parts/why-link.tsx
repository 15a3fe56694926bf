// Opens the panel that says why something is there; the address keeps everything else.
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";

export function WhyLink({ id, children, label }: { readonly id: string; readonly children: ReactNode; readonly label?: string }) {
  const { pathname, search } = useLocation();
  const to = new URLSearchParams(search);
  to.set("why", id);
  return (
    <Link className="why-link" to={`${pathname}?${to}`} preventScrollReset {...(label === undefined ? {} : { "aria-label": label })}>
      {children}
    </Link>
  );
}
