/** The engine stopped in the middle of a call: nobody sees half a state, and the journal tells the whole one. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as whole from "joint-meeting";

/** Reads and writes numbers as wasm does. */
function leb(bytes, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) return [value, at];
  }
}
const toLeb = (it) => (it < 128 ? [it] : [(it & 127) | 128, ...toLeb(it >>> 7)]);

/** The same module with little memory to grow into. */
function withoutMemory(bytes, pages) {
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const id = bytes[at++];
    const [length, body] = leb(bytes, at);
    at = body + length;
    if (id !== 5) continue;
    const [least] = leb(bytes, body + 2);
    const section = [1, 1, ...toLeb(least), ...toLeb(least + pages)];
    return Buffer.concat([bytes.subarray(0, start), Buffer.from([5, section.length, ...section]), bytes.subarray(at)]);
  }
  throw new Error("it has no memory");
}

/** The package in a folder of its own, where the engine has little memory. */
function narrowed() {
  const folder = mkdtempSync(join(tmpdir(), "joint-meeting-"));
  const installed = fileURLToPath(new URL(".", import.meta.resolve("joint-meeting/package.json")));
  cpSync(installed, folder, { recursive: true });
  const path = join(folder, "dist", "joint_meeting.node.wasm");
  writeFileSync(path, withoutMemory(readFileSync(path), 64));
  return { folder, entry: (name) => import(pathToFileURL(join(folder, "dist", name)).href) };
}

test("a call that stops in the middle leaves no half state", async () => {
  const { folder, entry } = narrowed();
  const narrow = await entry("node.js");

  const file = readFileSync(join(folder, "charters", "nankai-dog-2022.json"), "utf8");
  const text = readFileSync(join(process.env.JOINT_MEETING_TESTS, "scenarios/nankai-2022.jsonl"), "utf8");
  const lines = text.trimEnd().split("\n").map((it) => JSON.parse(it).submit);
  const charter = narrow.Charter.fromJson(file);
  const bodies = [];
  let stored = [];
  const untilItStops = () => {
    for (;;) {
      const body = narrow.JointMeeting.begin(charter);
      bodies.push(body);
      stored = [];
      for (const it of lines) {
        const tried = body.tryPerform(it);
        if (tried.type === "accepted") stored.push(tried.entry);
      }
    }
  };
  assert.throws(untilItStops, { name: "Broken" });

  for (const body of bodies) {
    assert.throws(() => body.journal(), { name: "Broken" });
    assert.throws(() => body.tryPerform(lines[0]), { name: "Broken" });
    assert.throws(() => body.count, { name: "Broken" });
  }
  assert.throws(() => narrow.Charter.fromJson(file), { name: "Broken" });

  // Another engine knows nothing of it, and replays what the host has stored.
  const journal = whole.Journal.begin(whole.Charter.fromJson(file));
  for (const it of stored) journal.append(it);
  const again = whole.JointMeeting.replayChecked(whole.Charter.fromJson(file), journal.text, { head: journal.head });
  assert.deepEqual(again.breaches(), []);
  assert.equal(again.count, stored.length);
});

test("so does a call that stops in the part for papers", async () => {
  const { folder, entry } = narrowed();
  const narrow = await entry("node.js");
  const papers = await entry("papers-node.js");
  const charter = narrow.Charter.fromJson(readFileSync(join(folder, "charters", "nankai-dog-2022.json"), "utf8"));
  const body = narrow.JointMeeting.begin(charter);
  const sheet = { name: "agenda", lang: "zh-CN", layout: "sheet", title: "x", made_from: { count: 1, digest: "00" } };
  const untilItStops = () => {
    for (let length = 1000; ; length += 1000) {
      papers.write({ ...sheet, blocks: Array.from({ length }, () => ({ type: "paragraph", text: "x" })) }, "docx");
    }
  };
  assert.throws(untilItStops, { name: "Broken" });
  assert.throws(() => body.journal(), { name: "Broken" });
  assert.throws(() => papers.check("{}"), { name: "Broken" });
});
