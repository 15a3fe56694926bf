// Pages of a section, one beside the other; the one where I am is marked.
import "./sub-pages.css";
import { NavLink } from "react-router";

interface Props {
  readonly label: string;
  readonly of: readonly (readonly [path: string, text: string])[];
}

export function SubPages({ label, of }: Props) {
  const [first] = of;
  return (
    <nav className="sub-pages no-print" aria-label={label}>
      {of.map(([path, text]) => (
        <NavLink key={path} to={path} end={path === first?.[0]}>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
