/** Who is who on the day that is looked at: roles, units with their persons, and whoever is entrusted. */

import { type TemplateResult, html, nothing } from "lit";

import { spokenDay } from "../model/day.js";
import { wordOf } from "../model/terms.js";
import { desk } from "../the-desk.js";

const person = (it: string | null | undefined): TemplateResult | string =>
  it ?? html`<span class="vacant">${desk.say("vacant")}</span>`;

export function who(): TemplateResult {
  const { roles, units } = desk.roster;
  return html`<h1>${desk.say("who")} <small>${spokenDay(desk.on, desk.language)}</small></h1>
    <p class="fine">${desk.say("whoHelp")}</p>
    <section aria-labelledby="roles"><h2 id="roles">${desk.say("rolesOf")}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("rolesOf")}><table>
        <thead><tr>${(["role", "postWord", "unit", "person"] as const).map((it) => html`<th scope="col">${desk.say(it)}</th>`)}</tr></thead>
        <tbody>${roles.map((it) => html`<tr>
          <th scope="row">${wordOf("Role", it.role, desk.language)}</th>
          <td>${it.post ? desk.names.post(it.post) : ""}</td><td>${it.unit ? desk.names.unit(it.unit) : ""}</td>
          <td>${it.persons.length ? it.persons.join(desk.and) : person(null)}${it.acting ? html` <span class="tag">${desk.say("acting")}</span>` : nothing}</td></tr>`)}</tbody>
      </table></div></section>
    <section aria-labelledby="units"><h2 id="units">${desk.say("memberUnits")} <span class="count">${units.length}</span></h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("memberUnits")}><table>
        <thead><tr>${(["unit", "kindOfUnit", "member", "officer", "responsible", "entrusted"] as const).map((it) => html`<th scope="col">${desk.say(it)}</th>`)}</tr></thead>
        <tbody>${units.map((it) => html`<tr>
          <th scope="row">${desk.language === "zh" ? it.name : desk.names.unit(it.unit)}${it.lead ? html` <span class="tag">${wordOf("Role", "lead_unit", desk.language)}</span>` : nothing}</th>
          <td>${wordOf("UnitKind", it.kind, desk.language)}</td><td>${person(it.member)}</td><td>${person(it.liaison_officer)}</td>
          <td>${it.responsible.length ? it.responsible.join(desk.and) : person(null)}</td>
          <td>${(it.entrusted ?? []).map((one) => html`${one.person} <span class="fine">→ ${one.to}</span> `)}</td></tr>`)}</tbody>
      </table></div></section>`;
}
