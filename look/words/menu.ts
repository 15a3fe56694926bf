// The menu of the report: one or two words a section, so that it stays one or two lines.
import type { Language } from "./index.ts";

const menuEn = {
  use: "In use",
  obligations: "Duties",
  delivery: "Delivery",
  program: "Program",
  upstream: "Upstream",
};

const menuDe: typeof menuEn = {
  use: "Genutzt",
  obligations: "Pflichten",
  delivery: "Lieferung",
  program: "Programm",
  upstream: "Upstream",
};

const catalogues: Readonly<Record<Language, typeof menuEn>> = { en: menuEn, de: menuDe };

export function menuWords(language: Language): typeof menuEn {
  return catalogues[language];
}
