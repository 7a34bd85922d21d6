/** A real browser. `cargo xtask` installs Debian's Chromium where there is none and that needs no password. */

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Where it is, if there is one. */
export const whereIsChromium = () =>
  process.env.PATH.split(delimiter).flatMap((path) => NAMES.map((it) => join(path, it))).find((it) => existsSync(it));

/** Starts it, and stops it when the work is done. */
export async function withChromium(executablePath, work, { args = [], env = {} } = {}) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...args], env: { ...process.env, ...env } });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of which every uncaught error is in the list. */
export async function watched(browser, options) {
  const page = await browser.newPage(options);
  const failures = [];
  page.on("pageerror", (it) => failures.push(it));
  return { page, failures };
}
