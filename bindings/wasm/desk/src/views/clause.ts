/** A clause as people read it: where it stands, what it says, what is asked of its readings. */

import { type TemplateResult, html, nothing } from "lit";

import { addressOf } from "../model/route.js";
import { capital, readingSaid } from "../model/terms.js";
import { desk } from "../the-desk.js";

/** Where it stands, with its sentence. */
export function clauseLink(id: string): TemplateResult {
  const clause = desk.names.clause(id);
  if (!clause) return html`<span class="clause">${id}</span>`;
  return html`<span class="clause"><a href=${addressOf("charter", { clause: id })}>${desk.names.at(id)}</a> ${clause[desk.language]}</span>`;
}

/** A rule with its sentence, and the clauses that claim it. */
export function ruleSaid(rule: string): TemplateResult {
  const it = desk.once(`rule ${rule} ${desk.language}`, () => desk.body.explainRule(rule));
  return html`<p class="rule">${capital(it[desk.language])}</p>
    ${it.clauses.length
      ? html`<ul class="plain-list">${it.clauses.map((clause) => html`<li>${clauseLink(clause)}</li>`)}</ul>`
      : it.always ? html`<p class="fine">${desk.say("always")}</p>` : nothing}
    ${Object.keys(it.readings).length
      ? html`<ul class="plain-list fine">${Object.entries(it.readings).map(([reading, option]) => html`<li>${desk.say("readings")}${desk.colon}${readingSaid(reading, option, desk.language)}</li>`)}</ul>`
      : nothing}`;
}
