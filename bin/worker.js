// What a worker thread begins with.
import { load } from "./program.js";

const { work } = await load("worker");

export default work;
