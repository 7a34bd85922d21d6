/** A whole quarter, from nothing to a printed pack, as an office would do it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

import { accessible } from "./browser.js";

export const LIST = readFileSync(new URL("../../../../docs/guide/secretary/名单.csv", import.meta.url), "utf8");
const TABLE = LIST.trimEnd().split("\n").map((it) => it.replaceAll(",", "\t")).join("\n");
const UNITS = ["cyberspace", "police", "urban-management", "health", "market", "civilisation"];
const NAMES = ["区委网信办", "公安南开分局", "区城市管理委", "区卫生健康委", "区市场监管局", "区精神文明建设委员会办公室"];
const TEXT = "会议议定：各单位联合巡查公园牵引绳使用情况。";

/** Somebody at the desk, with a mouse or a keyboard. */
export function clerk(page, by) {
  const dialog = page.locator("dialog[open]");
  const notice = page.locator(".notice:not(.bad)");

  async function look() {
    assert.deepEqual(await accessible(page), []);
  }

  async function day(it) {
    await by.day(page.locator("header input[type=date]"), it);
    await page.waitForFunction((day) => document.querySelector("header input[type=date]").value === day, it);
  }

  /** Opens the form of an act, whoever does it. */
  async function open(act, { has = "", person } = {}) {
    await page.evaluate((to) => (location.hash = to), `#/do?act=${act}`);
    await page.locator('.do[aria-busy="false"]').waitFor();
    const row = page.locator(`[data-act="${act}"]`).filter({ hasText: has });
    const many = page.locator(".acts details.many > summary");
    for (const it of await many.all()) await by.unfold(it);
    const first = row.first();
    await first.waitFor();
    if (await first.evaluate((it) => it.matches("details"))) {
      await by.unfold(first.locator("summary").first());
      await by.press(first.getByRole("button", { name: new RegExp(person ? `${person}$` : ".") }).first());
    } else await by.press(first);
    await dialog.waitFor();
    const more = dialog.locator("details.quiet > summary");
    return { more };
  }

  async function fill(fields = {}) {
    for (const [name, value] of Object.entries(fields)) {
      const it = dialog.locator(`#act-${name}`);
      if (!(await it.count())) await by.unfold(dialog.locator("details.other-fields > summary"));
      await it.waitFor();
      const kind = await it.evaluate((one) => (one.type?.startsWith("date") ? "day" : one.localName));
      if (kind === "day") await by.day(it, value);
      else if (kind === "select") await by.choose(it, value);
      else if (kind === "fieldset" && Array.isArray(value)) {
        for (const one of value) await by.press(it.locator("label.chip").filter({ hasText: one }).first().locator("input"));
      } else if (kind === "fieldset") {
        for (const [part, text] of Object.entries(value)) {
          const inner = dialog.locator(`#act-${name}-${part}`);
          const isDay = await inner.evaluate((one) => one.type === "date");
          await (isDay ? by.day(inner, text) : by.write(inner, text));
        }
      } else await by.write(it, value);
    }
  }

  /** Tries it, and enters it. */
  async function enter() {
    const button = dialog.locator("button.main");
    await by.press(button);
    const answer = dialog.locator(".answer");
    await answer.waitFor();
    assert.ok(await dialog.locator(".answer.accepted").count(), `refused: ${await answer.innerText()}`);
    await by.press(button);
    await dialog.waitFor({ state: "detached" });
    await notice.waitFor();
  }

  async function does(act, fields, which) {
    await open(act, which);
    await fill(fields);
    await enter();
  }

  return { page, by, dialog, look, day, open, fill, enter, does };
}

/** Founds the body from a table that is pasted. */
export async function founds({ page, by, look }, table = TABLE) {
  await by.press(page.getByRole("link", { name: "新建联席会议" }));
  const charters = page.locator("#charters");
  await charters.locator("option").nth(12).waitFor({ state: "attached" });
  await by.choose(charters, "nankai-dog-2022");
  await page.locator("table.grid").waitFor();
  await by.paste(page.locator("#paste"), table);
  await by.day(page.locator("#founded-at"), "2022-04-21T09:00");
  await look();
  await by.press(page.getByRole("button", { name: "试办" }));
  await page.locator("#found").waitFor();
  assert.equal(await page.locator(".answers .refused").count(), 0, await page.locator("#tried").innerText());
  await by.press(page.locator("#found"));
  await page.locator("header input[type=date]").waitFor();
  await page.locator(".card-box").first().waitFor();
}

