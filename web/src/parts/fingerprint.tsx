// A fingerprint as people read it: its beginning. Pressed, the whole of it stands there, to be taken along.
import "./fingerprint.css";
import { useState } from "react";
import { CopyText } from "./copy-text.tsx";

const SHOWN = 12;

export function Fingerprint({ of, label }: { readonly of: string; readonly label: string }) {
  const [whole, setWhole] = useState(false);
  if (of.length <= SHOWN) return <code>{of}</code>;
  if (whole) return <CopyText text={of} label={label} />;
  const short = `${of.slice(0, SHOWN)}…`;
  return (
    <button type="button" className="fingerprint" aria-label={`${label}: ${short}`} title={of} onClick={() => setWhole(true)}>
      {short}
    </button>
  );
}
