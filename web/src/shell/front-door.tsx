// The front door: one box that answers in place before any page is opened.
import "./front-door.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "../parts/use-words.ts";

const Questions = lazy(async () => ({ default: (await import("./questions.tsx")).Questions }));

export function FrontDoor() {
  const words = useWords(shellWords).frontDoor;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen(true);
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  return (
    <>
      <button type="button" className="front-door" onClick={() => setOpen(true)}>
        <span>{words.label}</span>
        <kbd>{words.keys}</kbd>
      </button>
      {open && (
        <Suspense>
          <Questions close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
