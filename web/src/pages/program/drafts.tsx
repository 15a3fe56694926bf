// The documents that the program is made of: which would you like to change?
import "./drafts.css";
import { documentWords } from "@allmend/look/words/portal/documents";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { documentName } from "./document-name.ts";
import { keptDraft } from "./kept-draft.ts";
import { ProgramPages } from "./program-pages.tsx";

const KINDS = ["strategy", "policy", "organization", "licenses", "cases", "register", "other"] as const;

export function DocumentsPage() {
  const words = useWords(documentWords).draft;
  const { say, language } = useSpeech();
  return (
    <>
      <ProgramPages />
      <Answer answer={words.documentsAnswer} why={words.documentsWhy} />
      <Read of={["documents"]} read={(signal) => data(api.GET("/api/program/documents", { signal }))}>
        {({ documents }) =>
          KINDS.map((kind) => {
            const list = documents.filter(({ what }) => what === kind);
            if (list.length === 0) return null;
            return (
              <section key={kind}>
                <h2>{words.kinds[kind]}</h2>
                <ul className="document-list">
                  {list.map(({ path, pack }) => (
                    <li key={path}>
                      <Link to={`/program/documents/${encodeURIComponent(path)}/draft`}>{documentName(path, language)}</Link>
                      <span className="note">
                        {[
                          documentName(path, language) !== path && path,
                          pack !== undefined && say(words.fromPack, { pack }),
                          keptDraft(path) && words.kept,
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })
        }
      </Read>
    </>
  );
}
