/**
 * How long a page waits for its first answer on a slow phone: Chromium with a processor four times slower, and what it calls Fast 3G.
 *
 * `node bench/loading.js [ROUNDS]`, in the folder of the package; `cargo xtask bench --peers` runs it. The page loads the package and a charter, founds a
 * body and asks what the director of its office may do. A server sends the files as they are, by gzip or by brotli. Each line printed is a
 * name and a figure: milliseconds from going to the page until the answer is there, the best of the rounds, each in a new profile.
 */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { watched, whereIsChromium, withChromium } from "../scripts/chromium.js";

const [rounds = "3"] = process.argv.slice(2);
/** Bits in a second down and up, and milliseconds of latency, as the browser's own tools have them. */
const FAST_3G = { offline: false, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9, latency: 150 * 3.75 };
const PACKED = { plain: (it) => it, gzip: (it) => gzipSync(it, { level: 9 }), br: brotliCompressSync };
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };

const PAGE = `<!doctype html>
<link rel="preload" href="./dist/joint_meeting.wasm" as="fetch" crossorigin />
<output></output>
<script type="module">
  import { Charter, JointMeeting, ready } from "./dist/web.js";
  const file = fetch("./charters/nankai-dog-2022.json").then((it) => it.text());
  await ready();
  const body = JointMeeting.begin(Charter.fromJson(await file));
  const holders = [{ post: "deputy-head", person: "p1" }, { post: "order-head", person: "p2" }];
  const act = { type: "adopt_charter", charter: "nankai-dog-2022", version: 1, holders };
  body.perform({ act, by: "p1", at: "2022-04-21T09:00:00+08:00" });
  const open = body.options("p2", "2022-04-22T09:00:00+08:00").length;
  document.querySelector("output").textContent = open + " " + performance.now();
</script>`;

const packed = new Map();

function served(encoding) {
  return createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const key = `${encoding} ${path}`;
    try {
      const whole = () => (path === "/" ? Buffer.from(PAGE) : readFileSync(join(".", path)));
      if (!packed.has(key)) packed.set(key, PACKED[encoding](whole()));
    } catch {
      return response.writeHead(404).end();
    }
    response.setHeader("content-type", path === "/" ? TYPES[".html"] : (TYPES[extname(path)] ?? "text/plain"));
    if (encoding !== "plain") response.setHeader("content-encoding", encoding);
    response.end(packed.get(key));
  });
}

async function firstAnswer(browser, address) {
  const { page, failures } = await watched(browser);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", FAST_3G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address, { timeout: 120_000 });
  const output = page.locator("output", { hasText: /\d/ });
  await output.waitFor({ timeout: 120_000 });
  const [open, took] = (await output.textContent()).split(" ").map(Number);
  if (failures.length || !(open > 10)) throw new Error(`the page answered ${open} options: ${failures.join()}`);
  await page.context().close();
  return took;
}

const executablePath = whereIsChromium();
if (!executablePath) {
  console.error("no rows about the loading of a page: there is no Chromium");
} else {
  await withChromium(executablePath, async (browser) => {
    for (const encoding of Object.keys(PACKED)) {
      const server = served(encoding);
      await new Promise((done) => server.listen(0, "127.0.0.1", done));
      const address = `http://127.0.0.1:${server.address().port}/`;
      // Packing takes longer than sending.
      await fetch(`${address}dist/joint_meeting.wasm`);
      const took = [];
      for (let round = 0; round < Number(rounds); round++) took.push(await firstAnswer(browser, address));
      console.log(`page: first answer, ${encoding}, ms\t${Math.min(...took).toFixed(0)}`);
      server.close();
    }
  });
}
