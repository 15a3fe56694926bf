// Message: too many components whose licence nobody knows.
import { formatShare } from "#look";
import type { StatementRule } from "../statement.ts";

export const licensesUnknown: StatementRule = {
  id: "licenses-unknown",
  condition: "More than one in twenty components has no known licence. Weight 52.",
  words: {
    en: {
      title: "Of {share} of our components we do not know the licence.",
      text: "{count} of {all}. Until we know, we may not say that we may use them.",
    },
    de: {
      title: "Von {share} unserer Komponenten kennen wir die Lizenz nicht.",
      text: "{count} von {all}. Solange wir sie nicht kennen, wissen wir auch nicht, ob wir sie nutzen dürfen.",
    },
  },
  speak({ result, now, language }) {
    const { components } = result.coverage;
    if (now.unknownLicenses * 20 <= components) return undefined;
    const share = formatShare(now.unknownLicenses / components, language);
    return { priority: 52, state: "unknown", values: { share, count: now.unknownLicenses, all: components } };
  },
};
