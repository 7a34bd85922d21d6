/** The journal, newest first, with a search through everything that was entered. */

import type { Entry } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { spokenTime } from "../model/day.js";
import { addressOf } from "../model/route.js";
import { gist } from "../model/telling.js";
import { actName } from "../model/terms.js";
import { desk } from "../the-desk.js";
import { entryDialog } from "./entry-dialog.js";

/** One line for each entry, in small letters, to search in. */
function lines(): { entry: Entry; gist: string; text: string }[] {
  return desk.once(`lines ${desk.language}`, () =>
    desk.entries.map((entry) => {
      const said = gist(entry.act);
      return { entry, gist: said, text: `${entry.no} ${entry.by} ${entry.at} ${actName(entry.act.type, desk.language)} ${said} ${JSON.stringify(entry.act)}`.toLowerCase() };
    }),
  );
}

let typing = 0;

function search(it: Event): void {
  const q = (it.target as HTMLInputElement).value;
  clearTimeout(typing);
  typing = window.setTimeout(() => history.replaceState(null, "", addressOf("journal", q ? { q } : {})), 300);
  desk.route = { view: "journal", with: new URLSearchParams(q ? { q } : {}) };
  desk.changed();
}

export function journal(): TemplateResult {
  const q = desk.route.with.get("q") ?? "";
  const parts = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines().filter(({ text }) => parts.every((it) => text.includes(it))).reverse();
  const corrected = desk.once("corrected", () => new Set(desk.entries.flatMap(({ act }) => (act.type === "correct_record" ? act.changes.map((it) => it.no) : []))));
  return html`<h1>${desk.say("journal")}</h1>
    <div class="fields"><label class="field wide"><span>${desk.say("search")}</span>
      <input type="search" .value=${q} @input=${search} /></label></div>
    <p class="fine" role="status">${found.length} ${desk.say("entries")}</p>
    <desk-growing class="journal" .rows=${found} .row=${({ entry, gist: said }: { entry: Entry; gist: string }) => html`
      <button class="entry" @click=${() => entryDialog().show(entry.no)}>
        <span class="no">${entry.no}</span>
        <span class="when">${spokenTime(entry.at, desk.language)}</span>
        <span class="what"><b>${actName(entry.act.type, desk.language)}</b>
          ${entry.against ? html`<span class="tag bad">${desk.say("againstRule")}</span>` : nothing}
          ${corrected.has(entry.no) ? html`<span class="tag">${desk.say("corrected")}</span>` : nothing} ${said}</span>
        <span class="by">${desk.called(entry.by)}</span>
      </button>`}></desk-growing>`;
}
