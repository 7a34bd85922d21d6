/** `node tests/shots.js [FOLDER]`: pictures of every view, in both languages, light and dark, wide and narrow, to be looked at. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { accessible, fresh, withChromium } from "./browser.js";

const folder = process.argv[2] ?? "shots";
const only = process.argv[3];
const VIEWS = { home: "#/home", do: "#/do?about=m2", whole: "#/do", papers: "#/papers", audit: "#/audit?year=2022&verdict=unmet", who: "#/who", journal: "#/journal", charter: "#/charter", begin: "#/begin", found: "#/found" };
mkdirSync(folder, { recursive: true });
let found = 0;

async function shoot(page, name) {
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const wrong = await accessible(page);
  found += wrong.length;
  for (const it of wrong) console.log(name, it);
}

await withChromium(async (browser) => {
  for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } })) {
    for (const scheme of ["light", "dark"]) {
      const { opens, faults } = await fresh(browser, { viewport, colorScheme: scheme });
      const page = await opens();
      await page.getByRole("button", { name: "试用示例年度" }).click();
      await page.locator(".duties").first().waitFor();
      for (const language of ["zh", "en"]) {
        if (only && only !== `${language}-${scheme}-${size}`) continue;
        if (language === "en") await page.getByRole("button", { name: "English" }).click();
        for (const [name, at] of Object.entries(VIEWS)) {
          await page.evaluate((it) => (location.hash = it), at);
          await page.waitForTimeout(300);
          if (name === "do" || name === "whole") await page.locator(".do").waitFor();
          if (name === "papers") {
            await page.locator(".papers nav select").selectOption("2022");
            await page.locator("button.link").nth(24).click();
            await page.locator("iframe").waitFor();
          }
          if (name === "found") {
            await page.locator("#charters option").nth(5).waitFor({ state: "attached" });
            await page.selectOption("#charters", "nankai-dog-2022");
            await page.locator("table.grid").waitFor();
          }
          await shoot(page, `${name}-${language}-${scheme}-${size}`);
          if (name === "audit") {
            await page.locator("details.verdict summary").first().click();
            await shoot(page, `audit-open-${language}-${scheme}-${size}`);
          }
          if (name === "journal") {
            await page.locator("button.entry").nth(3).click();
            await shoot(page, `entry-${language}-${scheme}-${size}`);
            await page.keyboard.press("Escape");
          }
          if (name === "whole") {
            await page.locator('[data-act="convene"]').first().click();
            await page.locator("dialog[open]").waitFor();
            await shoot(page, `form-${language}-${scheme}-${size}`);
            await page.locator("dialog[open] button.main").click();
            await page.waitForTimeout(200);
            await page.locator("dialog[open] .answer").scrollIntoViewIfNeeded();
            await shoot(page, `answer-${language}-${scheme}-${size}`);
            await page.keyboard.press("Escape");
          }
        }
      }
      for (const it of faults) console.log("fault", it);
      found += faults.length;
    }
  }
});
console.log(found ? `${found} things found` : "axe finds nothing");
