/** The first look of the day: what is due, what waits for whom, the next meeting, the year as a picture. Nothing is ranked. */

import type { Bearer, Obligation, WithWords } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { daysBetween, spokenDay, spokenTime, weekday } from "../model/day.js";
import { prefs } from "../model/prefs.js";
import { addressOf, goTo } from "../model/route.js";
import { savesToFiles } from "../model/saving.js";
import { actName, capital, wordOf } from "../model/terms.js";
import { unfolded } from "../parts/unfolded.js";
import { desk } from "../the-desk.js";
import { actDialog } from "./act-dialog.js";
import { clauseLink } from "./clause.js";
import { otherFile } from "./keeping.js";
import { timeline } from "./timeline.js";

type Owed = WithWords<Obligation>;

/** So far ahead one looks. */
const DAYS = 60;
/** So many of the things that a duty is about are named before it is unfolded. */
const FEW = 2;

export function bearerName(it: Bearer): string {
  if (it.type === "unit") return desk.names.unit(it.unit);
  if (it.type === "role") return wordOf("Role", it.role, desk.language);
  return desk.say("theBody");
}

export function home(): TemplateResult {
  if (!desk.founded) {
    return html`<h1>${desk.held!.name}</h1><p>${desk.say("notFounded")}</p>
      <a class="button main" href=${addressOf("do")}>${desk.say("do")}</a>`;
  }
  const owed = desk.owed(DAYS);
  const late = owed.filter((it) => it.overdue);
  const dated = owed.filter((it) => !it.overdue && it.due).sort((one, other) => (one.due!.date < other.due!.date ? -1 : 1));
  const open = owed.filter((it) => !it.overdue && !it.due);
  return html`
    <div class="top"><h1>${spokenDay(desk.on, desk.language)} <small>${weekday(desk.on, desk.language)}</small></h1>
      <form class="search" role="search" @submit=${search}><label><span class="unseen">${desk.say("search")}</span>
        <input type="search" name="q" placeholder=${desk.say("search")} /></label><button>${desk.say("search")}</button></form></div>
    ${begun()}
    <div class="columns">
      <div>
        ${group("overdue", late, "late")}
        ${group("soon", dated)}
        ${late.length + dated.length ? nothing : html`<p class="calm">${desk.say("nothingOwed")}</p>`}
        ${timeline()}
        ${group("undated", open, "undated")}
      </div>
      <aside>
        ${nextMeeting()}
        ${waiting(owed)}
        ${figures()}
      </aside>
    </div>`;
}

function search(it: SubmitEvent): void {
  it.preventDefault();
  const q = new FormData(it.target as HTMLFormElement).get("q");
  goTo("journal", { q: String(q ?? "") });
}

/** A form that was begun before the page was closed. */
function begun(): TemplateResult | typeof nothing {
  const form = prefs.form(desk.held!.name);
  if (!form || !desk.writes) return nothing;
  return html`<p class="begun"><span>${desk.say("formBegun")} ${actName(String(form.act.type), desk.language)} (${spokenTime(form.at, desk.language)})</span>
    <button @click=${() => actDialog().resume(form)}>${desk.say("goOn")}</button>
    <button class="plain" @click=${() => { prefs.setForm(desk.held!.name, undefined); desk.changed(); }}>${desk.say("drop")}</button></p>`;
}

/** Duties by the rule that they come from: twenty units that owe the same are one row with twenty names. */
function group(title: "overdue" | "soon" | "undated", all: Owed[], look = ""): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  const rows = new Map<string, Owed[]>();
  for (const it of all) {
    const key = [it.rule, it.due?.date ?? "", it.bearer.type === "unit" ? it.subject && "about" : JSON.stringify(it.bearer)].join(" ");
    rows.set(key, [...(rows.get(key) ?? []), it]);
  }
  return html`<section class=${look} aria-labelledby=${`owed-${title}`}>
    <h2 id=${`owed-${title}`}>${desk.say(title)} <span class="count">${all.length}</span></h2>
    <ul class="duties">${[...rows.values()].map((it) => html`<li>${duty(it)}</li>`)}</ul></section>`;
}

