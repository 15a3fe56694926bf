// Roles, and what each may, in words.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { shellWords } from "@allmend/look/words/portal/shell";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";

const SEES_ALL: ReadonlySet<string> = new Set(["admin", "auditor"]);

export function RolesPage() {
  const words = useWords(administrationWords).roles;
  const names = useWords(shellWords).person.names;
  const { say } = useSpeech();
  return (
    <>
      <AdministrationPages />
      <Read of={["roles"]} read={(signal) => data(api.GET("/api/roles", { signal }))} rows={9}>
        {(roles) => {
          const reader = new Set(roles.find(({ role }) => role === "viewer")?.permissions);
          // Everybody who has a role may what a reader may.
          const beyond = (role: string, permissions: (typeof roles)[number]["permissions"]) =>
            role === "viewer" ? permissions : permissions.filter((permission) => !reader.has(permission));
          return (
            <>
              <Answer answer={say(words.answer, { count: roles.length })} why={words.why} />
              <ul className="role-cards">
                {roles.map(({ role, permissions }) => (
                  <li key={role}>
                    <h2>{names[role]}</h2>
                    <p>{words.says[role]}</p>
                    {role !== "viewer" && <p className="note">{words.likeReader}</p>}
                    <ul className="note">
                      {beyond(role, permissions).map((permission) => (
                        <li key={permission}>{words.permissions[permission]}</li>
                      ))}
                    </ul>
                    {SEES_ALL.has(role) && <p className="note">{words.seesAll}</p>}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Read>
    </>
  );
}
