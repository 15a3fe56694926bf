// Parts that several resources are made of.
import { z } from "zod";
import { roles } from "../access/permissions.ts";

/** As organization.yaml writes ids of people. */
export const personId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: "is no id: small letters, digits, ., _ and -" });

export const moment = z.iso.datetime();

export const roleGrant = z.object({
  role: z.enum(roles),
  lane: z.string().max(100).optional().describe("Of a reviewer: the lane."),
  board: z.string().max(100).optional().describe("Of an approver: the board."),
  unit: z.string().max(100).optional().describe("Where the role ends at a unit."),
});

export const nothing = z.undefined().describe("Done.");

export const pageQuery = {
  after: z.string().max(200).optional().describe("Id of the last entry of the page before."),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("Entries a page at most."),
};
