/** Who is who on the day that is looked at: roles, units with their persons, whoever is entrusted, and what persons are called. */

import { type TemplateResult, html, nothing } from "lit";

import { spokenDay } from "../model/day.js";
import { wordOf } from "../model/terms.js";
import { valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";

const person = (it: string | null | undefined): TemplateResult | string =>
  it ? desk.called(it) : html`<span class="vacant">${desk.say("vacant")}</span>`;

const persons = (all: string[]): TemplateResult | string => (all.length ? all.map(desk.called).join(desk.and) : person(null));

/** What a person is called from now on; the code alone, where nothing is said. */
function call(code: string, name: string): void {
  const { [code]: _, ...others } = desk.prefs.persons ?? {};
  desk.remember({ persons: name.trim() ? { ...others, [code]: name.trim() } : others });
}

/** The names of persons, where the record has codes. */
function names(): TemplateResult {
  return html`<section aria-labelledby="called"><h2 id="called">${desk.say("personNames")}</h2>
      <p class="fine">${desk.say("personNamesHelp")}</p>
      <div class="fields">${desk.persons.map((it) => html`<label class="field"><span>${it}</span>
        <input autocomplete="off" .value=${desk.prefs.persons?.[it] ?? ""} @change=${(on: Event) => call(it, valueOf(on))} /></label>`)}</div></section>`;
}

export function who(): TemplateResult {
  const { roles, units } = desk.roster;
  return html`<h1>${desk.say("who")} <small>${spokenDay(desk.on, desk.language)}</small></h1>
    <p class="fine">${desk.say("whoHelp")}</p>
    <section aria-labelledby="roles"><h2 id="roles">${desk.say("rolesOf")}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("rolesOf")}><table>
        <thead><tr>${(["role", "person", "postWord", "unit"] as const).map((it) => html`<th scope="col">${desk.say(it)}</th>`)}</tr></thead>
        <tbody>${roles.map((it) => html`<tr>
          <th scope="row">${wordOf("Role", it.role, desk.language)}</th>
          <td>${persons(it.persons)}${it.acting ? html` <span class="tag">${desk.say("acting")}</span>` : nothing}</td>
          <td>${it.post ? desk.names.post(it.post) : ""}</td><td>${it.unit ? desk.names.unit(it.unit) : ""}</td></tr>`)}</tbody>
      </table></div></section>
    <section aria-labelledby="units"><h2 id="units">${desk.say("memberUnits")} <span class="count">${units.length}</span></h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("memberUnits")}><table>
        <thead><tr>${(["unit", "member", "officer", "responsible", "entrusted", "kindOfUnit"] as const).map((it) => html`<th scope="col">${desk.say(it)}</th>`)}</tr></thead>
        <tbody>${units.map((it) => html`<tr>
          <th scope="row">${desk.language === "zh" ? it.name : desk.names.unit(it.unit)}${it.lead ? html` <span class="tag">${wordOf("Role", "lead_unit", desk.language)}</span>` : nothing}</th>
          <td>${person(it.member)}</td><td>${person(it.liaison_officer)}</td>
          <td>${persons(it.responsible)}</td>
          <td>${(it.entrusted ?? []).map((one) => html`${desk.called(one.person)} <span class="fine">→ ${one.to}</span> `)}</td>
          <td>${wordOf("UnitKind", it.kind, desk.language)}</td></tr>`)}</tbody>
      </table></div></section>
    ${names()}`;
}
