// A server in a process of its own, as in an office: the invented organisation that filled the database is not in its memory. Prints where it listens; ends with its input.
import { openDatabase } from "#store";
import { createApp } from "../../src/server/app.ts";
import { someone, testOffice } from "../../src/server/testing/office.ts";
import { million, worldProgram } from "./world.ts";

const [url = "", home = ""] = process.argv.slice(2);
const database = await openDatabase({ url });
const program = await worldProgram(million);
const { deps } = await testOffice({ database, home, program: { program, digest: program.digest } });
// Who leads the office reads most.
const viewer = someone("vera", [{ role: "admin" }, { role: "executive" }]);
const app = await createApp(deps, { version: "bench", identify: async () => viewer });
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
process.stdin.resume().on("end", () => void app.close().then(() => database.close()));
