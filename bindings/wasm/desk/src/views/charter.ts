/** The charter in force: every clause in the order of the text, with what it does. */

import { type TemplateResult, html, nothing } from "lit";

import { addressOf } from "../model/route.js";
import { desk } from "../the-desk.js";
import type { Word } from "../words.js";

export function charter(): TemplateResult {
  const { file, clauses } = desk.charter;
  const wanted = desk.route.with.get("clause");
  return html`<h1>${file.title[desk.language]}</h1>
    <p class="fine">${file.jurisdiction} · ${desk.say("version")} ${file.version} · ${file.source}</p>
    ${wanted ? html`<p><a href=${addressOf("charter")}>${desk.say("allClauses")}</a></p>` : nothing}
    <ol class="clauses">${clauses.filter((clause) => !wanted || clause.id === wanted).map((clause) => html`<li id=${`clause-${clause.id}`}>
      <p class="at">${desk.names.at(clause.id)} <span class="tag">${desk.say(`force_${clause.force}` as Word)}</span></p>
      <p>${clause[desk.language]}</p>
      ${wanted && clause.rules?.length
        ? html`<h2>${desk.say("rules")}</h2><ul>${clause.rules.map((rule) => html`<li>${desk.body.explainRule(rule)[desk.language]}</li>`)}</ul>`
        : nothing}</li>`)}</ol>`;
}
