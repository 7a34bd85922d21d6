/** The controls of a form: for each kind of field one that people know. */

import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import shapes from "virtual:shapes";

import { fromField, toField } from "../model/day.js";
import type { Values } from "../model/form.js";
import { OPEN, kindNamed, partsOfReport } from "../model/telling.js";
import { fieldHelp, fieldName, optionOf, optionsOf, questionOf, questions, wordOf } from "../model/terms.js";
import { valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";

/** A field with where it stands and what is in it. */
export interface Control {
  act: string;
  name: string;
  type: string;
  many: boolean;
  required: boolean;
  isNew?: boolean;
  /** One of several, which the group describes. */
  part?: boolean;
  /** What stands in the other fields. */
  around?: Values;
  id: string;
  value: unknown;
  wrong?: boolean;
  set: (it: unknown) => void;
}

const SHORT = new Set(["title", "name", "topic", "place", "post", "target", "number", "sender", "source", "alternate", "invitee", "file_number", "by", "frequency", "street"]);

/** What can be chosen of a kind of thing: code and name. */
function known(kind: string): [string, string][] {
  if (kind === "unit") {
    const members = desk.roster.units.map((it) => [it.unit, desk.names.unit(it.unit)] as [string, string]);
    return [...members, ...desk.names.units().filter(([id]) => !members.some(([it]) => it === id))];
  }
  if (kind === "post") return desk.names.posts();
  if (kind === "clause") {
    return desk.charter.clauses.map((it) => [it.id, `${desk.names.at(it.id)} ${it[desk.language]}`] as [string, string]);
  }
  return desk.names.of(kind).map((it) => [it.id, it.title] as [string, string]).reverse();
}

export function control(it: Control): TemplateResult {
  const label = fieldName(it.act, it.name, desk.language);
  const isGroup = it.many || it.type === "map" || shapes.structures[it.type] !== undefined;
  const about = html`<span>${label}${it.required ? html`<span class="needed" aria-hidden="true">*</span>` : html` <span class="fine">${desk.say("optional")}</span>`}</span>`;
  const said = fieldHelp(it.act, it.name, desk.language);
  const help = said ? html`<span class="fine help" id=${helpId(it)}>${said}</span>` : nothing;
  if (isGroup) {
    return html`<fieldset class=${it.wrong ? "field wide wrong" : "field wide"} id=${it.id} tabindex="-1" aria-describedby=${said ? helpId(it) : nothing}><legend>${about}</legend>${help}${group(it)}</fieldset>`;
  }
  const wide = it.type === "Text" && !SHORT.has(it.name);
  return html`<div class=${`field${wide ? " wide" : ""}${it.wrong ? " wrong" : ""}`}><label for=${it.id}>${about}</label>${help}${single(it)}</div>`;
}

const helpId = (it: Control): string => `${it.id}-help`;

/** What describes a control to whoever cannot see where it stands. */
const described = (it: Control) => (!it.part && fieldHelp(it.act, it.name, desk.language) ? helpId(it) : nothing);

/** A question of reading and its options go by their words. */
function ofReading({ act, name, around }: Control): [string, string][] | undefined {
  if (act !== "choose_reading") return undefined;
  if (name === "reading") return questions().map((it) => [it, questionOf(it, desk.language)]);
  const reading = String(around?.reading ?? "");
  if (name !== "option" || !optionsOf(reading).length) return undefined;
  return [...optionsOf(reading).map((it): [string, string] => [it, optionOf(reading, it, desk.language)]), [OPEN, desk.say("leftOpen")]];
}

function single(it: Control): TemplateResult {
  const set = (event: Event) => it.set(valueOf(event));
  const invalid = it.wrong ? "true" : "false";
  const text = typeof it.value === "string" ? it.value : it.value === undefined ? "" : String(it.value);
  const list = shapes.words[it.type];
  const readings = ofReading(it);
  if (readings) return select(it, readings);
  if (list) return select(it, list.map((word) => [word, wordOf(it.type, word, desk.language)]));
  if (it.type === "boolean") {
    return html`<select id=${it.id} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)} @change=${(event: Event) => it.set(valueOf(event) === "" ? undefined : valueOf(event) === "yes")}>
      ${it.required ? nothing : html`<option value="" ?selected=${it.value === undefined}></option>`}
      <option value="yes" ?selected=${it.value === true}>${desk.say("yes")}</option>
      <option value="no" ?selected=${it.value === false}>${desk.say("no")}</option></select>`;
  }
  if (it.type === "Date") return html`<input id=${it.id} type="date" .value=${text} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)} @change=${set} />`;
  if (it.type === "Time") {
    return html`<input id=${it.id} type="datetime-local" .value=${text ? toField(text) : ""} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)}
      @change=${(event: Event) => it.set(fromField(valueOf(event)) || undefined)} />`;
  }
  if (it.type === "number") {
    return html`<input id=${it.id} type="number" inputmode="numeric" .value=${text} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)}
      @change=${(event: Event) => it.set(valueOf(event) === "" ? undefined : Number(valueOf(event)))} />`;
  }
  const kind = kindNamed(it.type);
  if (kind === "person") {
    return html`<input id=${it.id} .value=${text} list="persons-known" autocomplete="off" ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)} @change=${set} />`;
  }
  if (kind && !it.isNew) {
    const all = known(kind);
    if (all.length) return select(it, all);
  }
  if (it.type !== "Text" || SHORT.has(it.name)) {
    return html`<input id=${it.id} .value=${text} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)} @change=${set} />`;
  }
  return html`<textarea id=${it.id} rows=${it.name === "text" ? 6 : 2} .value=${text} ?required=${it.required} aria-invalid=${invalid} aria-describedby=${described(it)} @change=${set}></textarea>`;
}

function select(it: Control, all: [string, string][]): TemplateResult {
  const isKnown = all.some(([id]) => id === it.value);
  return html`<select id=${it.id} ?required=${it.required} aria-invalid=${it.wrong ? "true" : "false"} aria-describedby=${described(it)} @change=${(event: Event) => it.set(valueOf(event) || undefined)}>
    <option value="" ?selected=${!it.value}>${desk.say("choose")}</option>
    ${it.value && !isKnown ? html`<option value=${it.value as string} selected>${it.value as string}</option>` : nothing}
    ${all.map(([id, name]) => html`<option value=${id} ?selected=${id === it.value}>${name.length > 90 ? `${name.slice(0, 89)}…` : name}</option>`)}</select>`;
}

function group(it: Control): TemplateResult {
  if (it.type === "map") return map(it);
  const kind = kindNamed(it.type);
  const list = shapes.words[it.type];
  if (it.many && (list || (kind && kind !== "person"))) {
    const all: [string, string][] = list ? list.map((word) => [word, wordOf(it.type, word, desk.language)]) : known(kind!);
    return chips(it, all);
  }
  if (it.many) return repeated(it);
  return structure(it, (it.value ?? {}) as Values, it.set, it.id);
}

/** What long lists were narrowed to, by the control. */
export const narrowed = new Map<string, string>();
/** Which long lists are shown whole. */
export const widened = new Set<string>();
/** So many of a long list are shown; the others are found by what they are called, or asked for. */
const SHOWN = 20;

/** Several of a list: each a box that can be ticked; a long list can be narrowed. */
function chips(it: Control, all: [string, string][]): TemplateResult {
  if (!all.length) return html`<p class="fine">${desk.say("noneYet")}</p>`;
  const chosen = new Set((it.value as string[] | undefined) ?? []);
  const put = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    it.set([...all.map(([one]) => one).filter((one) => next.has(one)), ...[...next].filter((one) => !all.some(([id_]) => id_ === one))]);
  };
  const narrow = (event: Event) => {
    narrowed.set(it.id, valueOf(event).toLowerCase());
    desk.changed();
  };
  const q = narrowed.get(it.id) ?? "";
  const found = all.filter(([id, name]) => chosen.has(id) || !q || name.toLowerCase().includes(q));
  const shown = [...found.filter(([id]) => chosen.has(id)), ...found.filter(([id]) => !chosen.has(id))].slice(0, Math.max(SHOWN, chosen.size));
  const inOrder = all.length > SHOWN && !widened.has(it.id) ? shown : found;
  const widen = () => {
    widened.add(it.id);
    desk.changed();
  };
  return html`${all.length > 12 ? html`<input type="search" aria-label=${desk.say("narrow")} placeholder=${`${desk.say("narrow")} (${found.length})`} .value=${q} @input=${narrow} />` : nothing}
    <div class="chips">${repeat(inOrder, ([id]) => id, ([id, name]) => html`<label class="chip"><input type="checkbox" .checked=${chosen.has(id)}
      @change=${(event: Event) => put(id, (event.target as HTMLInputElement).checked)} /><span>${name}</span></label>`)}</div>
    ${all.length > 2 ? html`<div class="row chosen">${inOrder.length < found.length ? html`<button type="button" class="plain" @click=${widen}>${desk.say("more")} (${found.length - inOrder.length})</button>` : nothing}<button type="button" class="plain" @click=${() => it.set(wholeOf(it, all))}>${desk.say("chooseAll")}</button>
      <button type="button" class="plain" @click=${() => it.set([])}>${desk.say("chooseNone")}</button></div>` : nothing}`;
}

