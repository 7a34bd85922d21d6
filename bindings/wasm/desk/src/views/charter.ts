/** The charter in force: every clause in the order of the text, with what it does. */

import { type TemplateResult, html, nothing } from "lit";

import { addressOf } from "../model/route.js";
import { capital } from "../model/terms.js";
import { desk } from "../the-desk.js";
import type { Word } from "../words.js";

export function charter(): TemplateResult {
  const { file, clauses } = desk.charter;
  const wanted = desk.route.with.get("clause");
  return html`<h1>${file.title[desk.language]}</h1>
    <p class="fine">${file.jurisdiction} · ${desk.say("version")} ${file.version} · ${file.source}</p>
    ${wanted ? html`<p><a href=${addressOf("charter")}>${desk.say("allClauses")}</a></p>` : nothing}
    <ol class="clauses">${clauses.filter((clause) => !wanted || clause.id === wanted).map((clause) => html`<li id=${`clause-${clause.id}`}>
      <span class="at">${desk.names.at(clause.id)}</span>
      <span class="what">${clause[desk.language]}</span>
      <span class="tag">${desk.say(`force_${clause.force}` as Word)}</span>
      ${wanted && clause.rules?.length
        ? html`<div class="rules"><h2>${desk.say("rules")}</h2><ul>${clause.rules.map((rule) => html`<li>${capital(desk.body.explainRule(rule)[desk.language])}</li>`)}</ul></div>`
        : nothing}</li>`)}</ol>`;
}
