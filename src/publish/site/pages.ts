// The pages of the site that stand for the whole: overview, strategy, policies, contact.
import { escapeHtml, fill, formatDate, type Language, localText, siteWords, wordFor, wordsOf } from "#look";
import type { Policy, Strategy } from "#program";
import type { Page, SiteContext } from "./frame.ts";
import { proseHtml } from "./prose.ts";

/** `from`: the folder of its language, for the page that lies above it. */
export function homePage({ shown, language, organization, asks }: SiteContext, from = ""): Page {
  const words = siteWords(language);
  const { strategy, policies, projects } = shown;
  const links = [
    ...(strategy ? [link(`${from}strategy.html`, words.home.strategy)] : []),
    ...(policies.length > 0 ? [link(`${from}policies.html`, fill(words.home.policies, { count: policies.length }, language))] : []),
    projects.length > 0
      ? link(`${from}projects.html`, fill(words.home.projects, { count: projects.length }, language))
      : escapeHtml(words.home.noProjects),
    link(`${from}contact.html`, words.pages.contact),
    ...(asks ? [link(`${from}ask.html`, words.ask.title)] : []),
  ];
  const wanted = strategy ? `<h2>${escapeHtml(words.home.objectives)}</h2>${list(objectivesOf(strategy, language).map(escapeHtml))}` : "";
  const nothing = !strategy && policies.length === 0 ? `<p>${escapeHtml(words.home.nothing)}</p>` : "";
  return {
    path: "index.html",
    title: words.pages.home,
    under: "home",
    body: `<h1><bdi>${escapeHtml(fill(words.title, { organization }, language))}</bdi></h1>
<p class="lead"><bdi>${escapeHtml(fill(words.home.lead, { organization }, language))}</bdi></p>
${wanted}${nothing}
<h2>${escapeHtml(words.home.read)}</h2>${list(links)}`,
  };
}

/** Statements, most a page bears; a strategy that is longer is read on its own page. */
function objectivesOf({ objectives }: Strategy, language: Language): string[] {
  return objectives.slice(0, 12).map(({ id, statement }) => localText(statement, language) ?? id);
}

export function strategyPage(strategy: Strategy, { language }: SiteContext): Page {
  const words = siteWords(language);
  const title = localText(strategy.title, language) ?? words.pages.strategy;
  const said = [
    ...(strategy.version === "" ? [] : [fill(words.strategy.version, { version: strategy.version }, language)]),
    ...(strategy.inForce === undefined ? [] : [fill(words.strategy.inForce, { date: formatDate(strategy.inForce, language) }, language)]),
    ...(strategy.review === undefined ? [] : [fill(words.strategy.review, { date: formatDate(strategy.review, language) }, language)]),
  ];
  const objectives = strategy.objectives.map(({ id, statement }) => {
    const serving = strategy.activities
      .filter(({ serves }) => Object.hasOwn(serves, id))
      .map((activity) => localText(activity.title, language) ?? activity.id);
    const by =
      serving.length === 0
        ? ""
        : `<br><span class="note">${escapeHtml(fill(words.strategy.servedBy, { list: serving.join("; ") }, language))}</span>`;
    return `<bdi>${escapeHtml(localText(statement, language) ?? id)}</bdi>${by}`;
  });
  return {
    path: "strategy.html",
    title,
    under: "strategy",
    body: `<h1><bdi>${escapeHtml(title)}</bdi></h1><p class="note">${escapeHtml(said.join(" "))}</p>
${prose(strategy.prose, language)}
${objectives.length === 0 ? "" : `<h2>${escapeHtml(words.strategy.objectives)}</h2>${list(objectives)}`}`,
  };
}

export function policiesPage({ shown, language }: SiteContext): Page {
  const words = siteWords(language);
  const items = shown.policies.map((policy) => link(policyPath(policy), titleOf(policy, language)));
  return {
    path: "policies.html",
    title: words.pages.policies,
    under: "policies",
    body: `<h1>${escapeHtml(words.pages.policies)}</h1><p class="lead">${escapeHtml(words.policies.lead)}</p>${list(items)}`,
  };
}

export function policyPage(policy: Policy, { language }: SiteContext): Page {
  const words = siteWords(language);
  const title = titleOf(policy, language);
  const said = [
    ...(policy.inForce === undefined ? [] : [fill(words.strategy.inForce, { date: formatDate(policy.inForce, language) }, language)]),
    ...(policy.review === undefined ? [] : [fill(words.strategy.review, { date: formatDate(policy.review, language) }, language)]),
    ...(policy.rules.length === 0 ? [] : [fill(words.policies.rules, { count: policy.rules.length }, language)]),
  ];
  return {
    path: policyPath(policy),
    title,
    under: "policies",
    body: `<h1><bdi>${escapeHtml(title)}</bdi></h1><p class="note">${escapeHtml(said.join(" "))}</p>${prose(policy.prose, language)}`,
  };
}

function policyPath({ area }: Policy): string {
  return `policy-${area}.html`;
}

function titleOf({ title, area }: Policy, language: Language): string {
  return localText(title, language) ?? wordFor(wordsOf(language).area, area);
}

/** In the reader's language; what is only there in the other says so, and screen readers hear it. */
function prose(text: Readonly<Partial<Record<Language, string>>>, language: Language): string {
  if (text[language] !== undefined) return proseHtml(text[language]);
  const other: Language = language === "de" ? "en" : "de";
  if (text[other] === undefined) return "";
  return `<p class="note">${escapeHtml(siteWords(language).strategy.otherLanguage)}</p><div lang="${other}">${proseHtml(text[other])}</div>`;
}

export function contactPage({ shown, language, asks }: SiteContext): Page {
  const { contact: words, pages, ask } = siteWords(language);
  const part = (title: string, text: string, address: string | undefined) =>
    `<h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p><p>${address === undefined ? escapeHtml(words.none) : addressLink(address)}</p>`;
  const { general, licences = general, security = general } = shown.contacts;
  return {
    path: "contact.html",
    title: pages.contact,
    under: "contact",
    body: `<h1>${escapeHtml(pages.contact)}</h1><p class="lead">${escapeHtml(words.lead)}</p>${asks ? `<p>${link("ask.html", ask.instead)}</p>` : ""}
${part(words.licences, words.licencesText, licences)}
${part(words.security, words.securityText, security)}
${part(words.general, words.generalText, general)}`,
  };
}

function addressLink(address: string): string {
  const href = /^https?:\/\//i.test(address) ? address : `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}`;
  return `<a href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(address)}</a>`;
}

function link(href: string, text: string): string {
  return `<a href="${href}"><bdi>${escapeHtml(text)}</bdi></a>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
