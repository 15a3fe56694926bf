// A thread that loads one program, checks it where that is asked, and gives back what it found.
import { parentPort, workerData } from "node:worker_threads";
import { loadProgram } from "#program";
import { readProgramIn, type ThreadOrder } from "./read-program.ts";

const { folder, options, do: what } = workerData as ThreadOrder;
parentPort?.postMessage(await (what === "check" ? readProgramIn : loadProgram)(folder, options));
