// What the office keeps about communities: agreements, memberships, joint work, events.
import { useNames } from "../../api/names.ts";
import "./communities.css";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Agreements } from "./agreements.tsx";
import { CommunitiesPages } from "./communities-pages.tsx";
import { Coverage } from "./coverage.tsx";
import { Memberships } from "./memberships.tsx";
import { RegisterList } from "./register-list.tsx";
import { WriteEntry } from "./write-entry.tsx";

export type RegistersData = components["schemas"]["CommunityRegisters"];

export function RegistersPage() {
  return (
    <>
      <CommunitiesPages />
      <Read of={["registers"]} read={(signal) => data(api.GET("/api/portal/registers", { signal }))}>
        {(registers) => <Registers of={registers} />}
      </Read>
    </>
  );
}

function Registers({ of }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { say } = useSpeech();
  const events = of.events.filter(({ on }) => on >= of.today).length;
  return (
    <>
      <Answer
        answer={say(words.answer, { agreements: of.agreements.filter(({ inForce }) => inForce).length, all: of.agreements.length, events })}
        why={words.why}
      />
      <Events of={of} />
      <WriteEntry list="events" />
      <Together of={of} />
      <WriteEntry list="collaborations" />
      <Recognition of={of} />
      <WriteEntry list="recognition" />
      <Forks of={of} />
      <Memberships of={of} />
      <Agreements of={of.agreements} />
      <Coverage agreements={of.agreements} />
    </>
  );
}

function Events({ of: { events, today } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { date } = useSpeech();
  const names = useNames();
  return (
    <RegisterList
      title={words.events}
      empty={words.noEvents}
      items={events
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ id, title, on, kind, where, owner }) => ({
          id,
          title,
          state: on >= today ? "allow" : "none",
          label: on >= today ? words.ahead : words.past,
          notes: [date(on), words.eventKinds[kind as keyof typeof words.eventKinds] ?? kind, where, owner && names.owner(owner)],
        }))}
    />
  );
}

function Together({ of: { collaborations } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { say, share } = useSpeech();
  const names = useNames();
  const reviewed = useReviewed();
  return (
    <RegisterList
      title={words.collaborations}
      empty={words.noCollaborations}
      items={collaborations.map(({ id, problem, partners, share: part, owner, review }) => ({
        id,
        title: problem,
        notes: [
          partners.join(", "),
          part === undefined ? undefined : say(words.share, { share: share(part) }),
          owner && names.owner(owner),
          reviewed(review),
        ],
      }))}
    />
  );
}

/** What deserved thanks, the newest first; nothing else orders it. */
function Recognition({ of: { recognition } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { date } = useSpeech();
  const names = useNames();
  return (
    <RegisterList
      title={words.recognition}
      empty={words.noRecognition}
      items={recognition
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ on, for: what, team, with: people }) => ({
          id: `${on} ${what}`,
          title: what,
          notes: [date(on), team && names.owner(team), people?.join(", ")],
        }))}
    />
  );
}

function Forks({ of: { forks } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { say } = useSpeech();
  const names = useNames();
  const reviewed = useReviewed();
  if (forks.length === 0) return null;
  return (
    <RegisterList
      title={words.forks}
      empty=""
      items={forks.map(({ upstream, because, patches, plan, owner, review }) => ({
        id: upstream,
        title: upstream,
        notes: [because, say(words.patches, { count: patches }), plan, owner && names.owner(owner), reviewed(review)],
      }))}
    />
  );
}

function useReviewed(): (day: string | undefined) => string | undefined {
  const words = useWords(communitiesWords).registers;
  const { say, date } = useSpeech();
  return (day) => (day === undefined ? undefined : say(words.reviewed, { date: date(day) }));
}
