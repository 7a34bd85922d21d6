/** What goes otherwise than planned: corrections, what was done against a rule, tabs that die or meet, hostile and long texts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

import { write } from "joint-meeting/tables";

import { ONE } from "./browser.js";
import { LIST, clerk, founds } from "./quarter.js";
import { mouse } from "./driver.js";

const to = (page, hash) => page.evaluate((it) => (location.hash = it), hash);

export async function founded({ opens }) {
  const page = await opens();
  const at = clerk(page, mouse(page));
  await founds(at);
  await at.day("2022-05-09");
  return at;
}

/** An entry is corrected with a proof, and both are told of. */
export async function corrects(browser) {
  const at = await founded(browser);
  const { page, dialog } = at;
  await at.does("add_agenda_item", { title: "公园牵引绳管里", kind: "decision" });
  await to(page, "#/journal?q=牵引绳");
  await page.locator("button.entry").first().click();
  await dialog.getByRole("button", { name: "更正" }).click();
  await dialog.locator("#act-title").waitFor();
  await at.fill({ title: "公园牵引绳管理" });
  await dialog.locator("button.main").click();
  assert.match(await dialog.locator(".answer").innerText(), /标出/, "a correction says why");
  await at.fill({ reason_of_correction: "错字" });
  await dialog.locator("details.quiet", { hasText: "佐证" }).locator("> summary").click();
  await dialog.locator("#proof-file").setInputFiles({ name: "来函.txt", mimeType: "text/plain", buffer: Buffer.from("abc") });
  await dialog.locator("code.digest", { hasText: "ba7816bf" }).waitFor();
  await at.look();
  await at.enter();
  await page.locator("button.entry", { hasText: "公园牵引绳管里" }).locator(".tag").waitFor();
  await page.locator("button.entry").first().click();
  await dialog.getByText("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").waitFor();
  await at.look();
  await page.keyboard.press("Escape");
}

/** What was done against a rule is recorded with its price. */
export async function records(browser) {
  const at = await founded(browser);
  const { page, dialog } = at;
  await at.does("add_agenda_item", { title: "公园牵引绳管理", kind: "decision" });
  await at.open("convene", { has: "全体成员会议" });
  await at.fill({ held_at: "2022-05-10T09:00", agenda: ["公园牵引绳管理"] });
  await dialog.locator("button.main").click();
  await dialog.locator(".answer.refused").waitFor();
  await at.look();
  await dialog.locator("details.against > summary").click();
  assert.ok((await dialog.locator(".against .clause").count()) > 0, "the price");
  await dialog.locator("#against-try").click();
  await dialog.locator("#against-reason").fill("来不及另行通报");
  await dialog.locator("#against-try").click();
  await dialog.locator(".answer.accepted").waitFor();
  await dialog.locator("button.main").click();
  await dialog.waitFor({ state: "detached" });
  await to(page, "#/journal");
  await page.locator("button.entry .tag.bad", { hasText: "违规" }).waitFor();
  await to(page, "#/audit?year=2022&verdict=unmet");
  await page.locator(".verdict-unmet").first().waitFor();
}

/** A body is offered as a file, asked for twice, and then gone; what another page has entered since is not removed unseen. */
export async function removes(browser) {
  const at = await founded(browser);
  const { page, dialog } = at;
  const other = await browser.opens();
  await other.locator(".reads").waitFor();
  await to(other, "#/begin");
  await other.locator("button.remove").first().waitFor();
  await at.does("add_agenda_item", { title: "删除之前的议题", kind: "decision" });
  await other.locator("button.remove").first().click();
  await other.locator("#remove-go").click();
  await other.locator("#remove-go").click();
  await other.locator(".notice.bad").waitFor();
  await other.close();
  await page.getByRole("button", { name: "切换" }).click();
  await page.locator("button.remove").first().click();
  await at.look();
  const [pack] = await Promise.all([page.waitForEvent("download"), dialog.locator("#remove-save").click()]);
  assert.match(pack.suggestedFilename(), /\.zip$/);
  await dialog.locator("#remove-go").click();
  await dialog.getByText("没有导出的记录不能恢复").waitFor();
  await at.look();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("button.remove").count(), 1, "asked for once only, it is there");
  await page.locator("button.remove").first().click();
  await dialog.locator("#remove-go").click();
  await dialog.locator("#remove-go").click();
  await page.locator(".notice:not(.bad)").waitFor();
  await page.reload();
  await page.locator(".cards").waitFor();
  assert.equal(await page.locator("button.remove").count(), 0);
}

