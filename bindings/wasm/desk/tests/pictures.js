/** `npm run pictures`: the pictures of the guide, made anew from the desk as it was built. */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { fresh, withChromiumIn } from "./browser.js";
import { SIZES, sample, show } from "./views.js";

const FOLDER = new URL("../../../../docs/guide/pictures/", import.meta.url);
/** The file of each picture, and what it shows: the view, the language, the look, the size. */
const PICTURES = {
  home: ["home", "zh", "light", "wide"],
  do: ["blocked", "zh", "light", "wide"],
  form: ["form", "zh", "light", "wide"],
  papers: ["papers", "zh", "light", "wide"],
  audit: ["audit-open", "en", "dark", "wide"],
  phone: ["home", "zh", "light", "narrow"],
  "home-en": ["home", "en", "light", "wide"],
};
/** The day that is looked at: late in the year, with much done and some of it still due. */
const DAY = "2022-11-28";
/** A free font in the place of the one that papers are set in. */
const FONT = `@font-face { font-family: "仿宋"; src: local("Noto Serif CJK SC") } @font-face { font-family: "宋体"; src: local("Noto Serif CJK SC") }`;
/** So many bytes a picture may have. */
const MOST = 120_000;

/** Gives the paper that is shown another font. */
function setIn(font) {
  const paper = document.querySelector("iframe").contentDocument;
  paper.head.append(Object.assign(paper.createElement("style"), { textContent: font }));
  return paper.fonts.ready.then(() => undefined);
}

mkdirSync(FOLDER, { recursive: true });
for (const [file, [view, language, colorScheme, size]] of Object.entries(PICTURES)) {
  await withChromiumIn(language, async (browser) => {
    const { opens, context } = await fresh(browser, { viewport: SIZES[size], colorScheme, deviceScaleFactor: size === "narrow" ? 2 : 1 });
    const page = await opens();
    await sample(page, language);
    if (view === "home") {
      const day = page.locator("header input[type=date]");
      await day.fill(DAY);
      await day.blur();
    }
    await show(page, view);
    if (view === "papers") await page.evaluate(setIn, FONT);
    const shown = await context.newCDPSession(page);
    const { data } = await shown.send("Page.captureScreenshot", { format: "webp", quality: 88 });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length > MOST) throw new Error(`${file} has ${bytes.length} bytes`);
    writeFileSync(fileURLToPath(new URL(`${file}.webp`, FOLDER)), bytes);
    console.log(`${file}.webp ${Math.round(bytes.length / 1000)} kB`);
  });
}
