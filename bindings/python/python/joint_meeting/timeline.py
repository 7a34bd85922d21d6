"""The year at a glance: what was done, and what was due. Needs the extra `plot`.

It is written in the language of the body; where no font for Chinese is installed, in English. What the acts and verdicts mean is not asked here: every row is an act by its name, and one is for the due dates.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from joint_meeting import _core
from joint_meeting._text import iso, period
from joint_meeting.body import JointMeeting

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from joint_meeting._text import Day, Span

ACTS = (
    "open_meeting",
    "draft_minutes",
    "issue_document",
    "issue_briefing",
    "issue_circular",
    "submit_report",
)
"""The acts that have a row where nothing else is asked: meetings, documents, reports."""


def timeline(
    body: JointMeeting,
    span: Span,
    on: Day,
    acts: Sequence[str] = ACTS,
    axes: Axes | None = None,
    language: Literal["zh", "en"] | None = None,
) -> Axes:
    """Draws a period: a row for each act, a dot for each time it was done, and the due dates by their verdict.

    `language` is that of the body, if it is not said. The legend stands beside the rows.
    """
    import matplotlib.pyplot as plt

    language = language or body.language
    fonts = _fonts(language)
    if not fonts:
        language, fonts = "en", ["sans-serif"]
    titles, verdicts = _core.act_titles(language), _core.verdict_titles(language)
    axes = axes or plt.subplots(figsize=(11, 0.5 * len(acts) + 1.5), layout="constrained")[1]
    asked = period(span)
    first, last = (datetime.date.fromisoformat(iso(asked[key])) for key in ("from", "to"))
    rows = ["due", *reversed(acts)]
    done: dict[str, list[datetime.date]] = {act: [] for act in acts}
    for entry in body.entries:
        day = datetime.date.fromisoformat(entry["at"][:10])
        if entry["act"]["type"] in done and first <= day <= last:
            done[entry["act"]["type"]].append(day)
    for act, days in done.items():
        axes.scatter(
            [_number(it) for it in days], [rows.index(act)] * len(days), s=24, color="tab:blue", zorder=2
        )
    due: dict[str, list[datetime.date]] = {}
    for clause in body.audit(span, on):
        for judgement in clause.get("judgements", []):
            if "due" in judgement:
                day = datetime.date.fromisoformat(judgement["due"]["date"])
                due.setdefault(judgement["verdict"], []).append(day)
    for verdict, days in due.items():
        axes.scatter(
            [_number(it) for it in days], [0] * len(days), s=48, marker="|", label=verdicts[verdict], zorder=2
        )
    axes.axvline(_number(datetime.date.fromisoformat(iso(on))), color="grey", linewidth=0.8)
    labels = ["到期" if language == "zh" else "due", *(titles.get(it, it) for it in reversed(acts))]
    axes.set_yticks(range(len(rows)), labels, fontfamily=fonts)
    axes.xaxis_date()
    axes.set_xlim(_number(first), _number(last))
    axes.grid(axis="x", alpha=0.3)
    if due:
        prop = {"family": fonts, "size": "small"}
        axes.legend(prop=prop, loc="upper left", bbox_to_anchor=(1.01, 1), borderaxespad=0)
    return axes


CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "SimHei",
    "SimSun",
    "PingFang SC",
    "Heiti SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Noto Serif CJK SC",
    "Noto Sans CJK JP",
)
"""Fonts that have Chinese, the first that is installed is taken."""


FILES = ("notosanscjk-regular", "notosanssc", "sourcehansans", "msyh", "simhei", "simsun", "pingfang", "wqy-")
"""How the names of their files begin."""


def _fonts(language: str) -> list[str]:
    """The fonts to write a language with; none if there is none."""
    if language == "en":
        return ["sans-serif"]
    from matplotlib import font_manager

    def known() -> list[str]:
        installed = {it.name for it in font_manager.fontManager.ttflist}
        return [it for it in CHINESE if it in installed][:1]

    if not known():
        # The list that matplotlib keeps may be older than the fonts.
        for path in font_manager.findSystemFonts():
            if os.path.basename(path).lower().startswith(FILES):
                font_manager.fontManager.addfont(path)
    return known()


def _number(day: datetime.date) -> float:
    """Days since 1970, as matplotlib counts them."""
    return float((day - datetime.date(1970, 1, 1)).days)
