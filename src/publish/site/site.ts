// The public open source site as files by path: pages in both languages, publiccode.yml, a list for machines, security.txt. Nothing on it needs a script.
import { type Language, languages } from "#look";
import type { CaseKind } from "#program";
import type { ScanResult } from "#scan";
import { askPage } from "./ask.ts";
import { frame, type Page, type SiteContext } from "./frame.ts";
import { contactPage, homePage, policiesPage, policyPage, strategyPage } from "./pages.ts";
import { type Project, projectsOf } from "./project.ts";
import { projectPage, projectsPage } from "./project-pages.ts";
import { type LeftOut, type PublicPart, publicPart } from "./public.ts";
import { publiccode } from "./publiccode.ts";

export interface Site {
  readonly files: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
}

const YEAR = 365 * 86_400_000;

/** `ask`: the kind of case that the public opens, where a server behind the site takes its questions. */
export function siteFiles(result: ScanResult, ask?: CaseKind): Site {
  const shown = publicPart(result);
  const projects = projectsOf(shown.projects);
  const { name, languages: spoken } = result.program.organization;
  const contextIn = (language: Language) => siteContext(result, shown, language, ask !== undefined);
  const files = new Map<string, string>();
  for (const language of languages) {
    const context = contextIn(language);
    for (const page of [...pagesOf(context, projects), ...(ask ? [askPage(ask, context)] : [])])
      files.set(`${language}/${page.path}`, frame(page, context));
  }
  const first = contextIn(spoken[0] ?? "en");
  files.set("index.html", frame(homePage(first, `${first.language}/`), first, `${first.language}/`));
  const { general } = shown.contacts;
  const publisher = { organization: name, day: result.now.slice(0, 10), ...(general === undefined ? {} : { contact: general }) };
  for (const project of projects) if (!project.publiccode) files.set(`publiccode/${project.slug}.yml`, publiccode(project, publisher));
  files.set("projects.json", `${JSON.stringify(listing(result, projects), undefined, 1)}\n`);
  const security = securityText(shown, result.now);
  if (security !== undefined) files.set(".well-known/security.txt", security);
  if (shown.address !== undefined) files.set("sitemap.xml", sitemap([...files.keys()], shown.address));
  return { files, leftOut: shown.leftOut };
}

export function siteContext(
  { now, tool, program }: Pick<ScanResult, "now" | "tool" | "program">,
  shown: PublicPart,
  language: Language,
  asks: boolean,
): SiteContext {
  return { organization: program.organization.name, language, now, version: tool.version, shown, asks };
}

function pagesOf(context: SiteContext, projects: readonly Project[]): readonly Page[] {
  const { strategy, policies } = context.shown;
  return [
    homePage(context),
    ...(strategy ? [strategyPage(strategy, context)] : []),
    ...(policies.length > 0 ? [policiesPage(context)] : []),
    ...policies.map((policy) => policyPage(policy, context)),
    projectsPage(projects, context),
    ...projects.map((project) => projectPage(project, context)),
    contactPage(context),
  ];
}

function listing(result: ScanResult, projects: readonly Project[]) {
  return {
    schema: "allmend.site-projects/1",
    organization: result.program.organization.name,
    now: result.now,
    projects: projects.map(({ name, slug, address, license, state, description, daysSinceRelease, publiccode: own }) => ({
      name,
      address,
      state,
      page: `${languages[0]}/project-${slug}.html`,
      ...(license === undefined ? {} : { license }),
      ...(description === undefined ? {} : { description }),
      ...(daysSinceRelease === undefined ? {} : { daysSinceRelease }),
      ...(own ? {} : { publiccode: `publiccode/${slug}.yml` }),
    })),
  };
}

/** RFC 9116: where to report a vulnerability; a year from the day of the result it is to be written anew. */
function securityText({ contacts, address }: PublicPart, now: string): string | undefined {
  const to = contacts.security ?? contacts.general;
  if (to === undefined) return undefined;
  const contact = /^https?:\/\//i.test(to) ? to : `mailto:${to}`;
  const expires = new Date(Date.parse(now) + YEAR).toISOString().replace(/\.\d+Z$/, "Z");
  const canonical = address === undefined ? "" : `Canonical: ${at(address, ".well-known/security.txt")}\n`;
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en, de\n${canonical}`;
}

function sitemap(paths: readonly string[], address: string): string {
  const pages = paths
    .filter((path) => path.endsWith(".html"))
    .map((path) => `<url><loc>${at(address, path).replaceAll("&", "&amp;")}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join("")}</urlset>\n`;
}

function at(address: string, path: string): string {
  return new URL(path, address.endsWith("/") ? address : `${address}/`).href;
}
