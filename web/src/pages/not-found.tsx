import { shellWords } from "@allmend/look/words/portal/shell";
import { Link } from "react-router";
import { useWords } from "../parts/use-words.ts";

export function NotFound() {
  const words = useWords(shellWords);
  return (
    <>
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.what}</p>
      <p>
        <Link to="/">{words.notFound.back}</Link>
      </p>
    </>
  );
}
