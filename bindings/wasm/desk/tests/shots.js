/** `node tests/shots.js [FOLDER [ONLY]]`: pictures of every view, in both languages, light and dark, wide and narrow, to be looked at. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { accessible, fresh, withChromiumIn } from "./browser.js";
import { SIZES, VIEWS, sample, show } from "./views.js";

const [folder = "shots", only = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
let found = 0;

function tell(name, all) {
  found += all.length;
  for (const it of all) console.log(name, it);
}

for (const language of ["zh", "en"]) {
  await withChromiumIn(language, async (browser) => {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ["light", "dark"]) {
        const look = `${language}-${colorScheme}-${size}`;
        const wanted = Object.keys(VIEWS).filter((it) => `${it}-${look}`.includes(only));
        if (!wanted.length) continue;
        const { opens, faults, context } = await fresh(browser, { viewport, colorScheme });
        const page = await opens();
        await sample(page, language);
        for (const name of wanted) {
          await show(page, name);
          await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
          tell(`${name}-${look}`, await accessible(page));
        }
        tell("fault", faults);
        await context.close();
      }
    }
  });
}
console.log(found ? `${found} things found` : "axe finds nothing");
