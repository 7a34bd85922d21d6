/** A new body: a charter is chosen, units and persons are typed or pasted, every act is tried, and then they are performed. */

import { type Approval, Charter, JointMeeting, type Tried } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { now, fromField, toField } from "../model/day.js";
import { bundledText } from "../model/files.js";
import { listText } from "../model/sheet.js";
import { prefs } from "../model/prefs.js";
import { goTo } from "../model/route.js";
import { COLUMNS, type Founding, type Row, capacitiesOf, founding, rowsOf, settingsOf } from "../model/table.js";
import { actName, fieldName, wordOf } from "../model/terms.js";
import { View, filesOf, valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import shapes from "virtual:shapes";
import type { Word } from "../words.js";
import { freeName } from "./keeping.js";

const EMPTY = Object.fromEntries(COLUMNS.map((it) => [it, ""])) as unknown as Row;
const FLAGS: (keyof Row)[] = ["portfolio", "section_head", "knows_duties", "masters_trade"];

class Found extends View {
  static override properties = { texts: { state: true }, chosen: { state: true }, rows: { state: true }, tried: { state: true }, fault: { state: true } };
  declare texts: [name: string, title: Record<"zh" | "en", string>, json: string][];
  declare chosen: string;
  declare rows: Row[];
  declare tried: { founding: Founding; answers: Tried[] } | undefined;
  declare fault: string;
  name = "";
  approval = { by: "", on: "", number: "" };
  at = now();
  #charter: Charter | undefined;

  constructor() {
    super();
    this.texts = [];
    this.chosen = "";
    this.rows = [];
    this.tried = undefined;
    this.fault = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    for (const name of Charter.names()) {
      const json = await bundledText(name);
      this.texts = [...this.texts, [name, (JSON.parse(json) as { title: Record<"zh" | "en", string> }).title, json]];
    }
  }

  #choose(name: string, json: string): void {
    this.fault = "";
    this.tried = undefined;
    try {
      const charter = Charter.fromJson(json);
      this.#charter?.free();
      this.#charter = charter;
      this.chosen = name;
      this.name = freeName(charter.file.title[desk.language]);
      this.rows = this.#template(charter);
    } catch (why) {
      this.fault = desk.faultOf(why);
    }
  }

  async #open(files: File[]): Promise<void> {
    const json = await files[0]?.text();
    if (json === undefined) return;
    try {
      const title = (JSON.parse(json) as { title: Record<"zh" | "en", string> }).title;
      this.texts = [...this.texts.filter(([it]) => it !== "file"), ["file", title, json]];
      this.#choose("file", json);
    } catch (why) {
      this.fault = desk.faultOf(why);
    }
  }

  /** One row for each that the charter asks for, to be filled in. */
  #template(charter: Charter): Row[] {
    const { file } = charter;
    const body = JointMeeting.begin(charter);
    const roster = body.roster(this.at.slice(0, 10));
    body.free();
    const name = (id: string | undefined) => file.units.find((it) => it.id === id)?.[desk.language] ?? "";
    const role = (it: string) => wordOf("Role", it, desk.language);
    const settings = settingsOf(charter);
    const posts = roster.roles.filter((it) => it.post !== undefined);
    const isOnly = (it: (typeof posts)[number]) => posts.filter((one) => one.role === it.role).length === 1;
    const post = (id: string) => file.posts.find((it) => it.id === id)?.[desk.language] ?? id;
    const of = (as: string, units: string[]) => units.map((unit) => ({ ...EMPTY, unit: name(unit), as: role(as) }));
    const { members, lead, responsible } = settings;
    return [
      ...posts.map((it) => ({ ...EMPTY, unit: name(it.unit), as: isOnly(it) ? role(it.role) : post(it.post!) })),
      ...file.posts.filter((it) => !posts.some((one) => one.post === it.id)).map((it) => ({ ...EMPTY, unit: name(it.unit), as: post(it.id) })),
      ...(responsible ? of("responsible_person", [...new Set([...members, ...lead])]) : []),
      ...of("member", members),
      ...of("liaison_officer", members),
      ...(members.length || !responsible ? [] : [{ ...EMPTY, as: role("responsible_person") }]),
    ];
  }

  #paste(text: string): void {
    const rows = rowsOf(text);
    if (!rows.length) return;
    this.rows = rows;
    this.tried = undefined;
    desk.tell(`${rows.length} ${desk.say("rowsRead")}`);
  }

  #read(file: File | undefined): void {
    if (file) void desk.tries(async () => this.#paste(await listText(file)));
  }

  #set(ix: number, column: keyof Row, value: string): void {
    this.rows = this.rows.map((it, at) => (at === ix ? { ...it, [column]: value } : it));
    this.tried = undefined;
  }

  /** The superior's approval, where it was filled in. */
  #approved(): Approval | undefined {
    const { by, on, number } = this.approval;
    return by && on ? { by, on, ...(number && { number }) } : undefined;
  }

  /** Tries all acts on a body that is thrown away. */
  #try(): void {
    this.fault = "";
    try {
      const found = founding(this.rows.filter((it) => it.unit || it.person), this.#charter!, this.at, this.#approved());
      const body = JointMeeting.begin(this.#charter!, { language: desk.language });
      const answers = found.faults.length ? [] : found.acts.map((it) => body.tryPerform(it));
      body.free();
      this.tried = { founding: found, answers };
    } catch (why) {
      this.fault = desk.faultOf(why);
    }
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#tried")?.focus());
  }

  async #found(): Promise<void> {
    await desk.tries(async () => {
      const json = this.texts.find(([it]) => it === this.chosen)![2];
      const name = freeName(this.name);
      await desk.store.create(name, { json });
      await desk.openBody(name);
      const { founding: found, answers } = this.tried!;
      await desk.performAll(found.acts.filter((_, ix) => answers[ix]?.type === "accepted"));
      await desk.list();
      const office = desk.roster.roles.find((it) => it.role === "office" && it.persons.length) ?? desk.roster.roles.find((it) => it.persons.length);
      desk.remember({ me: office?.persons[0] ?? desk.persons[0] ?? "" });
      prefs.setLast(name);
      goTo("home");
      desk.tell(desk.say("founded"));
    });
  }

  override render(): TemplateResult {
    return html`
      <h1>${desk.say("newBody")}</h1>
      <section aria-labelledby="step1"><h2 id="step1">1 ${desk.say("chooseCharter")}</h2>
        <div class="fields">
          <label class="field twice"><span>${desk.say("charter")}</span>
            <select id="charters" @change=${(it: Event) => {
              const found = this.texts.find(([name]) => name === valueOf(it));
              if (found) this.#choose(found[0], found[2]);
            }}>
              <option value="" ?selected=${!this.chosen}>${desk.say("choose")}</option>
              ${this.texts.map(([name, title]) => html`<option value=${name} ?selected=${name === this.chosen}>${title[desk.language]}</option>`)}
            </select></label>
          <label class="field"><span>${desk.say("ownCharter")}</span>
            <input type="file" accept=".json" @change=${(it: Event) => this.#open(filesOf(it))} /></label>
        </div>
        ${this.fault ? html`<p role="alert" class="bad">${this.fault}</p>` : nothing}
      </section>
      ${this.chosen ? this.#people() : nothing}`;
  }

  #people(): TemplateResult {
    const { file } = this.#charter!;
    const settings = settingsOf(this.#charter!);
    const { names } = capacitiesOf(file, settings, desk.language);
    return html`
      <section aria-labelledby="step2"><h2 id="step2">2 ${desk.say("unitsAndPersons")}</h2>
        <p class="fine">${desk.say("pasteHelp")}</p>
        <div class="fields">
          <label class="field wide"><span>${desk.say("paste")}</span>
            <textarea id="paste" rows="3" @paste=${(it: ClipboardEvent) => {
              const text = it.clipboardData?.getData("text/plain") ?? "";
              if (!text.includes("\n")) return;
              it.preventDefault();
              this.#paste(text);
            }} @change=${(it: Event) => this.#paste(valueOf(it))}></textarea></label>
          <label class="field"><span>${desk.say("csv")}</span>
            <input type="file" id="list-file" accept=".xlsx,.csv,.tsv,.txt" @change=${(it: Event) => this.#read(filesOf(it)[0])} /></label>
        </div>
        <datalist id="units">${file.units.map((it) => html`<option value=${it[desk.language]}></option>`)}</datalist>
        <datalist id="capacities">${[...names, ...file.posts.map((it) => it[desk.language])].map((it) => html`<option value=${it}></option>`)}</datalist>
        <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("unitsAndPersons")}>
          <table class="grid"><thead><tr>${COLUMNS.map((it) => html`<th scope="col">${this.#column(it)}</th>`)}<th><span class="unseen">${desk.say("remove")}</span></th></tr></thead>
            <tbody>${this.rows.map((row, ix) => html`<tr>${COLUMNS.map((column) => html`<td>${this.#cell(row, ix, column)}</td>`)}
              <td><button class="plain" aria-label=${`${desk.say("remove")} ${ix + 1}`} @click=${() => (this.rows = this.rows.filter((_, at) => at !== ix))}>×</button></td></tr>`)}</tbody></table>
        </div>
        <button @click=${() => (this.rows = [...this.rows, { ...EMPTY }])}>${desk.say("addRow")}</button>
      </section>
      <section aria-labelledby="step3"><h2 id="step3">3 ${desk.say("tryAndFound")}</h2>
        <div class="fields">
          <label class="field"><span>${desk.say("nameOfBody")}</span><input id="body-name" .value=${this.name} @change=${(it: Event) => (this.name = valueOf(it))} /></label>
          <label class="field"><span>${desk.say("foundedAt")}</span><input id="founded-at" type="datetime-local" .value=${toField(this.at)}
            @change=${(it: Event) => { this.at = fromField(valueOf(it)) || this.at; this.tried = undefined; }} /></label>
          ${settings.approval ? this.#approval() : nothing}
        </div>
        <button class="main" @click=${() => this.#try()}>${desk.say("tryAll")}</button>
        ${this.tried ? this.#answers(this.tried) : nothing}
      </section>`;
  }

  #approval(): TemplateResult {
    const label = fieldName("adopt_charter", "approval", desk.language);
    const field = (it: "by" | "on" | "number", type = "text") => html`<label class="field"><span>${label} · ${fieldName("Approval", it, desk.language)}</span>
      <input id=${`approval-${it}`} type=${type} .value=${this.approval[it]} @change=${(event: Event) => { this.approval[it] = valueOf(event).trim(); this.tried = undefined; }} /></label>`;
    return html`${field("by")}${field("on", "date")}${field("number")}`;
  }

  #column(it: keyof Row): string {
    const own: Partial<Record<keyof Row, Word>> = { unit: "unit", as: "servesAs", person: "name", post: "postInUnit", kind: "kindOfUnit" };
    return own[it] ? desk.say(own[it]) : fieldName("name_member", it, desk.language);
  }

  #cell(row: Row, ix: number, column: keyof Row): TemplateResult {
    const label = `${this.#column(column)} ${ix + 1}`;
    const set = (it: Event) => this.#set(ix, column, valueOf(it));
    const list = column === "rank" ? "Rank" : column === "kind" ? "UnitKind" : undefined;
    if (list || FLAGS.includes(column)) {
      const options = list ? shapes.words[list]!.map((it) => wordOf(list, it, desk.language)) : [desk.say("yes"), desk.say("no")];
      const value = row[column];
      return html`<select aria-label=${label} @change=${set}><option value=""></option>
        ${[...new Set([...(value ? [value] : []), ...options])].map((it) => html`<option ?selected=${it === value}>${it}</option>`)}</select>`;
    }
    const from = column === "unit" ? "units" : column === "as" ? "capacities" : undefined;
    return html`<input aria-label=${label} .value=${row[column]} list=${from ?? nothing} @change=${set} />`;
  }

  #answers({ founding: found, answers }: { founding: Founding; answers: Tried[] }): TemplateResult {
    const refused = answers.filter((it) => it.type === "refused").length;
    const founds = answers[0]?.type === "accepted";
    return html`<div id="tried" tabindex="-1" role="status">
      ${found.faults.map((it) => html`<p class="bad">${desk.say("row")} ${it.row} · ${this.#column(it.column)}: ${it.value || desk.say("empty")} – ${desk.say("notUnderstood")}</p>`)}
      ${answers.length ? html`<p>${answers.length - refused} ${desk.say("accepted")}, ${refused} ${desk.say("refusedMany")}</p>` : nothing}
      <ul class="answers">${answers.map((it, ix) => {
        const { act, by } = found.acts[ix]!;
        const fields = act as unknown as Record<string, string>;
        return html`<li class=${it.type}><strong>${actName(act.type, desk.language)}</strong> ${fields.unit ?? ""} ${fields.person ?? ""} <span class="fine">${by}</span>
          ${it.type === "refused" ? html`<pre class="why">${it.message}</pre>` : nothing}</li>`;
      })}</ul>
      ${founds
        ? html`<p class="fine">${refused ? desk.say("refusedLeftOut") : ""}</p><button class="main" id="found" @click=${() => this.#found()}>${desk.say("found")}</button>`
        : nothing}
    </div>`;
  }
}

customElements.define("desk-found", Found);