/** All of them; of units, all member units. */
function wholeOf(it: Control, all: [string, string][]): string[] {
  const members = new Set(desk.roster.units.map((one) => one.unit));
  return all.map(([id]) => id).filter((id) => it.type !== "UnitId" || !members.size || members.has(id));
}

/** Several structures or texts, one below the other. */
function repeated(it: Control): TemplateResult {
  const all = (it.value as unknown[] | undefined) ?? [];
  const isStructure = shapes.structures[it.type] !== undefined;
  const put = (ix: number, value: unknown) => it.set(all.map((one, at) => (at === ix ? value : one)));
  return html`${all.map((one, ix) => html`<div class="repeated">
      ${isStructure
        ? structure(it, one as Values, (value) => put(ix, value), `${it.id}-${ix}`, ix)
        : html`<label class="field wide"><span>${fieldName(it.act, it.name, desk.language)} ${ix + 1}</span>${single({ ...it, part: true, many: false, required: false, id: `${it.id}-${ix}`, value: one, set: (value) => put(ix, value) })}</label>`}
      <button type="button" class="plain" aria-label=${`${desk.say("remove")} ${ix + 1}`} @click=${() => it.set(all.filter((_, at) => at !== ix))}>×</button></div>`)}
    <button type="button" @click=${() => it.set([...all, isStructure ? {} : ""])}>${desk.say("add")}</button>`;
}

