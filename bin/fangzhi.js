#!/usr/bin/env node
// The program is TypeScript, run as it stands: Node 20 cannot strip types by itself, so tsx does.
import { register } from "tsx/esm/api";

register();
await import("../src/cli/main.ts");
