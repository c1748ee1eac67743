import { parentPort, workerData } from "node:worker_threads";
import { notAsLeft, openOutputLedger } from "./outputLedger.ts";
import type { LookTask } from "./lookAside.ts";

const { place, output } = workerData as LookTask;
parentPort!.postMessage(notAsLeft(output, openOutputLedger(place, output)));
