// publiccode.yml 0.7 for a project that brings none, from what is known; what the standard demands and nobody stated is named in its first lines.
import { siteWords } from "#look";
import { stringify } from "yaml";
import type { Project } from "./project.ts";

const SHORT = 150;
const LONG = 10_000;
const STATUS = {
  archived: "obsolete",
  incubating: "beta",
  quiet: "stable",
  released: "stable",
  developing: "beta",
  unknown: "development",
} as const;

/** What packages of an ecosystem run on. */
const PLATFORM: Readonly<Record<string, string>> = {
  npm: "nodejs",
  pypi: "python",
  maven: "jvm",
  golang: "go",
  cargo: "rust",
  nuget: "dotnet",
  gem: "ruby",
  composer: "php",
};

export interface Publisher {
  readonly organization: string;
  /** Mail address or form for everything. */
  readonly contact?: string;
  /** Day for which the site answers. */
  readonly day: string;
}

export function publiccode(project: Project, publisher: Publisher): string {
  const stated = project.description !== undefined;
  const features = project.packages.map((name) => `Package ${name}`);
  const document = {
    publiccodeYmlVersion: "0.7",
    name: project.name,
    url: project.address,
    platforms: project.makes.length > 0 ? project.makes.map((type) => PLATFORM[type] ?? type) : ["other"],
    developmentStatus: project.preliminary && STATUS[project.state] === "stable" ? "beta" : STATUS[project.state],
    softwareType: project.packages.length > 0 ? "library" : "standalone/other",
    description: {
      en: {
        shortDescription: cut(project.description ?? `Published by ${publisher.organization}`, SHORT),
        longDescription: longDescription(project, publisher),
        features: features.length > 0 ? features : [`Source under ${project.license ?? "the licence in its repository"}`],
      },
    },
    legal: { license: project.license ?? "LicenseRef-unknown" },
    maintenance: {
      type: project.state === "archived" ? "none" : "internal",
      ...(project.state === "archived" ? {} : { contacts: [contactOf(publisher)] }),
    },
    localisation: { localisationReady: false, availableLanguages: ["en"] },
  };
  const guessed = ["platforms", "softwareType", "features", "localisation", "maintenance", ...(stated ? [] : ["description"])];
  return `# Made by Allmend from the repository as of ${publisher.day}. Nobody stated: ${guessed.join(", ")}.\n# A publiccode.yml in the repository itself takes its place.\n${stringify(document, { lineWidth: 0 })}`;
}

function longDescription({ description, license, address, state }: Project, { organization }: Publisher): string {
  const words = siteWords("en").projects;
  const sentences = [
    description,
    `It is published by ${organization} at ${address}${license === undefined ? "" : ` under ${license}`}.`,
    `State: ${words.states[state]}. ${words.stateMeans[state]}`,
  ];
  return cut(sentences.filter((text) => text !== undefined).join("\n\n"), LONG);
}

function contactOf({ organization, contact }: Publisher): Record<string, string> {
  if (contact === undefined || /^https?:/i.test(contact)) return { name: organization };
  return { name: organization, email: contact };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
