// Message: objectives that are on track.
import type { StatementRule } from "../statement.ts";

export const onTrack: StatementRule = {
  id: "on-track",
  condition: "Every measured objective is on track or met. Weight 40.",
  words: {
    en: { title: "All {count} {count|objective|objectives} that can be measured {count|is|are} on track.", text: "{met} met already." },
    de: {
      title: "{count|Das eine Ziel, das|Alle # Ziele, die} sich messen {count|lässt, ist|lassen, sind} auf Kurs.",
      text: "{met} schon erreicht.",
    },
  },
  speak({ now, objectives }) {
    if (now.onTrack === undefined || now.onTrack < now.measured) return undefined;
    return { priority: 40, state: "allow", values: { count: now.onTrack, met: objectives.filter(({ state }) => state === "met").length } };
  },
};
