/** Every view and dialog of the desk in the sample year, each by its name, with how one comes there. */

const SAMPLE = { zh: "试用示例年度", en: "Try the sample year" };

/** The sample year is opened, in a language, from a page that has just been opened. */
export async function sample(page, language) {
  const other = page.getByRole("button", { name: language === "zh" ? "中文" : "English" });
  if (await other.count()) await other.click();
  await page.getByRole("button", { name: SAMPLE[language] }).click();
  await page.locator(".duties").first().waitFor();
}

async function to(page, hash, seen) {
  await page.evaluate((it) => (location.hash = it), hash);
  await page.locator(seen).first().waitFor();
  await page.waitForTimeout(300);
}

const doing = (page, of = "") => to(page, `#/do${of}`, '.do[aria-busy="false"]');
const dialog = (page) => page.locator("dialog[open]");

async function form(page) {
  await doing(page);
  await page.locator('[data-act="convene"]').first().click();
  await dialog(page).waitFor();
}

export const VIEWS = {
  home: (page) => to(page, "#/home", ".duties"),
  year: async (page) => {
    await to(page, "#/home?year=2022", ".timeline");
    await page.locator(".timeline").scrollIntoViewIfNeeded();
  },
  thing: (page) => doing(page, "?about=m2"),
  whole: (page) => doing(page),
  blocked: async (page) => {
    await doing(page, "?act=convene");
    await page.locator(".acts details.blocked > summary").first().click();
    await page.waitForTimeout(200);
  },
  form,
  answer: async (page) => {
    await doing(page, "?act=add_agenda_item");
    await page.locator('button[data-act="add_agenda_item"]').first().click();
    await dialog(page).locator("#act-title").fill("住宅小区养犬告知回头看");
    await dialog(page).locator("#act-kind").selectOption("decision");
    await dialog(page).locator("button.main").click();
    await dialog(page).locator(".answer").scrollIntoViewIfNeeded();
  },
  papers: async (page) => {
    await to(page, "#/papers", ".papers nav select");
    await page.locator(".papers nav select").selectOption("2022");
    await page.locator(".papers nav section", { hasText: /2022年10月20日.*纪要|Minutes of the.*20 Oct 2022/ }).last().locator("button.link").first().click();
    await page.locator("iframe").waitFor();
  },
  audit: (page) => to(page, "#/audit?year=2022", "details.verdict"),
  "audit-open": async (page) => {
    await to(page, "#/audit?year=2022&verdict=unmet", "details.verdict");
    await page.locator("details.verdict summary").first().click();
  },
  who: (page) => to(page, "#/who", "table"),
  journal: (page) => to(page, "#/journal", "button.entry"),
  entry: async (page) => {
    await to(page, "#/journal", "button.entry");
    await page.locator("button.entry").nth(3).click();
    await dialog(page).waitFor();
  },
  charter: (page) => to(page, "#/charter", ".clauses li"),
  begin: (page) => to(page, "#/begin", ".cards"),
  found: async (page) => {
    await to(page, "#/found", "#charters");
    await page.locator("#charters option").nth(5).waitFor({ state: "attached" });
    await page.selectOption("#charters", "nankai-dog-2022");
    await page.locator("table.grid").waitFor();
  },
};

export const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };

/** Goes to a view, from whichever was shown. */
export async function show(page, name) {
  await page.keyboard.press("Escape");
  await page.mouse.move(2, 400);
  await VIEWS[name](page);
  await page.waitForTimeout(200);
}
