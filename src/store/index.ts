// The door of the room: what is kept over time.
export { migrate } from "./database/migrate.ts";
export { type Database, openDatabase, type OpenOptions, ping } from "./database/open.ts";
export { storeProblems } from "./problem-codes.ts";
