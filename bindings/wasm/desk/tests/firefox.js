/** The desk in Firefox, where there is one: the sample year is opened, every view is seen, something is entered, and kept. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import puppeteer from "puppeteer-core";

import { ONE } from "./browser.js";

const NAMES = ["firefox-esr", "firefox"];
const VIEWS = ["home", "do", "papers", "audit?year=2022", "who", "journal", "charter"];

export const whereIsFirefox = () =>
  process.env.PATH.split(delimiter).flatMap((path) => NAMES.map((it) => join(path, it))).find((it) => existsSync(it));

/** Drives it as far as whoever begins with it would come. */
export async function inFirefox(executablePath) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox: { "intl.accept_languages": "zh-CN" } });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on("pageerror", (it) => faults.push(it.message));
    page.on("console", (it) => it.type() === "error" && faults.push(it.text()));
    page.setDefaultTimeout(20_000);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(ONE);
    const press = async (selector) => (await page.waitForSelector(selector)).click();
    await press(".cards li:last-child button.card");
    await page.waitForSelector(".duties");
    for (const it of VIEWS) {
      await page.evaluate((to) => (location.hash = `#/${to}`), it);
      await page.waitForSelector(`main.view-${it.split("?")[0]} h1`);
      await page.waitForFunction(() => !document.querySelector("main > .waiting"));
    }
    await page.evaluate(() => (location.hash = "#/do?act=add_agenda_item"));
    await press('.do[aria-busy="false"] button[data-act="add_agenda_item"]');
    await page.type("#act-title", "在另一种浏览器中提出的议题");
    await page.select("#act-kind", "decision");
    await press("dialog[open] button.main");
    await page.waitForSelector(".answer.accepted");
    await press("dialog[open] button.main");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await page.reload();
    await page.evaluate(() => (location.hash = "#/journal"));
    const first = await page.waitForSelector("button.entry");
    const last = await first.evaluate((it) => it.textContent.replace(/\s+/g, " "));
    assert.match(last, /414 .*在另一种浏览器中提出的议题/);
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
}
