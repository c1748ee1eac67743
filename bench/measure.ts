import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What one run of a command cost. */
export interface Cost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** A command that has run. */
export interface Measured {
  readonly cost: Cost;
  /** The last line it printed. */
  readonly lastLine: string;
}

/** The kernel counts processor time in these. */
const ticksPerSecond = 100;
const interval = 25;

/** The zone of the articles, which Hexo takes from the machine; no news from the peers' makers. */
const environment = { ...process.env, TZ: "Asia/Shanghai", ASTRO_TELEMETRY_DISABLED: "1", NO_UPDATE_NOTIFIER: "1" };

/**
 * Runs a command and watches what it costs, by Linux' own accounts of its process, their threads and their children.
 * @param command - program and arguments
 * @param folder - working directory
 * @returns its cost and its last line
 * @throws Error with the command's last words when it fails
 */
export async function measure(command: readonly string[], folder: string): Promise<Measured> {
  // What earlier runs wrote must not be on its way to the disk still.
  execFileSync("sync");
  const childrenBefore = account("self").childTicks;
  const start = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let words = "";
  child.stdout.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-1_000_000)));
  child.stderr.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
  let cpuTicks = 0;
  let peakKilobytes = 0;
  const look = () => {
    const accounts = processTree(String(child.pid)).map(account);
    const memory = accounts.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    const ticks = accounts.reduce((sum, { ownTicks, childTicks }) => sum + ownTicks + childTicks, 0);
    peakKilobytes = Math.max(peakKilobytes, memory, ...accounts.map(({ peak }) => peak));
    cpuTicks = Math.max(cpuTicks, ticks);
  };
  const watch = setInterval(look, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(watch));
  const wallSeconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${words || output.slice(-2000)}`);
  // Our own account of ended children is exact, but does not know those that their parent left behind.
  cpuTicks = Math.max(cpuTicks, account("self").childTicks - childrenBefore);
  const cost = { wallSeconds, cpuSeconds: cpuTicks / ticksPerSecond, peakMegabytes: peakKilobytes / 1024 };
  return { cost, lastLine: output.trimEnd().split("\n").at(-1)! };
}

/** A process and all that came of it; any of its threads may have had children. */
function processTree(pid: string): readonly string[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const children = threads.flatMap(
    (thread) => attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"))?.match(/\d+/g) ?? [],
  );
  return [pid, ...children.flatMap(processTree)];
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: `utime`, `stime`, `cutime`, `cstime`. */
function account(pid: string) {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, "utf8")) ?? "";
  const fields =
    attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"))
      ?.split(") ")
      .at(-1)!
      .split(" ") ?? [];
  const ticks = (index: number) => Number(fields[index] ?? 0);
  return {
    kilobytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0),
    peak: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0),
    ownTicks: ticks(11) + ticks(12),
    childTicks: ticks(13) + ticks(14),
  };
}

/** A process may end while it is looked at. */
function attempt<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
