// Boards of the organisation: who sits in them, when they meet.
import "../requests.css";
import { boardsWords } from "@allmend/look/words/portal/boards";
import { Link } from "react-router";
import { api, data } from "../../../api/client.ts";
import { Answer } from "../../../parts/answer.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Read } from "../../../parts/read.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { useLocal } from "../kinds.ts";
import { RequestsPages } from "../requests-pages.tsx";
import { meetingText } from "./meeting-text.ts";

export function BoardsPage() {
  const words = useWords(boardsWords);
  const speech = useSpeech();
  const local = useLocal();
  return (
    <>
      <RequestsPages />
      <Read of={["boards"]} read={(signal) => data(api.GET("/api/boards", { signal }))}>
        {({ boards }) =>
          boards.length === 0 ? (
            <>
              <Answer answer={words.none} />
              <Empty what={words.none} how={words.noneHow} />
            </>
          ) : (
            <>
              <Answer answer={speech.say(words.list, { count: boards.length })} />
              <ul className="request-questions">
                {boards.map((board) => (
                  <li key={board.id}>
                    <Link to={`/requests/boards/${encodeURIComponent(board.id)}`}>
                      <bdi>{local(board.name) || board.id}</bdi>
                    </Link>
                    <span className="note line">{meetingText(board, words, speech)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </>
  );
}
