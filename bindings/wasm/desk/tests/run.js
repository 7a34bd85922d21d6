/** `node tests/run.js`: the desk as built, in a real browser: whole quarters, what goes wrong, what is large, and how long it takes. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { fieldsOf } from "../build/shapes.js";
import { accessible, fresh, whereIsChromium, withChromium } from "./browser.js";
import * as cases from "./cases.js";
import { inFirefox, whereIsFirefox } from "./firefox.js";
import { keyboard, mouse } from "./driver.js";
import { figures, large, saves, served } from "./large.js";
import { clerk, quarter } from "./quarter.js";
import labels from "joint-meeting/labels.json" with { type: "json" };

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const only = process.argv[2];

/** Every field of every act has a word and a help, in both languages. */
function worded() {
  const { acts, structures } = fieldsOf();
  const all = [...Object.values(acts), ...Object.values(structures)].flat().map((it) => it.name);
  const silent = (list) => [...new Set(all)].filter((it) => !list[it]?.zh || !list[it]?.en);
  assert.deepEqual(silent(labels.Field), []);
  assert.deepEqual(silent(labels.Help), []);
}

/** The policy that the guide has servers send is that of the page, with what only servers can say. */
function guided() {
  const page = readFileSync(new URL("../dist/served/index.html", import.meta.url), "utf8");
  const guide = readFileSync(new URL("../../../../docs/guide/desk.md", import.meta.url), "utf8");
  const rules = (text) => text.split(";").map((it) => it.trim()).sort();
  const own = rules(/content-security-policy" content="([^"]+)"/.exec(page)[1]);
  const sent = rules(/Content-Security-Policy "([^"]+)"/.exec(guide)[1]);
  assert.deepEqual(sent, [...own, "frame-ancestors 'none'"].sort());
}

const TESTS = {
  "the quarter by mouse": [async (it) => quarter(await sits(it, mouse))],
  "the quarter by keyboard alone": [async (it) => quarter(await sits(it, keyboard))],
  "the quarter on a phone": [async (it) => quarter(await sits(it, mouse)), PHONE],
  "an entry is corrected, with a proof": [cases.corrects],
  "what was done against a rule": [cases.records],
  "a body is removed": [cases.removes],
  "a tab is killed in a form": [cases.survives],
  "two tabs": [cases.two],
  "hostile names and long texts": [cases.hostile],
  "a body under every charter": [cases.everyCharter],
  "lists from spreadsheets": [cases.lists],
  "names beside codes": [cases.called],
  "files that are wrong": [cases.wrong],
  "two hundred units": [large],
  "a file that is chosen once": [saves],
  "static files, and without a network": [served],
  "how long it takes": [figures],
};

async function sits({ opens }, by) {
  const page = await opens();
  assert.deepEqual(await accessible(page), []);
  return clerk(page, by(page));
}

worded();
guided();
if (!whereIsChromium()) console.log("skipped: the desk in a browser; there is no Chromium");
else {
  await withChromium(async (browser) => {
    for (const [name, [test, options]] of Object.entries(TESTS)) {
      if (only && !name.includes(only)) continue;
      const own = await fresh(browser, options);
      const before = Date.now();
      try {
        await test(own);
        assert.deepEqual(own.faults, []);
        if (![served, saves].includes(test)) assert.deepEqual(own.asked, [], "nothing is asked of a network");
      } catch (why) {
        throw new Error(`${name}: ${why.message}`, { cause: why });
      }
      await own.context.close();
      console.log(`${name}: ${((Date.now() - before) / 1000).toFixed(1)} s`);
    }
  });
}
if (!only || "another browser".includes(only)) {
  if (whereIsFirefox()) {
    const before = Date.now();
    await inFirefox(whereIsFirefox());
    console.log(`another browser: ${((Date.now() - before) / 1000).toFixed(1)} s`);
  } else console.log("skipped: the desk in another browser; there is no Firefox");
}
