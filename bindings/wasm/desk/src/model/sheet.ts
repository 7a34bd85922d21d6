/** The first sheet of a spreadsheet file (.xlsx) as text with tabs, as it would be pasted. Formulas give what they last gave. */

import { strFromU8, unzipSync } from "fflate";

const parsed = (bytes: Uint8Array | undefined): Document | undefined =>
  bytes && new DOMParser().parseFromString(strFromU8(bytes), "application/xml");

const all = (from: Document | Element, name: string): Element[] => [...from.getElementsByTagNameNS("*", name)];

/** The text of a cell or of a shared text, without what tells how it is read aloud. */
const textOf = (it: Element): string =>
  all(it, "t").filter((one) => !one.closest("rPh")).map((one) => one.textContent).join("");

/** Which column: `C7` is the third. */
function columnOf(place: string): number {
  const letters = /^[A-Z]+/.exec(place)?.[0] ?? "A";
  return [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1;
}

/** More columns than any list has. */
const WIDEST = 100;

export function sheetText(bytes: Uint8Array): string {
  const files = unzipSync(bytes);
  const first = Object.keys(files).filter((it) => /^xl\/worksheets\/sheet\d+\.xml$/.test(it)).sort((one, other) => one.localeCompare(other, "en", { numeric: true }))[0];
  const sheet = parsed(first === undefined ? undefined : files[first]);
  if (!sheet) return "";
  const strings = parsed(files["xl/sharedStrings.xml"]);
  const shared = strings ? all(strings, "si").map(textOf) : [];
  const rows = all(sheet, "row").map((row) => {
    const cells: string[] = [];
    for (const it of all(row, "c")) {
      const at = it.hasAttribute("r") ? columnOf(it.getAttribute("r")!) : cells.length;
      if (at >= WIDEST) continue;
      const value = all(it, "v")[0]?.textContent ?? "";
      const kind = it.getAttribute("t");
      const text = kind === "s" ? shared[Number(value)] : kind === "inlineStr" ? textOf(it) : value;
      while (cells.length < at) cells.push("");
      cells[at] = (text ?? "").replaceAll(/[\t\n\r]+/g, " ");
    }
    return cells.join("\t");
  });
  return rows.join("\n");
}

/** A list that somebody picked: a spreadsheet, or text in whatever encoding offices use. */
export async function listText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sheetText(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
