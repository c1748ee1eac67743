// Turns GitHub's annotations on standard input into GitLab's report, which it shows on a merge request:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";

const annotation = /^::(error|warning|notice) file=([^,]*),line=(\d+),col=\d+,title=([^:]*)::(.*)$/;
const severities = { error: "critical", warning: "minor", notice: "info" };
const decoded = (value) =>
  value.replace(/%(25|0D|0A|3A|2C)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

const lines = (await text(process.stdin)).split("\n");
const problems = lines.flatMap((line) => {
  const [, level, file, number, rule, message] = annotation.exec(line) ?? [];
  if (level === undefined) return [];
  return {
    description: decoded(message),
    check_name: decoded(rule),
    fingerprint: createHash("sha256").update(line).digest("hex"),
    severity: severities[level],
    location: { path: decoded(file), lines: { begin: Number(number) } },
  };
});
process.stdout.write(`${JSON.stringify(problems)}\n`);
