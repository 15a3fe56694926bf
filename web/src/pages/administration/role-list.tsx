// Roles of somebody, each with where it comes from; those that were given here can be ended here.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { type Names, useNames } from "../../api/names.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { WholePerson } from "./person.tsx";

type Role = WholePerson["roles"][number];

interface Props {
  readonly person: WholePerson;
  readonly manages: boolean;
}

export function RoleList({ person, manages }: Props) {
  const words = useWords(administrationWords).person;
  const names = useWords(shellWords).person.names;
  const called = useNames();
  const { say, date } = useSpeech();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (grant: string) => data(api.DELETE("/api/people/{id}/roles/{grant}", { params: { path: { id: person.id, grant } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person", person.id] }),
  });
  if (person.roles.length === 0) return <p className="soft">{words.noRoles}</p>;
  return (
    <>
      <ul className="lined-list">
        {distinct(person.roles).map((role, index) => (
          <li key={role.id ?? index}>
            <span>
              <strong>{names[role.role]}</strong>
              {placesOf(role, called).map((part) => (
                <span key={part}> · {part}</span>
              ))}
              <span className="note line">
                {say(words.sources[role.source], { by: role.by ?? "", date: role.at === undefined ? "" : date(role.at) })}
                {role.until !== undefined && ` · ${say(words.until, { date: date(role.until) })}`}
              </span>
            </span>
            {manages && role.source === "granted" && role.id !== undefined && (
              <Confirm
                label={words.end}
                title={say(words.endTitle, { role: names[role.role] })}
                text={words.endText}
                disabled={end.isPending}
                confirm={() => end.mutate(role.id ?? "")}
              />
            )}
          </li>
        ))}
      </ul>
      {end.error && <FailureNotice error={end.error} />}
    </>
  );
}

/** The same from two sources is one role; the one that can be ended here is shown. */
export function distinct(roles: readonly Role[]): readonly Role[] {
  const found = new Map<string, Role>();
  for (const role of roles) {
    const key = [role.role, ...whereOf(role)].join(" ");
    if (!found.has(key) || role.source === "granted") found.set(key, role);
  }
  return [...found.values()];
}

function placesOf({ lane, board, unit }: Role, called: Names): string[] {
  return [lane && called.lane(lane), board && called.board(board), unit && called.unit(unit)].filter(
    (part) => part !== undefined && part !== "",
  ) as string[];
}

function whereOf({ lane, board, unit }: Role): string[] {
  return [lane, board, unit].filter((part) => part !== undefined && part !== "") as string[];
}
