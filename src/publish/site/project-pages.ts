// The projects of the site: a list, and a page for each.
import { escapeHtml, fill, formatNumber, type Language, shorten, siteWords } from "#look";
import type { Page, SiteContext } from "./frame.ts";
import type { Project } from "./project.ts";

export function projectsPage(projects: readonly Project[], { language }: SiteContext): Page {
  const words = siteWords(language);
  const cards = projects.map(
    (project) =>
      `<li><h2><a href="project-${project.slug}.html"><bdi>${escapeHtml(project.name)}</bdi></a></h2><p><span class="state">${escapeHtml(words.projects.states[project.state])}</span> <span class="note"><bdi>${escapeHtml(project.license ?? words.projects.notKnown)}</bdi></span></p>${project.description === undefined ? "" : `<p><bdi>${escapeHtml(shorten(project.description, 240))}</bdi></p>`}</li>`,
  );
  return {
    path: "projects.html",
    title: words.pages.projects,
    under: "projects",
    body: `<h1>${escapeHtml(words.pages.projects)}</h1><p class="lead">${escapeHtml(words.projects.lead)}</p>${cards.length === 0 ? `<p>${escapeHtml(words.projects.none)}</p>` : `<ul class="cards">${cards.join("")}</ul>`}`,
  };
}

export function projectPage(project: Project, { language }: SiteContext): Page {
  const { projects: words } = siteWords(language);
  const rows: readonly (readonly [string, string])[] = [
    [words.state, `<span class="state">${escapeHtml(words.states[project.state])}</span> ${escapeHtml(words.stateMeans[project.state])}`],
    [words.license, `<bdi>${escapeHtml(project.license ?? words.notKnown)}</bdi>`],
    [words.address, `<a href="${escapeHtml(project.address)}" rel="noreferrer">${escapeHtml(project.address)}</a>`],
    [words.lastRelease, escapeHtml(lastRelease(project, language))],
    ...count(words.release, project.releases, language),
    ...count(words.activity, project.commits, language),
    ...(project.checks.all === 0 ? [] : [[words.checks, escapeHtml(fill(words.checksPassed, project.checks, language))] as const]),
    [words.contribute, contribute(project, language)],
    [
      words.security,
      project.securityPolicy
        ? escapeHtml(words.hasSecurity)
        : `${escapeHtml(words.noSecurity)} <a href="contact.html">${escapeHtml(siteWords(language).pages.contact)}</a>`,
    ],
    [
      words.publiccode,
      project.publiccode
        ? escapeHtml(words.ownPubliccode)
        : `<a href="../publiccode/${project.slug}.yml">${escapeHtml(words.madePubliccode)}</a>`,
    ],
  ];
  const about = project.description === undefined ? "" : `<p class="lead"><bdi>${escapeHtml(project.description)}</bdi></p>`;
  return {
    path: `project-${project.slug}.html`,
    title: project.name,
    under: "projects",
    body: `<h1><bdi>${escapeHtml(project.name)}</bdi></h1>${about}<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>`).join("")}</dl>`,
  };
}

function lastRelease({ daysSinceRelease }: Project, language: Language): string {
  const words = siteWords(language).projects;
  return daysSinceRelease === undefined ? words.never : fill(words.days, { days: daysSinceRelease }, language);
}

function count(name: string, value: number | undefined, language: Language): (readonly [string, string])[] {
  return value === undefined ? [] : [[name, formatNumber(value, language)]];
}

function contribute({ address, contributing }: Project, language: Language): string {
  const words = siteWords(language).projects;
  if (contributing === undefined) return escapeHtml(words.noContributing);
  const said = escapeHtml(fill(words.hasContributing, { path: contributing }, language));
  const page = fileAddress(address, contributing);
  return page === undefined ? said : `<a href="${escapeHtml(page)}" rel="noreferrer">${said}</a>`;
}

/** Where a file of a repository is read in a browser, on forges whose addresses are known. */
function fileAddress(repository: string, path: string): string | undefined {
  if (!URL.canParse(repository)) return undefined;
  const { hostname, href } = new URL(repository);
  const between = { "github.com": "blob/HEAD", "gitlab.com": "-/blob/HEAD", "codeberg.org": "src/HEAD" }[hostname];
  if (between === undefined) return undefined;
  return `${href.replace(/(?:\.git)?\/?$/, "")}/${between}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
