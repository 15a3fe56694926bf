// A thread that loads and checks one program and says what it found. It gets the folder, and gives back what `readProgramIn` gives.
import { parentPort, workerData } from "node:worker_threads";
import { type ApartOrder, readProgramIn } from "./read-program.ts";

const { folder, options } = workerData as ApartOrder;
parentPort?.postMessage(await readProgramIn(folder, options));
