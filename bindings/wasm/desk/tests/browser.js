/** A real browser for the tests, and what every test does with it. */

import { fileURLToPath, pathToFileURL } from "node:url";

import axe from "axe-core";

import { withChromium as starts, whereIsChromium } from "../../scripts/chromium.js";

/** The one file, from its folder. */
export const ONE = pathToFileURL(fileURLToPath(new URL("../dist/one/desk.html", import.meta.url))).href;

export { whereIsChromium };

export const withChromium = (work) => starts(whereIsChromium(), work);

/** One whose own words, such as those in fields for dates, are of this language. */
export const withChromiumIn = (language, work) => {
  const locale = { zh: "zh_CN", en: "en_GB" }[language];
  return starts(whereIsChromium(), work, { args: [`--lang=${locale.replace("_", "-")}`], env: { LANGUAGE: locale } });
};

/** A browser of its own, in which nothing is kept yet; every fault and every request to a network is in a list. */
export async function fresh(browser, options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const faults = [];
  const asked = [];
  // Nobody can choose a file in a browser without a head: it is one that gives downloads, unless a test has files of its own.
  await context.addInitScript(() => delete window.showSaveFilePicker);
  const opens = async (address = ONE) => {
    const page = await context.newPage();
    page.on("pageerror", (it) => faults.push(it.message));
    page.on("console", (it) => it.type() === "error" && faults.push(it.text()));
    page.on("request", (it) => !/^(file|blob|data):/.test(it.url()) && asked.push(it.url()));
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await page.locator("main h1").first().waitFor();
    return page;
  };
  return { context, faults, asked, opens };
}

/** What axe finds, as one line each. */
export async function accessible(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.flatMap((it) => it.nodes.slice(0, 3).map((node) => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split("\n")[1] ?? ""}`));
}
