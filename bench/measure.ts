import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a command cost. */
export interface Cost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** The kernel counts processor time in these. */
const ticksPerSecond = 100;
const interval = 20;

/**
 * Runs a command and watches what it costs, by Linux' own accounts of the process and its threads.
 * @param command - program and arguments
 * @param folder - working directory
 * @returns its cost
 * @throws Error with the command's last words when it fails
 */
export async function measure(command: readonly string[], folder: string): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command[0]!, command.slice(1), { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
  let cpuTicks = 0;
  let peakKilobytes = 0;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peakKilobytes = Math.max(peakKilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
      cpuTicks = Math.max(cpuTicks, Number(fields[11]) + Number(fields[12]));
    } catch {
      // It has just ended.
    }
  };
  const watch = setInterval(look, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(watch);
  const wallSeconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${words}`);
  return { wallSeconds, cpuSeconds: cpuTicks / ticksPerSecond, peakMegabytes: peakKilobytes / 1024 };
}
