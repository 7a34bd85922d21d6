/** The year as a picture: meetings, documents, reports and dates that are due, month by month; and the same as a table. */

import { type TemplateResult, html, nothing, svg } from "lit";

import { daysBetween, spokenDay, spokenMonth } from "../model/day.js";
import { addressOf } from "../model/route.js";
import { actName } from "../model/terms.js";
import { desk } from "../the-desk.js";
import type { Word } from "../words.js";
import { years } from "./audit.js";

/** One mark in the picture. */
interface Mark {
  day: string;
  lane: 0 | 1 | 2 | 3;
  title: string;
}

const LANES: Word[] = ["laneMeetings", "laneDocuments", "laneReports", "laneDue"];
const SHAPES = ["circle", "square", "diamond", "ring"] as const;
const WIDTH = 740;
const LEFT = 76;
const LANE = 30;

const LANE_OF: Record<string, 0 | 1 | 2> = {
  open_meeting: 0,
  issue_document: 1,
  issue_other_document: 1,
  issue_briefing: 1,
  issue_circular: 1,
  submit_report: 2,
  supplement_report: 2,
  report_results: 2,
};

function marks(year: string): Mark[] {
  const done = desk.read.flatMap(({ act, at }): Mark[] => {
    const lane = LANE_OF[act.type];
    if (lane === undefined || !at.startsWith(year)) return [];
    const fields = act as unknown as Record<string, string>;
    const what = act.type === "open_meeting" ? desk.names.thing("meeting", act.meeting) : (fields.title ?? (fields.unit ? desk.names.unit(fields.unit) : ""));
    return [{ day: at.slice(0, 10), lane, title: `${actName(act.type, desk.language)} ${what}` }];
  });
  const due = desk.owed(120).flatMap((it): Mark[] =>
    it.due?.date.startsWith(year) ? [{ day: it.due.date, lane: 3, title: desk.body.explainRule(it.rule)[desk.language] }] : [],
  );
  const seen = new Set<string>();
  return [...done, ...due]
    .filter((it) => !seen.has(`${it.day} ${it.title}`) && seen.add(`${it.day} ${it.title}`))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

function shape(lane: number, x: number, y: number, title: string) {
  const inside = svg`<title>${title}</title>`;
  if (SHAPES[lane] === "square") return svg`<rect class="mark lane-${lane}" x=${x - 5} y=${y - 5} width="10" height="10" rx="1">${inside}</rect>`;
  if (SHAPES[lane] === "diamond") return svg`<path class="mark lane-${lane}" d="M${x} ${y - 7}l7 7-7 7-7-7z">${inside}</path>`;
  return svg`<circle class="mark lane-${lane}" cx=${x} cy=${y} r="5.5">${inside}</circle>`;
}

export function timeline(): TemplateResult {
  const year = desk.route.with.get("year") ?? desk.on.slice(0, 4);
  const others = years().filter((it) => it !== year);
  const all = desk.once(`marks ${year}`, () => marks(year));
  const length = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
  const x = (day: string) => LEFT + (daysBetween(`${year}-01-01`, day) / length) * (WIDTH - LEFT - 8);
  const height = 28 + LANES.length * LANE;
  const said = LANES.map((it, lane) => `${desk.say(it)} ${all.filter((mark) => mark.lane === lane).length}`).join(desk.comma);
  return html`<section aria-labelledby="year"><div class="top"><h2 id="year">${year} ${desk.say("yearPicture")}</h2>
      <div class="row">${others.slice(0, 6).map((it) => html`<a class="button" href=${addressOf("home", { year: it })}>${it}</a>`)}</div></div>
    <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("yearPicture")}>
      <svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="year-said"><title id="year-said">${year}: ${said}</title>
        ${Array.from({ length: 12 }, (_, ix) => {
          const at = x(`${year}-${String(ix + 1).padStart(2, "0")}-01`);
          return svg`<line class="month" x1=${at} x2=${at} y1="6" y2=${height}></line>
            <text class="label" x=${at + 5} y="18">${spokenMonth(ix + 1, desk.language)}</text>`;
        })}
        ${LANES.map((it, lane) => svg`<line class="lane" x1="0" x2=${WIDTH} y1=${28 + lane * LANE} y2=${28 + lane * LANE}></line>
          <text class="label" x="0" y=${28 + lane * LANE + 20}>${desk.say(it)}</text>`)}
        ${desk.on.startsWith(year) ? svg`<line class="today" x1=${x(desk.on)} x2=${x(desk.on)} y1="6" y2=${height}></line>` : nothing}
        ${all.map((it) => shape(it.lane, x(it.day), 28 + it.lane * LANE + 15, `${spokenDay(it.day, desk.language)} ${it.title}`))}
      </svg></div>
    <details class="quiet"><summary>${desk.say("asTable")}</summary>
      <table><thead><tr><th scope="col">${desk.say("day")}</th><th scope="col">${desk.say("what")}</th></tr></thead>
        <tbody>${all.map((it) => html`<tr><td>${spokenDay(it.day, desk.language)}</td><td>${it.title}</td></tr>`)}</tbody></table></details>
  </section>`;
}
