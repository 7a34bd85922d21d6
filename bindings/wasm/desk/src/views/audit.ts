/** Was the charter kept: a verdict for every clause of a year, as a table with filters that unfolds to what it rests on. */

import type { AuditInWords, Judgement, Verdict } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { spokenDay } from "../model/day.js";
import { addressOf, goTo } from "../model/route.js";
import { readingSaid } from "../model/terms.js";
import { unfolded } from "../parts/unfolded.js";
import { valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import type { Word } from "../words.js";
import { bearerName } from "./home.js";
import { entryDialog } from "./entry-dialog.js";
import { ruleSaid } from "./clause.js";

const VERDICTS: Verdict[] = ["unmet", "disputed", "not_due", "silent", "met", "not_judged", "not_applicable"];

export const verdictName = (it: Verdict): string => desk.say(`verdict_${it}` as Word);

type Judged = AuditInWords["clauses"][number];

function filterTo(name: string, value: string): void {
  const wanted = Object.fromEntries(desk.route.with);
  if (value) wanted[name] = value;
  else delete wanted[name];
  goTo("audit", wanted);
}

export function years(): string[] {
  const first = desk.founded ? Number(desk.entries[0]!.at.slice(0, 4)) : Number(desk.on.slice(0, 4));
  const last = Math.max(Number(desk.on.slice(0, 4)), first);
  return Array.from({ length: last - first + 1 }, (_, ix) => String(last - ix));
}

export function audit(): TemplateResult {
  if (!desk.founded) return html`<h1>${desk.say("audit")}</h1><p>${desk.say("notFounded")}</p>`;
  const query = desk.route.with;
  const year = query.get("year") ?? desk.on.slice(0, 4);
  const verdict = query.get("verdict") ?? "";
  const unit = query.get("unit") ?? "";
  const text = (query.get("q") ?? "").toLowerCase();
  const found = desk.once(`audit ${year}`, () => desk.body.auditInWords({ from: `${year}-01-01`, to: `${year}-12-31` }, desk.on));
  const ofUnit = (it: Judgement) => it.bearer.type === "unit" && it.bearer.unit === unit;
  const rows = found.clauses.filter(
    (it) =>
      (!verdict || it.verdict === verdict || (it.judgements ?? []).some((one) => one.verdict === verdict && (!unit || ofUnit(one)))) &&
      (!unit || it.judgements?.some(ofUnit)) &&
      (!text || `${desk.names.at(it.clause)} ${it.words?.[desk.language] ?? ""}`.toLowerCase().includes(text)),
  );
  const counts = VERDICTS.map((it) => [it, found.clauses.filter((one) => one.verdict === it).length] as const);
  return html`<h1>${desk.say("audit")} <small>${year}</small></h1>
    <p class="fine">${desk.say("auditHelp")} ${spokenDay(desk.on, desk.language)}</p>
    <div class="fields filters">
      <label class="field"><span>${desk.say("yearWord")}</span><select id="audit-year" @change=${(it: Event) => filterTo("year", valueOf(it))}>
        ${years().map((it) => html`<option ?selected=${it === year}>${it}</option>`)}</select></label>
      <label class="field"><span>${desk.say("verdict")}</span><select id="audit-verdict" @change=${(it: Event) => filterTo("verdict", valueOf(it))}>
        <option value="">${desk.say("all")} (${found.clauses.length})</option>
        ${counts.filter(([, count]) => count).map(([it, count]) => html`<option value=${it} ?selected=${it === verdict}>${verdictName(it)} (${count})</option>`)}</select></label>
      <label class="field"><span>${desk.say("unit")}</span><select id="audit-unit" @change=${(it: Event) => filterTo("unit", valueOf(it))}>
        <option value="">${desk.say("all")}</option>
        ${desk.roster.units.map((it) => html`<option value=${it.unit} ?selected=${it.unit === unit}>${desk.names.unit(it.unit)}</option>`)}</select></label>
      <label class="field"><span>${desk.say("search")}</span><input type="search" .value=${query.get("q") ?? ""} @change=${(it: Event) => filterTo("q", valueOf(it))} /></label>
      ${verdict || unit || text ? html`<a class="button" href=${addressOf("audit", { year })}>${desk.say("allFilters")}</a>` : nothing}
    </div>
    <p role="status" class="fine">${desk.say("clausesWord")} ${rows.length}</p>
    <desk-growing class="audit" .rows=${rows} .row=${(it: Judged) => clauseRow(it, unit)}></desk-growing>`;
}

function clauseRow(it: Judged, unit: string): TemplateResult {
  const clause = desk.names.clause(it.clause);
  const judgements = (it.judgements ?? []).filter((one) => !unit || (one.bearer.type === "unit" && one.bearer.unit === unit));
  const { open = 0, overdue = 0, done = 0 } = it.counts ?? {};
  return html`<details class="verdict"><summary>
      <span class="tag verdict-${it.verdict}">${verdictName(it.verdict)}</span>
      <span class="at">${desk.names.at(it.clause)}</span>
      <span class="what">${clause?.[desk.language] ?? it.words?.[desk.language] ?? ""}</span>
      ${it.counts ? html`<span class="fine">${desk.say("openWord")} ${open} · ${desk.say("overdue").toLowerCase()} ${overdue} · ${desk.say("doneWord")} ${done}</span>` : nothing}
    </summary>${unfolded(() => html`
    ${it.words && !judgements.length ? html`<p class="said">${it.words[desk.language]}</p>` : nothing}
    ${[...new Set(judgements.map((one) => one.rule))].map((rule) => html`${ruleSaid(rule)}
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("verdict")}><table><tbody>${judgements.filter((one) => one.rule === rule).map(judged)}</tbody></table></div>`)}
    ${it.words && judgements.length ? html`<details class="quiet"><summary>${desk.say("inWords")}</summary><p class="said">${it.words[desk.language]}</p></details>` : nothing}
    <p><a href=${addressOf("charter", { clause: it.clause })}>${desk.say("clause")}</a></p>`)}</details>`;
}

function judged(it: Judgement): TemplateResult {
  return html`<tr><th scope="row">${bearerName(it.bearer)}</th>
    <td><span class="tag verdict-${it.verdict}">${verdictName(it.verdict)}</span></td>
    <td>${it.subject ? desk.names.any(it.subject) : ""}</td>
    <td class="due">${it.due ? html`${desk.say("due")} ${spokenDay(it.due.date, desk.language)}` : nothing}
      ${it.by_reading?.map((one) => html`<p class="fine">${readingSaid(one.reading, one.option, desk.language)}${desk.colon}${verdictName(one.verdict)}</p>`) ?? nothing}</td>
    <td>${it.evidence.slice(0, 8).map((no) => html`<button class="no" @click=${() => entryDialog().show(no)} aria-label=${`${desk.say("entry")} ${no}`}>${no}</button>`)}${it.evidence.length > 8 ? "…" : ""}</td></tr>`;
}
