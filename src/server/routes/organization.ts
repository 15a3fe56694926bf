// Whose office this is.
import { z } from "zod";
import type { RouteModule } from "./index.ts";

const organization = z
  .object({
    name: z.string(),
    languages: z.array(z.string()).describe("Of its documents, the first one leading."),
    timeZone: z.string().optional(),
    program: z.string().describe("Digest of the program in force."),
  })
  .meta({ id: "Organization" });

export const organizationRoutes: RouteModule = {
  name: "organization",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/organization",
      schema: { operationId: "organization", tags: ["program"], summary: "Whose office this is", response: { 200: organization } },
      config: { permission: "known" },
      async handler() {
        const { program, digest } = await deps.program();
        const { name, languages, timeZone } = program.organization;
        return { name, languages: [...languages], ...(timeZone === undefined ? {} : { timeZone }), program: digest };
      },
    });
  },
};
