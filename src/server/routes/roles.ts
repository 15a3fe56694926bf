// What each role may: the table of access/permissions.ts, for the page on which roles are given.
import { z } from "zod";
import { permissions, permissionsOf, roles } from "../access/permissions.ts";
import type { RouteModule } from "./index.ts";

const role = z.object({ role: z.enum(roles), permissions: z.array(z.enum(permissions)) }).meta({ id: "Role" });

export const roleRoutes: RouteModule = {
  name: "roles",
  register(app) {
    app.route({
      method: "GET",
      url: "/api/roles",
      schema: { operationId: "roles", tags: ["people"], summary: "What each role may", response: { 200: z.array(role) } },
      config: { permission: "people:read" },
      handler: async () => roles.map((each) => ({ role: each, permissions: [...permissionsOf[each]] })),
    });
  },
};
