/** Running other programs: what they print goes straight through, and the first that fails ends the script. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", ...options });
  if (status === 0) return;
  console.error(`\`${program} ${args[0] ?? ""}\` failed${error ? `: ${error.message}` : ""}`);
  process.exit(1);
}

/** A program of a package in `node_modules`. */
export const tool = (name, ...args) => run(join("node_modules", ".bin", name), args);
