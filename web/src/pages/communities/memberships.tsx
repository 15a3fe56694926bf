// Memberships and sponsorships: what is due for renewal first, then what each is for and what it costs.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { useNames } from "../../api/names.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { dueIn, isDue } from "./due.ts";
import { RegisterList } from "./register-list.tsx";
import type { RegistersData } from "./registers.tsx";

type Money = RegistersData["memberships"][number]["cost"];

export function Memberships({ of: { memberships, sponsorships, today } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { say, date, number } = useSpeech();
  const names = useNames();
  const cost = (money: Money) => money && say(words.cost, { amount: number(money.amount), currency: money.currency });
  const lines = [
    ...memberships.map(({ id, organization, case: why, owner, renewal, cost: money }) => ({
      id: `membership ${id}`,
      title: organization,
      due: renewal,
      notes: [
        why,
        renewal && say(renewal < today ? words.renewalPast : words.renewal, { date: date(renewal) }),
        cost(money),
        owner && names.owner(owner),
      ],
    })),
    ...sponsorships.map(({ id, beneficiary, owner, until, cost: money }) => ({
      id: `sponsorship ${id}`,
      title: beneficiary,
      due: until,
      notes: [words.sponsored, until && say(words.until, { date: date(until) }), cost(money), owner && names.owner(owner)],
    })),
  ].toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));
  const due = lines.filter(({ due: day }) => isDue(day, today));
  return (
    <RegisterList
      title={words.memberships}
      empty={words.noMemberships}
      {...(lines.length === 0 ? {} : { lead: due.length === 0 ? words.noneDue : say(words.due, { count: due.length }) })}
      items={lines.map(({ id, title, due: day, notes }) => {
        const left = dueIn(day, today);
        const state = left === undefined || !isDue(day, today) ? ("allow" as const) : left < 0 ? ("review" as const) : ("warn" as const);
        return {
          id,
          title,
          state,
          label: state === "allow" ? words.running : state === "warn" ? say(words.dueIn, { days: left ?? 0 }) : words.overdue,
          notes: [state === "allow" ? undefined : state === "warn" ? say(words.dueIn, { days: left ?? 0 }) : words.overdue, ...notes],
        };
      })}
    />
  );
}
