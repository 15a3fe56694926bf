// A board: when it meets, what waits for it with the votes so far, and its minutes.
import "../requests.css";
import "./board.css";
import { useNames } from "../../../api/names.ts";
import { boardsWords } from "@allmend/look/words/portal/boards";
import { requestWords } from "@allmend/look/words/portal/request";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Link, useParams } from "react-router";
import { api, data } from "../../../api/client.ts";
import { caseAddress } from "../../../api/request-address.ts";
import type { components } from "../../../api/schema.generated.ts";
import { Answer } from "../../../parts/answer.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Read } from "../../../parts/read.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, spokenName } from "../case-text.ts";
import { useKinds, useLocal } from "../kinds.ts";
import { RequestsPages } from "../requests-pages.tsx";
import { meetingText } from "./meeting-text.ts";
import { Minutes } from "./minutes.tsx";
import { Votes } from "./votes.tsx";

type Page = components["schemas"]["BoardPage"];

export function BoardPage() {
  const { board: id = "" } = useParams();
  return (
    <>
      <RequestsPages />
      <Read of={["board", id]} read={(signal) => data(api.GET("/api/boards/{id}", { signal, params: { path: { id } } }))}>
        {(page) => <Board page={page} />}
      </Read>
    </>
  );
}

function Board({ page: { board, agenda, names } }: { readonly page: Page }) {
  const words = useWords(boardsWords);
  const requests = useWords(requestsWords);
  const called = useNames();
  const request = useWords(requestWords);
  const speech = useSpeech();
  const local = useLocal();
  const name = local(board.name) || board.id;
  const people = (of: readonly string[]) => of.map((person) => nameOf(person, names, requests)).join(", ");
  return (
    <>
      <Answer
        answer={agenda.length === 0 ? speech.say(words.answerNone, { name }) : speech.say(words.answer, { name, count: agenda.length })}
        why={meetingText(board, words, speech)}
      >
        <Link to="/requests/boards">{words.all}</Link>
      </Answer>
      <h2>{words.agenda}</h2>
      {agenda.length === 0 ? (
        <Empty what={words.agendaNone} how={words.agendaNoneHow} />
      ) : (
        <>
          <p className="soft">{words.agendaWhy}</p>
          <ol className="agenda">
            {agenda.map((item) => (
              <AgendaItem key={`${item.id} ${item.lane}`} item={item} names={names} />
            ))}
          </ol>
        </>
      )}
      <h2>{words.who}</h2>
      <dl className="board-members">
        {board.members.map(({ lane, people: own, deputies }) => (
          <div key={lane}>
            <dt>{called.lane(lane)}</dt>
            <dd>
              {own.length === 0 ? request.nobody : people(own)}
              {deputies.length > 0 && <span className="note"> · {speech.say(request.deputies, { names: people(deputies) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{speech.say(words.quorumIs, { count: board.quorum })}</p>
      <Minutes board={board.id} />
    </>
  );
}

interface ItemProps {
  readonly item: Page["agenda"][number];
  readonly names: Page["names"];
}

function AgendaItem({ item, names }: ItemProps) {
  const words = useWords(boardsWords);
  const requests = useWords(requestsWords);
  const { say, date } = useSpeech();
  const local = useLocal();
  const kind = useKinds().find((each) => each.kind === item.kind);
  const lane = local(kind?.lanes.find(({ id }) => id === item.lane)?.title) || item.lane;
  const open = item.open.map((person) => nameOf(person, names, requests)).join(", ");
  const notes = [
    local(kind?.title) || item.kind,
    say(words.part[item.part], { lane }),
    item.submittedAt === undefined ? undefined : say(words.submitted, { date: date(item.submittedAt) }),
    item.id,
  ];
  return (
    <li>
      <Link to={caseAddress(item.id)}>
        <bdi>{spokenName(item.title)}</bdi>
      </Link>
      <span className="note line">{notes.filter((note) => note !== undefined).join(" · ")}</span>
      <p>
        {say(words.votesSoFar, { count: item.votes.length, quorum: item.quorum })}
        {open !== "" && ` · ${say(words.stillOpen, { names: open })}`}
        <span className="note"> · {words.tie[item.tie]}</span>
      </p>
      <Votes of={item.votes} names={names} />
    </li>
  );
}