function structure(it: Control, value: Values, set: (it: Values) => void, id: string, ix?: number): TemplateResult {
  return html`<div class="fields inner" role=${ix === undefined ? "presentation" : "group"} aria-label=${ix === undefined ? nothing : `${fieldName(it.act, it.name, desk.language)} ${ix + 1}`}>
    ${(shapes.structures[it.type] ?? []).map((one) => control({
      act: it.type,
      name: one.name,
      type: one.type,
      many: one.many ?? false,
      required: !one.optional,
      id: `${id}-${one.name}`,
      value: value[one.name],
      set: (next) => set({ ...value, [one.name]: next }),
    }))}</div>`;
}

/** The parts of a report: those that the charter names, and any that are there besides. */
function map(it: Control): TemplateResult {
  const value = (it.value ?? {}) as Record<string, string>;
  const parts = partsOfReport();
  const rows: [string, string][] = [
    ...parts.map((one): [string, string] => [one.id, one[desk.language]]),
    ...Object.keys(value).filter((key) => !parts.some((one) => one.id === key)).map((key): [string, string] => [key, key]),
  ];
  const shown = rows.length ? rows : ([["text", desk.say("text")]] as [string, string][]);
  return html`<div class="fields inner">${shown.map(([id, name]) => html`<label class="field wide"><span>${name}</span>
    <textarea id=${`${it.id}-${id}`} rows="2" .value=${value[id] ?? ""} @change=${(event: Event) => it.set({ ...value, [id]: valueOf(event) })}></textarea></label>`)}</div>`;
}
