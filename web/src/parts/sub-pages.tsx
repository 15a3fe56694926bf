// Pages of a section, one beside the other; the one where I am is marked.
import "./sub-pages.css";
import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";

/** Pixels that are left of the chosen one, so that what comes before it is seen to be there. */
const BESIDE = 56;

interface Props {
  readonly label: string;
  readonly of: readonly (readonly [path: string, text: string])[];
}

export function SubPages({ label, of }: Props) {
  const [first] = of;
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone they are a row to be pushed aside: the one where I am is in sight.
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current]");
    if (!row.current || !here) return;
    row.current.scrollLeft += here.getBoundingClientRect().left - row.current.getBoundingClientRect().left - BESIDE;
  }, [pathname]);
  return (
    <nav ref={row} className="sub-pages no-print" aria-label={label}>
      {of.map(([path, text]) => (
        <NavLink key={path} to={path} end={path === first?.[0]}>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
