// What a worker thread begins with: tsx does not reach into threads by itself on Node 20.
import { register } from "tsx/esm/api";

register();
const { work } = await import("../src/workers/worker.ts");

export default work;