/** A tab is killed in the middle of a form: what was entered is there, and what was typed is offered. */
export async function survives(browser) {
  const at = await founded(browser);
  await at.open("add_agenda_item");
  await at.fill({ title: "半途的议题" });
  const before = await at.page.evaluate(() => document.querySelector(".fine code")?.title ?? "");
  const crash = await browser.context.newCDPSession(at.page);
  await Promise.race([crash.send("Page.crash").catch(() => {}), new Promise((done) => setTimeout(done, 1500))]);
  await at.page.close({ runBeforeUnload: false }).catch(() => {});
  const page = await browser.opens();
  await page.locator(".begun").waitFor();
  await page.getByRole("button", { name: "继续填写" }).click();
  assert.equal(await page.locator("dialog[open] #act-title").inputValue(), "半途的议题");
  await clerk(page, mouse(page)).fill({ kind: "decision" });
  await clerk(page, mouse(page)).enter();
  assert.equal(await page.locator(".begun").count(), 0);
  void before;
}

/** Of two tabs one writes, and the other says so; when the first is closed, the other writes. */
export async function two(browser) {
  const at = await founded(browser);
  const second = await browser.opens();
  await second.locator(".reads").waitFor();
  await second.evaluate(() => (location.hash = "#/do"));
  await second.locator(".do").waitFor();
  assert.ok(await second.locator("button.act").first().isDisabled());
  await at.does("add_agenda_item", { title: "只此一份", kind: "decision" });
  await at.page.close();
  await second.locator(".reads").waitFor({ state: "detached" });
  await second.evaluate(() => (location.hash = "#/journal"));
  await second.locator("button.entry", { hasText: "只此一份" }).waitFor();
  const other = clerk(second, mouse(second));
  await other.does("add_agenda_item", { title: "第二页所记", kind: "decision" });
}

const HOSTILE = [`<img src=x onerror="window.hacked=1">`, `"><script>window.hacked=1</script>`, "</textarea><b>粗", "\u202e反向", "${hacked}", "😀".repeat(20)];

/** Hostile names and texts of 64 KiB are shown as text, and go into papers and out again. */
export async function hostile(browser) {
  const at = await founded(browser);
  const { page, dialog } = at;
  for (const it of HOSTILE) await at.does("add_agenda_item", { title: it, kind: "discussion" });
  await at.does("add_agenda_item", { title: "长文", kind: "decision", proposal: "长".repeat(21_000) });
  await to(page, "#/journal");
  await page.locator("button.entry", { hasText: "onerror" }).first().waitFor();
  await page.locator("button.entry", { hasText: "长文" }).first().click();
  await dialog.getByText("长长长长").first().waitFor();
  await at.look();
  await page.keyboard.press("Escape");
  for (const view of ["home", "do", "papers", "audit?year=2022", "who"]) {
    await to(page, `#/${view}`);
    await page.waitForTimeout(300);
  }
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  const [pack] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出" }).click()]);
  const bytes = readFileSync(await pack.path());
  await page.getByRole("button", { name: "切换" }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "out.zip", mimeType: "application/zip", buffer: bytes });
  await page.locator("header input[type=date]").waitFor();
  assert.match(await page.locator("header .title").innerText(), /-2$/, "the same body under a name of its own");
  await to(page, "#/journal?q=onerror");
  await page.locator("button.entry").first().waitFor();
}

/** A spreadsheet with these rows. */
function spreadsheet([heads, ...rows]) {
  const columns = heads.map((head, ix) => ({ name: `c${ix}`, head }));
  return write([{ title: "名单", language: "zh", columns, rows }], "xlsx");
}

/** The list comes as a spreadsheet, or as text in the encoding of old programs; a unit that there is not is told with its row. */
export async function lists({ opens }) {
  const page = await opens();
  await to(page, "#/found");
  await page.locator("#charters option").nth(12).waitFor({ state: "attached" });
  await page.selectOption("#charters", "nankai-dog-2022");
  const rows = LIST.trimEnd().split("\n").map((it) => it.split(","));
  const put = (name, buffer) => page.locator("#list-file").setInputFiles({ name, mimeType: "", buffer });
  await put("名单.xlsx", Buffer.from(spreadsheet(rows)));
  await page.locator("table.grid tbody tr").nth(18).waitFor();
  await page.getByRole("button", { name: "试办" }).click();
  await page.locator("#found").waitFor();
  await put("gb.csv", Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xbe, 0xd6, 0x2c, 0x70, 0x31]));
  await page.locator('input[aria-label="单位 1"]').waitFor();
  assert.equal(await page.locator('input[aria-label="单位 1"]').inputValue(), "局");
  await page.getByRole("button", { name: "试办" }).click();
  await page.locator("#tried.bad", { hasText: "局" }).waitFor();
}

