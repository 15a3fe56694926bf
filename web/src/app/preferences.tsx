// Language, theme and density: of this browser, without asking the server.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languages } from "@allmend/look";

type Theme = "system" | "light" | "dark";
type Density = "comfortable" | "compact";

interface Chosen {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
}

interface Preferences extends Chosen {
  readonly dark: boolean;
  choose(change: Partial<Chosen>): void;
}

const KEY = "allmend.preferences";
const Context = createContext<Preferences | undefined>(undefined);

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(remembered);
  const system = useSystemDark();
  const dark = chosen.theme === "system" ? system : chosen.theme === "dark";
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = chosen.language;
    documentElement.dataset.theme = dark ? "dark" : "light";
    documentElement.dataset.density = chosen.density;
  }, [chosen, dark]);
  const value = useMemo<Preferences>(
    () => ({
      ...chosen,
      dark,
      choose(change) {
        setChosen((before) => {
          const after = { ...before, ...change };
          remember(after);
          return after;
        });
      },
    }),
    [chosen, dark],
  );
  return <Context value={value}>{children}</Context>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(Context);
  if (!preferences) throw new Error("PreferencesProvider is missing around this part");
  return preferences;
}

export function useLanguage(): Language {
  return usePreferences().language;
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const changed = () => setDark(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return dark;
}

function remembered(): Chosen {
  const usual: Chosen = { language: navigator.language.startsWith("de") ? "de" : "en", theme: "system", density: "comfortable" };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Chosen>;
    return {
      language: languages.find((language) => language === kept.language) ?? usual.language,
      theme: kept.theme === "light" || kept.theme === "dark" ? kept.theme : usual.theme,
      density: kept.density === "compact" ? "compact" : usual.density,
    };
  } catch {
    return usual;
  }
}

/** A browser that keeps nothing still shows the page. */
function remember(chosen: Chosen): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Nothing is lost but the choice.
  }
}
