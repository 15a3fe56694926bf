// docs/reference/access.md: every route with who may use it.
import { accessReference } from "#server";

export async function accessPage(): Promise<string> {
  const { roles, routes } = await accessReference();
  const head = `| route | asks for | ${roles.join(" | ")} | units |\n|---|---|${roles.map(() => "---").join("|")}|---|`;
  const rows = routes.map(
    ({ route, asks, may, units }) => `| \`${route}\` | ${asks} | ${may.map((each) => (each ? "yes" : "–")).join(" | ")} | ${units} |`,
  );
  return `# Who may do what on the server\n\n*Made from \`src/server/access\` and the routes; do not edit.*\n\nEvery route names what it asks for; the test of \`src/server/access\` tries each of them with each role, with nobody, and with tokens. A token may what it was made for, and never more than its person; it never decides, manages people or makes tokens.\n\nUnits: *none*: it belongs to no unit. *own*: only what is the caller's own. *apart*: where organization.yaml says \`units-apart: true\`, what belongs to another unit is not there (404, and left out of lists) for roles that end at a unit; auditors, administrators and roles of the whole organisation see all.\n\nNobody decides in a case that they ask for, opened, or are named in as apart, whatever their roles: the machine of the cases refuses it (\`own-case\`).\n\n${head}\n${rows.join("\n")}\n`;
}
