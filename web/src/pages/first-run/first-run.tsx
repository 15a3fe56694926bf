// The first run: who are you, how do you live with open source, by which rules; then a first scan. It can be left and found again.
import "../sign-in/sign-in.css";
import "./first-run.css";
import { firstRunWords } from "@allmend/look/words/portal/first-run";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useWords } from "../../parts/use-words.ts";
import { FirstScan } from "./first-scan.tsx";
import { FirstProgram } from "./first-program.tsx";

export function FirstRunPage() {
  const words = useWords(firstRunWords);
  const lang = useLanguage();
  return (
    <Read
      of={["first-run", lang]}
      rows={6}
      read={(signal) => data(api.GET("/api/portal/first-run", { signal, params: { query: { lang } } }))}
    >
      {(run) => (
        <div className="first-run">
          <Answer answer={words.answer[run.step]} why={run.step === "done" ? words.doneWhy : words.why} />
          {run.step === "program" && <FirstProgram run={run} />}
          {run.step === "scan" && <FirstScan />}
          <p>
            <Link
              className={run.step === "done" ? "button main" : ""}
              to="/"
              onClick={() => localStorage.setItem("allmend.first-run.left", "yes")}
            >
              {run.step === "done" ? words.toToday : words.later}
            </Link>
          </p>
        </div>
      )}
    </Read>
  );
}