function duty(all: Owed[]): TemplateResult {
  const [first] = all as [Owed];
  const { due } = first;
  const subjects = [...new Set(all.flatMap((it) => it.subject ?? []))].map((it) => desk.names.any(it));
  const bearers = [...new Set(all.map((it) => bearerName(it.bearer)))];
  const about = subjects.slice(0, FEW).map((it) => bearers.reduce((left, bearer) => left.replace(` · ${bearer}`, ""), it));
  return html`<details class="duty"><summary>
      ${due ? html`<span class="when"><b>${spokenDay(due.date, desk.language)}</b><span class="fine">${inDays(due.date)}</span></span>` : nothing}
      <span class="what"><span>${capital(desk.body.explainRule(first.rule)[desk.language])}</span>
        <span class="fine">${bearers.join(desk.and)}${about.length ? ` · ${about.join(desk.and)}${subjects.length > FEW ? ` … (${subjects.length})` : ""}` : ""}</span></span>
      ${first.verdict === "disputed" ? html`<span class="tag">${desk.say("disputed")}</span>` : nothing}
    </summary>${unfolded(() => html`<dl class="facts">
      ${due ? html`<dt>${desk.say("safeDay")}</dt><dd>${spokenDay(due.safe, desk.language)}${due.provisional ? ` (${desk.say("provisional")})` : ""}</dd>` : nothing}
      <dt>${desk.say("clause")}</dt><dd>${[...new Set(all.map((it) => it.clause))].map((it) => html`<p>${clauseLink(it)}</p>`)}</dd>
      <dt>${desk.say("whose")}</dt><dd>${bearers.join(desk.and)}</dd>
      ${subjects.length ? html`<dt>${desk.say("about")}</dt><dd>${subjects.join(desk.and)}</dd>` : nothing}
      <dt>${desk.say("detail")}</dt><dd>${all.slice(0, 40).map((it) => html`<p>${it.words?.[desk.language] ?? ""}</p>`)}</dd>
    </dl>
    <div class="row">${first.fulfilled_by.map((act) => html`<a class="button" href=${addressOf("do", { act, ...(all.length === 1 && first.subject && { about: first.subject }) })}>${actName(act, desk.language)}</a>`)}</div>`)}</details>`;
}

function inDays(day: string): string {
  const days = daysBetween(desk.on, day);
  if (days === 0) return desk.say("todayWord");
  return days < 0 ? `${-days} ${desk.say("daysLate")}` : `${days} ${desk.say("daysLeft")}`;
}

/** The meetings that are called and not yet opened. */
export function meetingsAhead(): { meeting: string; at: string; place?: string }[] {
  const ahead = new Map<string, { meeting: string; at: string; place?: string }>();
  for (const { act, at } of desk.read) {
    if (at.slice(0, 10) > desk.on) continue;
    if (act.type === "convene") ahead.set(act.meeting, { meeting: act.meeting, at: act.held_at, ...(act.place && { place: act.place }) });
    else if (act.type === "postpone_meeting") ahead.set(act.meeting, { ...ahead.get(act.meeting), meeting: act.meeting, at: act.to });
    else if (act.type === "open_meeting" || act.type === "cancel_meeting") ahead.delete(act.meeting);
  }
  return [...ahead.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
}

function nextMeeting(): TemplateResult {
  const ahead = meetingsAhead();
  return html`<section class="card-box" aria-labelledby="next"><h2 id="next">${desk.say("nextMeeting")}</h2>
    ${ahead.length
      ? html`<ul class="plain-list">${ahead.slice(0, 3).map((it) => html`<li><a href=${addressOf("do", { about: it.meeting })}>${desk.names.thing("meeting", it.meeting)}</a>
          <span class="fine">${spokenTime(it.at, desk.language)} ${it.place ?? ""}</span></li>`)}</ul>`
      : html`<p class="fine">${desk.say("noMeeting")}</p><a class="button" href=${addressOf("do", { act: "convene" })}>${actName("convene", desk.language)}</a>`}
  </section>`;
}

/** Whose turn it is: units in protocol order, then roles; how many things, and no order by number. */
function waiting(owed: Owed[]): TemplateResult | typeof nothing {
  const by = new Map<string, number>();
  const order = [...desk.roster.units.map((it) => desk.names.unit(it.unit)), ...owed.filter((it) => it.bearer.type !== "unit").map((it) => bearerName(it.bearer))];
  for (const it of order) by.set(it, 0);
  for (const it of owed) by.set(bearerName(it.bearer), (by.get(bearerName(it.bearer)) ?? 0) + 1);
  const rows = [...by].filter(([, count]) => count > 0);
  if (!rows.length) return nothing;
  return html`<section class="card-box" aria-labelledby="waits"><h2 id="waits">${desk.say("waitsFor")}</h2>
    <ul class="plain-list waits">${rows.map(([name, count]) => html`<li><span>${name}</span><span class="fine">${count} ${desk.say("things")}</span></li>`)}</ul></section>`;
}

function figures(): TemplateResult {
  const { count, digest } = desk.held!.head;
  const unsaved = count - (desk.prefs.exported ?? 0);
  return html`<section class="card-box" aria-labelledby="head"><h2 id="head">${desk.say("record")}</h2>
    <p class="fine">${count} ${desk.say("entries")} · ${desk.say("headIs")} <code title=${digest}>${digest.slice(0, 12)}</code></p>
    <p class="fine">${unsaved > 0 ? `${unsaved} ${desk.say("notExported")}` : desk.say("allExported")}</p>
    <p class="fine">${desk.say(!savesToFiles() ? "savedByDownload" : desk.prefs.file ? "savedToFile" : "savesToFile")} ${desk.prefs.file ?? ""}</p>
    ${desk.prefs.file ? html`<button @click=${otherFile}>${desk.say("otherFile")}</button>` : nothing}</section>`;
}

