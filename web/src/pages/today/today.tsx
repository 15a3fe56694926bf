// The start page: what waits for me, what changed, how we are doing.
import { todayWords } from "@allmend/look/words/portal/today";
import { useMe } from "../../api/me.ts";
import { Answer } from "../../parts/answer.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

export function Today() {
  const words = useWords(todayWords);
  const { say } = useSpeech();
  const me = useMe();
  return <Answer answer={say(words.greeting[partOfDay(new Date())], { name: me.data?.name ?? "" })} />;
}

function partOfDay(now: Date): "morning" | "day" | "evening" {
  const hour = now.getHours();
  if (hour < 11) return "morning";
  return hour < 18 ? "day" : "evening";
}
