/**
 * `node scripts/hosts.js FOLDER`: tiny apps of those who embed the package, each built and run as its makers would. `cargo xtask hosts`
 * calls it, with the package that was tested in `FOLDER/../wasm-package`.
 *
 * `HOST=vite,webpack` runs those alone.
 */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";

import { EXPECTED } from "../hosts/src/expected.js";
import { watched, whereIsChromium, withChromium } from "./chromium.js";
import { served } from "./served.js";

const SECONDS = 180;

const folder = resolve(process.argv[2]);
const modules = join(folder, "node_modules");
const bin = (name) => join(modules, ".bin", name);
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "", FORCE_COLOR: "0" };

/** Runs a program in the folder and gives what it prints; what it prints when it fails is told. */
function ran(program, args) {
  const options = { cwd: folder, encoding: "utf8", env, timeout: SECONDS * 1000 };
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`\`${program} ${args.join(" ")}\`: ${error ?? status}\n${stdout}\n${stderr}`);
  return stdout.trim();
}

const node = (args) => ran("node", args);
const lastLine = (text) => text.split("\n").at(-1).trim();

/** Starts a server of somebody else's, waits until it answers, and stops it in the end. */
async function running(program, args, port, work) {
  const server = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  for (const it of [server.stdout, server.stderr]) it.on("data", (text) => (said += text));
  const address = `http://127.0.0.1:${port}/`;
  try {
    for (let tries = 0; ; tries++) {
      const answered = await fetch(address).catch(() => undefined);
      if (answered) break;
      if (tries > SECONDS * 5 || server.exitCode !== null) throw new Error(`${program}: no answer at ${address}\n${said}`);
      await new Promise((done) => setTimeout(done, 200));
    }
    return await work(address);
  } finally {
    process.kill(-server.pid, "SIGKILL");
  }
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const chromium = whereIsChromium();
let browser;

/** What a page says in the end, without anything going wrong in it. */
async function page(address, selector = "output") {
  const context = await browser.newContext();
  const { page, failures } = await watched(context);
  await page.goto(address);
  await page.waitForFunction((it) => document.querySelector(it)?.textContent !== "…", selector, { timeout: SECONDS * 1000 });
  assert.equal(await page.locator(selector).textContent(), EXPECTED);
  assert.deepEqual(failures, []);
  await context.close();
}

/** The same of what was built in a folder. */
async function built(path, headers) {
  const { address, close } = await served((it) => join(folder, path, it.endsWith("/") ? `${it}index.html` : it), headers);
  await page(address).finally(close);
}

const HOSTS = {
  node() {
    assert.equal(node(["src/esm.js"]), EXPECTED);
    assert.equal(node(["src/require.cjs"]), "PK");
    assert.equal(node(["src/bytes.js"]), "nankai-dog-2022");
  },
  node22() {
    const newer = join(modules, "node22/bin/node");
    for (const it of ["esm.js", "require.cjs"]) assert.match(ran(newer, [`src/${it}`]), /PK$/);
  },
  types() {
    const files = { node16: ["mts", "cts"], nodenext: ["mts", "cts"], bundler: ["ts"], node10: ["ts"] };
    for (const compiler of ["typescript", "typescript7"]) {
      const version = JSON.parse(readFileSync(join(modules, compiler, "package.json"), "utf8")).version;
      for (const [resolution, endings] of Object.entries(files)) {
        // The seventh has left that one behind.
        if (resolution === "node10" && version.startsWith("7.")) continue;
        const module = { node16: "node16", nodenext: "nodenext", bundler: "esnext", node10: "commonjs" }[resolution];
        const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--lib", "ES2022,DOM,DOM.Iterable", "--target", "ES2022", "--typeRoots", "types"];
        const how = ["--module", module, "--moduleResolution", resolution, ...endings.map((it) => `types/user.${it}`)];
        node([join(modules, compiler, "bin/tsc"), ...options, ...how]);
      }
    }
  },
  async vite() {
    ran(bin("tsc"), ["--noEmit", "--strict", "--jsx", "react-jsx", "--module", "esnext", "--moduleResolution", "bundler", "--allowJs", "--lib", "ES2022,DOM,DOM.Iterable", "--target", "ES2022", "--skipLibCheck", "--types", "react", "vite/main.tsx"]);
    ran(bin("vite"), ["build", "vite", "--logLevel", "warn"]);
    ran(bin("vite"), ["build", "vite", "--ssr", "server.tsx", "--outDir", "ssr", "--logLevel", "warn"]);
    assert.equal(lastLine(node(["vite/ssr/server.js"])), EXPECTED);
    if (!browser) return;
    await built("vite/dist");
    const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'";
    await built("vite/dist", { "content-security-policy": strict });
    const port = await freePort();
    await running(bin("vite"), ["vite", "--host", "127.0.0.1", "--port", `${port}`, "--strictPort"], port, page);
  },
  async worker() {
    ran(bin("vite"), ["build", "worker", "--base", "./", "--logLevel", "warn"]);
    if (browser) await built("worker/dist");
  },
  async service() {
    const into = join(folder, "service/dist");
    ran(bin("esbuild"), ["service/sw.js", "--bundle", "--format=iife", "--outfile=service/dist/sw.js", "--log-level=error", "--define:import.meta.url=self.location.href"]);
    cpSync(join(folder, "service/index.html"), join(into, "index.html"));
    const parts = JSON.parse(readFileSync(join(modules, "joint-meeting/dist/parts.json"), "utf8"));
    for (const it of ["joint_meeting.wasm", ...Object.values(parts).flat()]) cpSync(join(modules, "joint-meeting/dist", it), join(into, it));
    cpSync(join(modules, "joint-meeting/charters"), join(into, "charters"), { recursive: true });
    if (browser) await built("service/dist");
  },
  async webpack() {
    ran(bin("webpack"), ["--config", "webpack/webpack.config.cjs"]);
    assert.equal(node(["webpack/dist/node/main.cjs"]), EXPECTED);
    const html = '<!doctype html><meta charset="utf-8"><title>webpack</title><output>…</output><script defer src="main.js"></script>';
    writeFileSync(join(folder, "webpack/dist/page/index.html"), html);
    if (browser) await built("webpack/dist/page");
  },
  esbuild() {
    const bundle = ["--bundle", "--platform=node", "--log-level=error"];
    ran(bin("esbuild"), ["src/esm.js", ...bundle, "--format=esm", "--outfile=esbuild/out.mjs", "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"]);
    assert.equal(node(["esbuild/out.mjs"]), EXPECTED);
    ran(bin("esbuild"), ["src/require.cjs", ...bundle, "--format=cjs", "--external:joint-meeting/web", "--outfile=esbuild/out.cjs"]);
    assert.equal(node(["esbuild/out.cjs"]), "PK");
  },
  async next() {
    for (const how of ["--turbopack", "--webpack"]) {
      ran(bin("next"), ["build", "next", how]);
      const port = await freePort();
      await running(bin("next"), ["start", "next", "--hostname", "127.0.0.1", "--port", `${port}`], port, async (address) => {
        const html = await (await fetch(address)).text();
        assert.ok(html.includes(`<output id="server">${EXPECTED}</output>`), html);
        if (browser) await page(address, "#client");
      });
    }
  },
  jest() {
    ran(bin("jest"), ["--config", "jest/jest.config.cjs"]);
  },
  vitest() {
    ran(bin("vitest"), ["run", "--dir", "vitest"]);
  },
};

rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
cpSync("hosts", folder, { recursive: true, filter: (it) => !it.includes("node_modules") });
// The same code in other modules, and in another environment.
for (const it of ["mts", "cts"]) cpSync(join(folder, "types/user.ts"), join(folder, `types/user.${it}`));
const inPage = (from, to, line) => writeFileSync(join(folder, to), line + readFileSync(join(folder, from), "utf8"));
inPage("jest/require.test.cjs", "jest/jsdom.test.cjs", "/** @jest-environment jsdom */\n\n");
inPage("vitest/node.test.js", "vitest/jsdom.test.js", "// @vitest-environment jsdom\n");
ran("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
const packed = readdirSync(join(folder, "../wasm-package")).find((it) => it.endsWith(".tgz"));
mkdirSync(join(modules, "joint-meeting"));
ran("tar", ["-xzf", join(folder, "../wasm-package", packed), "-C", join(modules, "joint-meeting"), "--strip-components=1"]);

const wanted = process.env.HOST?.split(",") ?? Object.keys(HOSTS);
const failed = [];
async function all() {
  for (const it of wanted) {
    const start = Date.now();
    try {
      await HOSTS[it]();
      console.log(`${it}: passed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
    } catch (why) {
      failed.push(it);
      console.error(`${it}: failed\n${why.message}`);
    }
  }
}
if (chromium) {
  await withChromium(chromium, async (it) => {
    browser = it;
    await all();
  });
} else {
  console.log("skipped: what is in a browser; there is no Chromium");
  await all();
}
if (failed.length) process.exit(1);
