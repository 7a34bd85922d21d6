/** The tables of a paper as a workbook: a sheet for each, every cell a text, so that nothing in it is reckoned. */

import type { Paper } from "joint-meeting";
import { strToU8, zipSync } from "fflate";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** So wide a column is at most, in letters of half width. */
const WIDEST = 60;
/** So long the text of a cell may be. */
const LONGEST = 32_767;

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** A text in XML, without what XML knows no letter for. */
const written = (it: string): string =>
  it.slice(0, LONGEST).replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "").replace(/[&<>"]/g, (mark) => MARKS[mark]!);

const width = (it: string): number => Math.max(...it.split("\n").map((line) => Array.from(line).reduce((sum, one) => sum + (one > "\u{2E80}" ? 2 : 1), 0)));

const cell = (text: string, style: number): string => `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${written(text)}</t></is></c>`;

function sheet(head: string[], rows: string[][]): string {
  const wide = head.map((it, ix) => Math.min(WIDEST, 2 + Math.max(width(it), ...rows.map((row) => width(row[ix] ?? "")))));
  const columns = wide.map((it, ix) => `<col min="${ix + 1}" max="${ix + 1}" width="${it}" customWidth="1"/>`).join("");
  const lines = [head, ...rows].map((row, ix) => `<row>${row.map((it) => cell(it, ix ? 2 : 1)).join("")}</row>`).join("");
  const fixed = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${fixed}<cols>${columns}</cols><sheetData>${lines}</sheetData></worksheet>`;
}

/** A plain cell, a heading, and a cell whose long text goes on in the next line. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The workbook of a paper with tables. */
export function workbook({ blocks }: Paper): Uint8Array {
  const tables = blocks.filter((it) => it.type === "table");
  const part = (ix: number) => `xl/worksheets/sheet${ix + 1}.xml`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (all: string[]) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${tables.map((_, ix) => `<Override PartName="/${part(ix)}" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": relations([relation("r1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tables.map((_, ix) => `<sheet name="${ix + 1}" sheetId="${ix + 1}" r:id="r${ix + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([...tables.map((_, ix) => relation(`r${ix + 1}`, "worksheet", `worksheets/sheet${ix + 1}.xml`)), relation("styles", "styles", "styles.xml")]),
    "xl/styles.xml": STYLES,
  };
  tables.forEach((it, ix) => (files[part(ix)] = sheet(it.columns.map((one) => one.head), it.rows)));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, it]) => [name, strToU8(it)])), { level: 6 });
}
