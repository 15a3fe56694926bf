// Who I am here, how the portal looks to me, and the way out.
import "@mantine/core/styles/Popover.css";
import "./person-menu.css";
import { languages } from "@allmend/look";
import { shellWords } from "@allmend/look/words/portal/shell";
import { Popover } from "@mantine/core";
import { Link } from "react-router";
import { usePreferences } from "../app/preferences.tsx";
import { type Me, useSignOut } from "../api/me.ts";
import { useWords } from "../parts/use-words.ts";
import { Choice } from "../parts/choice.tsx";

const NAMES_OF_LANGUAGES = { en: "English", de: "Deutsch" };

export function PersonMenu({ me }: { readonly me: Me }) {
  const words = useWords(shellWords).person;
  const preferences = usePreferences();
  const signOut = useSignOut();
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus withRoles>
      <Popover.Target>
        <button type="button" className="person" aria-label={`${initials(me.name)}: ${me.name}`}>
          {initials(me.name)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="person-menu">
        <strong>
          <bdi>{me.name}</bdi>
        </strong>
        <p className="note">
          {words.roles}: {me.roles.length === 0 ? words.noRoles : me.roles.map(({ role }) => words.names[role]).join(", ")}
        </p>
        <Choice
          label={words.language}
          of={languages.map((id) => [id, NAMES_OF_LANGUAGES[id]])}
          chosen={preferences.language}
          choose={(language) => preferences.choose({ language })}
        />
        <Choice
          label={words.theme}
          of={(["system", "light", "dark"] as const).map((id) => [id, words.themes[id]])}
          chosen={preferences.theme}
          choose={(theme) => preferences.choose({ theme })}
        />
        <Choice
          label={words.density}
          of={(["comfortable", "compact"] as const).map((id) => [id, words.densities[id]])}
          chosen={preferences.density}
          choose={(density) => preferences.choose({ density })}
        />
        <p>
          <Link to="/me">{words.mine}</Link>
        </p>
        <button type="button" className="button" onClick={() => signOut.mutate()}>
          {words.signOut}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}

function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => Array.from(word).slice(0, 1));
  return [letters[0], letters.length > 1 ? letters.at(-1) : undefined].join("").toUpperCase();
}
