/** What a store can say of a text at sight: whether it is the name of a body, and whether another program made it of a journal. */

import type { InWords } from "./errors.js";
import { both } from "./store-errors.js";

const LONGEST = 120;

/** Why a text cannot be the name of a body: small letters of any script, digits, `-`, `_` and, but for the beginning, `.`. */
export function noBodyName(name: string): InWords | undefined {
  if (name === "") return both("联席会议的存储名为空", "the name of a body is empty");
  const { length } = new TextEncoder().encode(name);
  if (length > LONGEST) {
    return both(
      `联席会议的存储名长${length}字节，至多可有${LONGEST}字节`,
      `the name of a body is ${length} bytes long, and at most ${LONGEST} are allowed`,
    );
  }
  // Two names that differ in capitals alone would be one file where they are exported to.
  const canStand = (it: string, ix: number) =>
    (/^[\p{Alphabetic}\p{N}]$/u.test(it) && it.toLowerCase() === it) || it === "-" || it === "_" || (it === "." && ix > 0);
  const all = Array.from(name);
  const at = all.findIndex((it, ix) => !canStand(it, ix));
  if (at < 0) return undefined;
  return both(
    `联席会议的存储名中不可有「${all[at]}」（第${at + 1}个字符）`,
    `in the name of a body \`${all[at]}\` cannot stand at place ${at + 1}`,
  );
}

/** What another program made of a journal; nothing if it is one, or damaged. */
export function disguise(bytes: Uint8Array): InWords | undefined {
  const begins = (...with_: number[]) => with_.every((it, ix) => bytes[ix] === it);
  if (!bytes.length) return both("空文件", "an empty file");
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return both("双字节编码的文字", "text of two bytes a character");
  const marked = begins(0xef, 0xbb, 0xbf);
  // As bytes: it need not be text.
  const text = Array.from(bytes.subarray(marked ? 3 : 0), (it) => String.fromCharCode(it)).join("");
  const first = /^[^\r\n]*/.exec(text)![0];
  const isTable = !first.startsWith("{") && /[,;\t]/.test(first);
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0) || isTable) {
    return both("电子表格", "a table of a spreadsheet program");
  }
  if (text.startsWith("SQLite format 3\0")) return both("数据库", "a database");
  const ends = text.match(/\r?\n/g);
  if (ends?.every((it) => it === "\r\n")) return both("换行方式被改写的记录", "a journal whose lines end as on Windows");
  return marked ? both("开头带有字节顺序标记的记录", "a journal with a byte order mark before it") : undefined;
}
