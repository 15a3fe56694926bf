// Writing or changing an entry: for those who keep the registers; what is typed stays in this browser until it is sent.
import "./catalogue.css";
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Link } from "react-router";
import { useMay } from "../../api/me.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { EntryForm } from "./entry-form.tsx";
import { catalogueRead } from "./use-catalogue.ts";

export function WritePage() {
  const { form: words, entry } = useWords(catalogueWords);
  const { say } = useSpeech();
  const component = useAddress().of("component");
  const mayWrite = useMay("registers:write");
  if (!mayWrite)
    return (
      <>
        <Answer answer={words.forbidden} />
        <Empty what={words.forbidden} how={words.forbiddenHow}>
          <Link className="button" to="/catalogue">
            {entry.back}
          </Link>
        </Empty>
      </>
    );
  return (
    <Read {...catalogueRead}>
      {({ entries }) => {
        const known = entries.find((each) => each.component === component);
        return (
          <>
            <Answer answer={known ? say(words.titleChange, { name: known.name }) : words.titleNew} why={words.why} />
            <EntryForm key={component} entry={known} component={component} />
          </>
        );
      }}
    </Read>
  );
}
