"""`python with_python_docx.py PAPER OUT`: writes a paper, given as JSON, by python-docx for a while, and prints the best time in
microseconds of the processor: it takes so long that it is always interrupted.

The first and the last file are kept as `OUT.first.docx` and `OUT.last.docx`. What is measured is in docs/performance.md.
"""

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips

WHILE = 1.0
WIDTH, LINE, INDENT = 8844, 579, 640
"""The width of what is printed on a page, the height of a line, an indent: twentieths of a point."""

MIDDLE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
STYLES = [
    ("Mark", "方正小标宋简体", 36, MIDDLE),
    ("Number", "仿宋_GB2312", 16, MIDDLE),
    ("Title", "方正小标宋简体", 22, MIDDLE),
    ("Heading 1", "黑体", 16, None),
    ("Heading 2", "楷体_GB2312", 16, None),
    ("Heading 3", "仿宋_GB2312", 16, None),
    ("Heading 4", "仿宋_GB2312", 16, None),
    ("Text", "仿宋_GB2312", 16, None),
    ("Roll", "仿宋_GB2312", 16, None),
    ("Signature", "仿宋_GB2312", 16, RIGHT),
    ("Foot", "仿宋_GB2312", 14, None),
    ("Cell", "仿宋_GB2312", 12, None),
    ("CellHead", "黑体", 12, MIDDLE),
]


def set_font(it: Any, name: str) -> None:
    it.font.name = name
    it.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), name)


def template() -> bytes:
    """An empty paper with its styles and no others, made once: each paragraph looks through all there are."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.bottom_margin = Twips(2098), Twips(1984)
    section.left_margin, section.right_margin = Twips(1588), Twips(1474)
    used = {"Normal", "Default Paragraph Font", "Normal Table", "Table Grid", *(name for name, *_ in STYLES)}
    for style in [it for it in paper.styles if it.name not in used]:
        style.delete()
    there = {it.name for it in paper.styles}
    for name, face, size, alignment in STYLES:
        style = paper.styles[name] if name in there else paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        set_font(style, face)
        style.font.size = Pt(size)
        shape = style.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Twips(LINE)
        shape.alignment = alignment
        if name.startswith("Heading") or name == "Text":
            shape.first_line_indent = Twips(INDENT)
        elif name == "Roll":
            shape.left_indent, shape.first_line_indent = Twips(1600), Twips(-960)
    paper.styles["Mark"].font.color.rgb = RGBColor(0xFF, 0, 0)
    return saved(paper)


def saved(paper: Any) -> bytes:
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def add_table(paper: Any, columns: list[Any], rows: list[list[str]]) -> None:
    table = paper.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
    table.autofit = False
    shares = sum(it["width"] for it in columns)
    widths = [Twips(WIDTH * it["width"] // shares) for it in columns]
    for no, (row, texts) in enumerate(zip(table.rows, [[it["head"] for it in columns], *rows], strict=True)):
        for cell, width, text in zip(row.cells, widths, texts, strict=True):
            cell.width = width
            cell.text = text
            cell.paragraphs[0].style = "Cell" if no else "CellHead"


def write(template: bytes, it: Any) -> bytes:
    paper = docx.Document(io.BytesIO(template))
    for style in ("Mark", "Number", "Title"):
        paper.add_paragraph(it[style.lower()], style)
    for block in it["blocks"]:
        match block["type"]:
            case "heading":
                paper.add_paragraph(block["number"] + block["text"], f"Heading {block['level']}")
            case "paragraph":
                paper.add_paragraph(block["text"], "Text")
            case "roll":
                roll = paper.add_paragraph(style="Roll")
                set_font(roll.add_run(block["label"] + "："), "黑体")
                roll.add_run(block["text"])
            case "table":
                add_table(paper, block["columns"], block["rows"])
    if signature := it.get("signature"):
        for text in (*signature["by"], signature["date"]):
            paper.add_paragraph(text, "Signature")
    if note := it.get("note"):
        paper.add_paragraph(note, "Text")
    if foot := it.get("distribution"):
        if copies := foot.get("copies"):
            paper.add_paragraph(copies, "Foot")
        paper.add_paragraph(f"{foot['issuer']}\t{foot['date']}", "Foot")
    return saved(paper)


def main(paper: str, out: str) -> None:
    it = json.loads(Path(paper).read_text(encoding="utf-8"))
    empty = template()
    last = write(empty, it)
    Path(f"{out}.first.docx").write_bytes(last)
    best, began = float("inf"), time.perf_counter()
    while time.perf_counter() - began < WHILE:
        start = time.process_time()
        last = write(empty, it)
        best = min(best, time.process_time() - start)
    Path(f"{out}.last.docx").write_bytes(last)
    print(best * 1e6)


if __name__ == "__main__":
    main(*sys.argv[1:])