export async function quarter(at) {
  const { page, by, does, day, look, dialog } = at;
  await founds(at);
  await day("2022-05-09");
  await does("add_agenda_item", { title: "公园牵引绳管理", kind: "decision" });
  await does("add_agenda_item", { title: "全区养犬管理工作情况", kind: "state_of_work" });
  await at.open("convene", { has: "全体成员会议" });
  await look();
  await at.fill({ held_at: "2022-05-10T09:00", agenda: ["公园牵引绳管理", "全区养犬管理工作情况"] });
  await at.enter();
  await day("2022-05-10");
  await does("open_meeting", {}, { person: "p1" });
  await at.open("record_attendance");
  await look();
  await at.enter();
  await does("discuss", {}, { has: "全区养犬管理工作情况", person: "p1" });
  await does("discuss", {}, { has: "公园牵引绳管理", person: "p1" });
  await does("agree", {}, { has: "公园牵引绳管理", person: "p1" });
  await does("close_meeting", {}, { person: "p1" });
  await does("draft_minutes", { text: TEXT });
  await day("2022-05-12");
  for (const [ix] of UNITS.entries()) await does("consent", {}, { person: `p${ix + 11}` });
  for (const [ix] of UNITS.entries()) await does("countersign", {}, { person: `p${ix + 11}` });
  await does("allot_number", {});
  await does("issue_document", { title: "公园牵引绳管理全体成员会议纪要", recipients: NAMES });
  await day("2022-12-20");
  await does("submit_report", { parts: { implementation: "按清单落实", results: "秩序好转", problems: "力量不足", next_steps: "继续巡查" }, covers: { from: "2022-04-21", to: "2022-12-20" } }, { has: "区城市管理委" });
  await reads(at);
  assert.equal(await dialog.count(), 0);
  assert.ok(page.url().startsWith("file:"));
  void by;
}

/** The audit is read, the document printed, and the pack of the year downloaded. */
async function reads({ page, by, look }) {
  await page.evaluate(() => (location.hash = "#/audit"));
  await page.locator(".verdict-met").first().waitFor();
  await by.unfold(page.locator("details.verdict > summary").nth(4));
  await look();
  await page.evaluate(() => (location.hash = "#/papers"));
  await page.locator("#pack:not([disabled])").waitFor();
  await by.press(page.getByRole("button", { name: "正式文件" }));
  const paper = page.frameLocator("iframe");
  await paper.getByText("公园牵引绳管理").first().waitFor();
  assert.match(await paper.locator("body").innerText(), /〔2022〕/);
  await page.evaluate(() => {
    const frame = document.querySelector("iframe").contentWindow;
    frame.print = () => (window.printed = true);
  });
  await by.press(page.getByRole("button", { name: "打印" }));
  assert.ok(await page.evaluate(() => window.printed));
  await look();
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), by.press(page.locator("#pack"))]);
  const files = unzipSync(readFileSync(await file.path()));
  assert.ok(Object.keys(files).filter((it) => it.endsWith(".docx")).length > 5, Object.keys(files).join());
  const table = unzipSync(Object.entries(files).find(([name]) => name.endsWith(".xlsx"))[1]);
  const sheets = Object.entries(table).filter(([name]) => name.endsWith(".xml")).map(([, it]) => strFromU8(it));
  const broken = await page.evaluate((all) => all.filter((it) => new DOMParser().parseFromString(it, "text/xml").querySelector("parsererror")), sheets);
  assert.deepEqual(broken, []);
  assert.ok(sheets.some((it) => it.includes("<sst")), "a table");
  const [docx] = await Promise.all([page.waitForEvent("download"), by.press(page.getByRole("button", { name: ".docx" }))]);
  assert.ok("word/document.xml" in unzipSync(readFileSync(await docx.path())));
  const [ics] = await Promise.all([page.waitForEvent("download"), by.press(page.locator("#ics"))]);
  assert.match(readFileSync(await ics.path(), "utf8"), /^BEGIN:VCALENDAR/);
}
