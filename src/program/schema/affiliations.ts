// affiliations.yaml: for whom people work who commit, as far as their addresses do not say it.
import { z } from "zod";
import { byId, date, expecting, id, schemaVersion, text } from "./text.ts";

export const mailDomain = expecting("a domain such as example.org", z.string().regex(/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/));
const address = expecting("an e-mail address", z.string().regex(/^[^\s@]+@[^\s@]+$/));

const organization = z.strictObject({
  name: text("the organisation's name").describe("What people call it."),
  domains: z.array(mailDomain).optional().describe("Its mail domains; what ends in one belongs to it: acme.org covers mail.acme.org."),
  ours: z.literal(true).optional().describe("It is a part of us: a subsidiary, a brand."),
});

const person = z.strictObject({
  addresses: z
    .array(address)
    .min(1)
    .describe("Addresses of one person: private ones, and those that a forge makes (12345+name@users.noreply.github.com)."),
  organization: id("the id of an organisation, or us").describe("For whom the person works: us, or an id under organizations."),
  from: date().optional().describe("First day on which that holds."),
  until: date().optional().describe("Last day on which that holds."),
});

export const affiliationsDocument = z
  .strictObject({
    schema: schemaVersion("affiliations"),
    organizations: byId("an organisation's id", organization)
      .optional()
      .describe("Organisations whose people commit. Without an entry, a mail domain is an organisation of that name."),
    people: z
      .array(person)
      .optional()
      .describe("People whose addresses do not say for whom they work, with their consent. Who is not named stays unaffiliated."),
    personal: z
      .array(mailDomain)
      .optional()
      .describe("More mail domains that stand for no organisation: providers of private mail, people's own domains."),
    bots: z.array(text("a name or an address")).optional().describe("Names or addresses under which programs commit."),
  })
  .meta({
    title: "affiliations.yaml",
    description:
      "For whom people work who commit: it makes shares of organisations right. Personal data: keep it where only few can read it.",
  });
