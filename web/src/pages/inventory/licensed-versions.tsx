// Versions with their licences; where what is declared and what texts say differ, both are told.
import { licencesWords } from "@allmend/look/words/portal/licences";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components, paths } from "../../api/schema.generated.ts";
import { LongList } from "../../parts/long-list.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { purlName } from "./purl-name.ts";

type Version = components["schemas"]["LicensedVersion"];
type Query = NonNullable<paths["/api/licenses/versions"]["get"]["parameters"]["query"]>;

export function LicensedVersions({ query, empty }: { readonly query: Query; readonly empty: ReactNode }) {
  const words = useWords(licencesWords);
  return (
    <LongList
      label={words.licence.list}
      of={["licensed-versions", query]}
      page={(after, signal) =>
        data(
          api.GET("/api/licenses/versions", {
            signal,
            params: { query: { limit: 50, ...query, ...(after === undefined ? {} : { after }) } },
          }),
        )
      }
      idOf={({ id }) => `${id}`}
      row={(version) => <Row version={version} />}
      lines={2}
      empty={empty}
    />
  );
}

function Row({ version: { component, purl, license, declared, detected, differs } }: { readonly version: Version }) {
  const words = useWords(licencesWords).licences;
  const { say } = useSpeech();
  const version = purl.slice(purl.lastIndexOf("@") + 1);
  return (
    <div className="place-row">
      <StateMark state={differs === true ? "review" : "none"} />
      <span className="clip">
        <Link to={`/inventory/components/${component}?version=${encodeURIComponent(decodeURIComponent(version))}`}>
          <bdi>{purlName(purl)}</bdi>
        </Link>
        <span className="note line clip">
          <bdi>
            {differs === true ? say(words.declaredDetected, { declared: declared ?? "–", detected: detected ?? "–" }) : (license ?? "–")}
          </bdi>
        </span>
      </span>
    </div>
  );
}