/** Names beside codes: the record has the codes, papers and the page the names; they are part of a pack. */
export async function called({ opens }) {
  const page = await opens();
  const at = clerk(page, mouse(page));
  const rows = LIST.trimEnd().split("\n").map((it) => it.split(","));
  const name = rows[0].indexOf("姓名");
  const coded = rows.map((it, ix) => [...it.with(name, ix === 1 ? "召集人甲" : it[name]), ix ? it[name] : "人员代码"]);
  await founds(at, coded.map((it) => it.join("\t")).join("\n"));
  await to(page, "#/who");
  await page.getByRole("cell", { name: "召集人甲" }).first().waitFor();
  await page.getByLabel("p2", { exact: true }).fill("主任乙");
  await page.getByLabel("p2", { exact: true }).blur();
  await page.getByRole("cell", { name: "主任乙" }).first().waitFor();
  await at.look();
  const [pack] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出" }).click()]);
  const file = await pack.path();
  const files = unzipSync(readFileSync(file));
  assert.doesNotMatch(strFromU8(files["journal.jsonl"]), /召集人甲|主任乙/, "the record has codes");
  assert.deepEqual(JSON.parse(strFromU8(files["persons.json"])), { p1: "召集人甲", p2: "主任乙" });
  await page.getByRole("button", { name: "切换" }).click();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.locator("header input[type=date]").waitFor();
  assert.match(await page.locator("header .title").innerText(), /-2$/);
  await to(page, "#/who");
  await page.getByRole("cell", { name: "主任乙" }).first().waitFor();
  assert.equal(await page.locator("header select option", { hasText: "召集人甲" }).count(), 1);
}

/** A body can be founded under every charter that comes with the page, by filling in the rows that it offers. */
export async function everyCharter({ opens }) {
  const page = await opens();
  await to(page, "#/found");
  const options = page.locator("#charters option");
  await options.nth(12).waitFor({ state: "attached" });
  const type = async (it, text) => {
    await it.fill(text);
    await it.blur();
  };
  for (const charter of await options.evaluateAll((all) => all.map((it) => it.value).filter(Boolean))) {
    await page.selectOption("#charters", charter);
    await page.waitForFunction((it) => document.querySelector("#charters").value === it && document.querySelector("table.grid tbody tr"), charter);
    const rows = await page.locator("table.grid tbody tr").count();
    for (let no = 1; no <= rows; no++) {
      const cell = (column) => page.getByLabel(`${column} ${no}`, { exact: true });
      const as = await cell("担任").inputValue();
      // These rows are about the unit itself.
      if (["成员单位", "牵头单位"].includes(as)) continue;
      await type(cell("姓名"), `p${no}`);
      await type(cell("职务"), "副职");
      await type(cell("职级"), as === "联络员" ? "科级" : "处级");
      for (const asked of ["是否分管此项工作", "是否业务科室主要负责人", "是否熟悉职责", "是否精通业务"]) {
        if (await cell(asked).count()) await type(cell(asked), "是");
      }
    }
    if (await page.locator("#approval-by").count()) {
      await type(page.locator("#approval-by"), "上级机关");
      await type(page.locator("#approval-on"), "2020-01-02");
    }
    await type(page.locator("#founded-at"), "2023-06-01T09:00");
    await page.getByRole("button", { name: "试办" }).click();
    await page.locator("#tried").waitFor();
    assert.equal(await page.locator("#found").count(), 1, `${charter}: ${await page.locator("#tried").innerText()}`);
  }
}

/** A file that is none, a journal that was altered, a charter that does not load: each is told, and nothing is lost. */
export async function wrong({ opens, faults }) {
  const page = await opens();
  const barred = await page.evaluate(() => new Promise((done) => {
    addEventListener("securitypolicyviolation", (it) => done(it.effectiveDirective));
    void fetch("https://localhost/").catch(() => undefined);
  }));
  assert.equal(barred, "connect-src", "the page may ask nothing of a network");
  faults.length = 0;
  const put = async (name, text) => {
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
    await page.locator(".notice.bad").waitFor();
    const said = await page.locator(".notice.bad span").innerText();
    await page.getByRole("button", { name: "收起" }).click();
    return said;
  };
  assert.match(await put("x.txt", "?"), /台账/);
  assert.ok(await put("journal.jsonl", '{"format":2}\n'));
  await page.goto(`${ONE}#/found`);
  await page.locator("#charters").waitFor();
  await page.locator('input[type="file"]').setInputFiles({ name: "c.json", mimeType: "", buffer: Buffer.from('{"title":{"zh":"空","en":"none"}}') });
  await page.locator('[role="alert"].bad').waitFor();
}
