// Nothing here yet: what will be here, and how to get it.
import type { ReactNode } from "react";
import { StateMark } from "./state-mark.tsx";

export function Empty({ what, how, children }: { readonly what: string; readonly how: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <StateMark state="none" />
      <strong>{what}</strong>
      <p className="soft">{how}</p>
      {children}
    </div>
  );
}
