/** A real browser: Debian's Chromium, installed where it is missing and that needs no password. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

const find = () =>
  NAMES.flatMap((it) => process.env.PATH.split(delimiter).map((path) => join(path, it))).find((it) => existsSync(it));

/** Where it is; nothing if there is none and none can be had. An installation that was begun and fails is an error. */
export function whereIsChromium() {
  const there = find();
  if (there) return there;
  const works = (...command) => spawnSync(command[0], command.slice(1), { stdio: "ignore" }).status === 0;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!works(...sudo, "apt-get", "--version")) return undefined;
  console.log("installing chromium");
  for (const it of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    if (!works(...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", ...it)) throw new Error(`apt-get ${it[0]} failed`);
  }
  const installed = find();
  if (!installed) throw new Error("apt-get has installed chromium, but it is not to be found");
  return installed;
}

/** Starts it, and stops it when the work is done. */
export async function withChromium(executablePath, work) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
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
