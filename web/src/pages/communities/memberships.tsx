// Memberships and sponsorships: what for, until when, what they cost.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { RegisterList } from "./register-list.tsx";
import type { RegistersData } from "./registers.tsx";

type Money = RegistersData["memberships"][number]["cost"];

export function Memberships({ of: { memberships, sponsorships, today } }: { readonly of: RegistersData }) {
  const words = useWords(communitiesWords).registers;
  const { say, date, number } = useSpeech();
  const cost = (money: Money) => money && say(words.cost, { amount: number(money.amount), currency: money.currency });
  return (
    <RegisterList
      title={words.memberships}
      empty={words.noMemberships}
      items={[
        ...memberships.map(({ id, organization, case: why, owner, renewal, cost: money }) => ({
          id,
          title: organization,
          state: renewal !== undefined && renewal < today ? ("review" as const) : ("allow" as const),
          notes: [
            why,
            renewal === undefined ? undefined : say(renewal < today ? words.renewalPast : words.renewal, { date: date(renewal) }),
            cost(money),
            owner,
          ],
        })),
        ...sponsorships.map(({ id, beneficiary, owner, until, cost: money }) => ({
          id,
          title: beneficiary,
          state: until !== undefined && until < today ? ("none" as const) : ("allow" as const),
          notes: [until === undefined ? undefined : say(words.until, { date: date(until) }), cost(money), owner],
        })),
      ]}
    />
  );
}
