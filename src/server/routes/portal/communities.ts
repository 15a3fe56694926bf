// Communities as pages: our projects with what is missing, projects that we depend on, and what the office keeps about both.
import { z } from "zod";
import { portalPages } from "#publish";
import { type Agreement, isInForce } from "#program";
import type { ScanResult } from "#scan";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { type Standing, standingOf } from "../../portal/standing.ts";
import { upstreamsSeen } from "../../portal/upstreams-seen.ts";
import type { RouteModule } from "../index.ts";
import { projectBody, projectLineBody, registersBody, upstreamsBody } from "./community-bodies.ts";
import { asOf, seesProduct, seesProducts, spoken, whenOf } from "./parts.ts";

const reading = { permission: "results:read" } as const;

export const communityPageRoutes: RouteModule = {
  name: "portal-communities",
  register(app, deps) {
    const visible = ({ result }: Standing, caller: Parameters<typeof seesProducts>[0]) => {
      const sees = seesProducts(caller, result.program);
      return result.repositories.filter(({ products }) => sees(products));
    };

    app.route({
      method: "GET",
      url: "/api/portal/projects",
      schema: {
        operationId: "projectLines",
        tags: ["portal"],
        summary: "Our projects: how far each is, what happens in it, and how many checks are open",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, projects: z.array(projectLineBody) }).meta({ id: "ProjectLines" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, { projectLines }] = await Promise.all([standingOf(deps), portalPages()]);
        const projects = projectLines(visible(standing, known(request)), standing.result.communities);
        return { ...whenOf(standing), projects: projects as z.input<typeof projectLineBody>[] };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/project",
      schema: {
        operationId: "projectPage",
        tags: ["portal"],
        summary: "One of our projects: its community, and each check with its remedy",
        querystring: spoken.extend({ id: word(500) }),
        response: { 200: z.object({ ...asOf, project: projectBody }).meta({ id: "ProjectAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, { projectPage }] = await Promise.all([standingOf(deps), portalPages()]);
        const repository = visible(standing, known(request)).find(({ id }) => id === request.query.id);
        if (!repository) throw notThere("such project");
        const community = standing.result.communities.find((one) => one.repository === repository.id);
        return { ...whenOf(standing), project: projectPage(repository, community, request.query.lang) as z.input<typeof projectBody> };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/upstreams",
      schema: {
        operationId: "upstreamsPage",
        tags: ["portal"],
        summary: "Projects that we depend on: dependence, our part, the rung where we stand and the one wanted",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, upstreams: upstreamsBody }).meta({ id: "UpstreamsAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, { upstreamsPage }] = await Promise.all([standingOf(deps), portalPages()]);
        const upstreams = await upstreamsSeen(deps.database, standing.result, known(request));
        const page = upstreamsPage({ ...standing.result, upstreams }, request.query.lang);
        return { ...whenOf(standing), upstreams: page as z.input<typeof upstreamsBody> };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/registers",
      schema: {
        operationId: "communityRegisters",
        tags: ["portal"],
        summary:
          "What the office keeps about communities: agreements, memberships, sponsorships, joint work, events, thanks; only who agreed to it is named",
        response: { 200: registersBody },
      },
      config: { permission: "registers:read" },
      async handler(request) {
        const { result } = await standingOf(deps);
        return registersIn(result, seesProduct(known(request), result.program));
      },
    });
  },
};

function registersIn({ program, now }: ScanResult, sees: (product: string) => boolean): z.input<typeof registersBody> {
  const { agreements, memberships, collaborations, events, forks, recognition } = program.registers ?? {};
  return {
    today: now.slice(0, 10),
    agreements: Object.entries(agreements?.agreements ?? {}).flatMap(([id, { products = [], ...agreement }]) => {
      const seen = products.filter(sees);
      return products.length > 0 && seen.length === 0
        ? []
        : agreementLine(id, { ...agreement, ...(seen.length > 0 ? { products: seen } : {}) }, now);
    }),
    memberships: Object.entries(memberships?.memberships ?? {}).map(([id, one]) => ({ id, ...one })),
    sponsorships: Object.entries(memberships?.sponsorships ?? {}).map(([id, one]) => ({ id, ...one })),
    collaborations: Object.entries(collaborations?.collaborations ?? {}).map(([id, one]) => ({ id, ...one })),
    events: Object.entries(events?.events ?? {}).map(([id, one]) => ({ id, ...one })),
    recognition: (recognition?.recognition ?? []).map((one) => ({ ...one })),
    forks: (forks?.forks ?? []).map(({ upstream, because, owner, plan, review, patches = [] }) => ({
      upstream,
      because,
      ...(owner === undefined ? {} : { owner }),
      ...(plan === undefined ? {} : { plan }),
      ...(review === undefined ? {} : { review }),
      patches: patches.length,
    })),
  };
}

/** Whom it covers is counted: names and addresses of people stay in the register. */
function agreementLine(id: string, { covers, relicensing: _relicensing, ...rest }: Agreement, now: string) {
  const { people = [], emails = [], logins = [], domains = [], organizations = [] } = covers;
  return {
    id,
    ...rest,
    inForce: isInForce({ ...rest, covers }, now),
    people: people.length + emails.length + logins.length,
    domains,
    organizations,
  };
}
