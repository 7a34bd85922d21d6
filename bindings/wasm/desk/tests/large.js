/** What is large: two hundred units, five years of entries; how long each thing takes on a slow machine; and the page as static files. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Charter, JointMeeting } from "joint-meeting";

import { served as serves } from "../../scripts/served.js";
import { accessible } from "./browser.js";
import { clerk } from "./quarter.js";
import { mouse } from "./driver.js";

const text = (path) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
const to = (page, hash) => page.evaluate((it) => (location.hash = it), hash);

/** A body with many units: the classes of a charter are filled with them. */
function many() {
  const charter = Charter.fromJson(text("crates/joint-meeting/charters/crime-transfer.json"));
  const body = JointMeeting.begin(charter);
  const members = Array.from({ length: 200 }, (_, ix) => ({ unit: `u${ix + 1}`, name: `第${ix + 1}执法单位`, kind: "government", class: "enforcement" }));
  const holders = [{ post: "secretary-general", person: "p1" }];
  const act = { type: "adopt_charter", charter: charter.id, version: charter.version, holders, members };
  body.perform({ act, by: "p1", at: "2022-01-10T09:00:00+08:00" });
  return body.journal().text;
}

const FILES = fileURLToPath(new URL("../dist/served/", import.meta.url));

/** Nothing is entered of days that are still to come. */
const BEFORE = "2026-10-20";

/** Five years: the sample year, and the same work again in each year that follows, as far as it is accepted. */
function fiveYears() {
  const charter = Charter.fromJson(text("crates/joint-meeting/charters/nankai-dog-2022.json"));
  const body = JointMeeting.begin(charter);
  const year = text("tests/scenarios/nankai-2022.jsonl").trimEnd().split("\n");
  for (let ahead = 0; ahead < 5; ahead++) {
    for (const line of year) {
      const of = (it) => it.replace(/"([a-z]{1,3}\d+)"/g, (all, id) => (ahead && !/^p\d/.test(id) ? `"${id}-${ahead}"` : all));
      const moved = of(line).replace(/\b(202[23])(-\d\d-\d\d)/g, (_, at, day) => `${Number(at) + ahead}${day}`);
      const { submit } = JSON.parse(moved);
      if (submit.at > BEFORE) continue;
      try {
        body.tryPerform(submit);
      } catch {
        // What cannot be said of another year is left out.
      }
    }
  }
  return { journal: body.journal().text, last: body.entries().at(-1).at.slice(0, 10), count: body.count };
}

async function opensJournal(page, journal) {
  if (await page.getByRole("button", { name: "切换" }).count()) await page.getByRole("button", { name: "切换" }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "journal.jsonl", mimeType: "", buffer: Buffer.from(journal) });
  await page.locator("header input[type=date]").waitFor();
}

export async function large({ opens }) {
  const page = await opens();
  await opensJournal(page, many());
  const at = clerk(page, mouse(page));
  await at.day("2022-02-10");
  await to(page, "#/who");
  await page.getByText("第200执法单位").first().waitFor();
  assert.deepEqual(await accessible(page), []);
  await to(page, "#/do?about=u200");
  await page.locator(".do").waitFor();
  await to(page, "#/audit?year=2022");
  await page.locator("details.verdict").first().waitFor();
}

/** So long a thing may take: the next picture after it was done, at a quarter of the speed. */
const USEFUL = 5000;
const INTERACTION = 100;

/** How long until the next picture after something was pressed. */
const painted = (page, what) =>
  page.evaluate(
    (what) =>
      new Promise((done) => {
        const before = performance.now();
        if (what.startsWith("#")) location.hash = what;
        else document.querySelector(what).click();
        requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - before)), 0));
      }),
    what,
  );

export async function figures({ context, opens }) {
  const { journal, last, count } = fiveYears();
  const page = await opens();
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const started = Date.now();
  await page.reload();
  await page.locator(".card").first().waitFor();
  const useful = Date.now() - started;
  await opensJournal(page, journal);
  const at = clerk(page, mouse(page));
  await at.day(last);
  const found = {};
  const measure = async (name, what) => (found[name] = await painted(page, what));
  for (const view of ["home", "who", "journal", "do", "papers", "audit", "home"]) {
    await measure(`to ${view}`, `#/${view}`);
    await page.waitForTimeout(1200);
  }
  await page.locator(".duty summary").first().waitFor();
  await measure("a duty unfolds", ".duty summary");
  await to(page, "#/do");
  await page.locator('.do[aria-busy="false"]').waitFor();
  await page.waitForTimeout(500);
  await measure("a form opens", "button.act");
  await page.keyboard.press("Escape");
  await page.waitForTimeout(500);
  await measure("a form opens again", "button.act");
  await page.keyboard.press("Escape");
  await to(page, "#/journal");
  await page.locator("button.entry").first().waitFor();
  await measure("an entry opens", "button.entry");
  console.log(`CPU 4x slower: a useful view in ${useful} ms; five years of ${count} entries, in ms: ${JSON.stringify(found)}`);
  const over = Object.entries(found).filter(([, it]) => it > INTERACTION);
  if (over.length) console.log(`over ${INTERACTION} ms: ${over.map(([name]) => name).join(", ")}`);
  assert.ok(useful < USEFUL, `${useful} ms`);
}

/** What is entered goes to a file that was chosen once, in a browser that has such files; here one of its own stands for it. */
export async function saves({ context, opens }) {
  const server = await serves((path) => FILES + (path === "/" ? "index.html" : path));
  await context.addInitScript(() => {
    window.asked = 0;
    window.showSaveFilePicker = async ({ suggestedName }) => {
      window.asked++;
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
  });
  const page = await opens(server.address);
  const saved = () => page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const names = [];
    for await (const [name, it] of folder.entries()) names.push(name, (await it.getFile()).size);
    return names;
  });
  await page.getByRole("button", { name: "试用示例年度" }).click();
  await page.getByText("选定一个文件").waitFor();
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByText("随即写入文件").waitFor();
  const [name, size] = await saved();
  assert.equal(name, "示例-养犬管理.zip");
  const at = clerk(page, mouse(page));
  await at.does("add_agenda_item", { title: "存入文件的议题", kind: "decision" });
  await page.waitForFunction((before) => navigator.storage.getDirectory().then((it) => it.getFileHandle("示例-养犬管理.zip")).then((it) => it.getFile()).then((it) => it.size > before), size);
  assert.equal(await page.evaluate(() => window.asked), 1, "asked for once");
  await page.reload();
  await to(page, "#/home");
  await page.getByText("随即写入文件").waitFor();
  await page.getByText("已全部导出").waitFor();
  server.close();
}

/** The static files keep themselves: without a network the page opens as before. */
export async function served({ context, opens }) {
  const server = await serves((path) => FILES + (path === "/" ? "index.html" : path));
  const page = await opens(server.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await (await caches.open((await caches.keys())[0])).keys()).length > 3);
  await page.reload();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: "试用示例年度" }).click();
  await page.locator(".duties").first().waitFor();
  await to(page, "#/papers");
  await page.locator("#pack:not([disabled])").waitFor();
  await context.setOffline(false);
  server.close();
}
