/** A new body: a charter is chosen, units and persons are typed or pasted, every act is tried, and then they are performed. */

import { type Approval, Charter, JointMeeting, type Tried } from "joint-meeting";
import type { Founding } from "joint-meeting/tables";
import { type TemplateResult, html, nothing } from "lit";

import { now, fromField, toField } from "../model/day.js";
import { startTables } from "../model/engine.js";
import { bundledText } from "../model/files.js";
import { prefs } from "../model/prefs.js";
import { type Form, type Grid, asksForApproval, formOf, read } from "../model/roster.js";
import { goTo } from "../model/route.js";
import { actName, fieldName } from "../model/terms.js";
import { View, filesOf, valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import { freeName } from "./keeping.js";

/** Names that say more than their codes. */
const beside = (persons: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(persons).filter(([code, name]) => code !== name));

class Found extends View {
  static override properties = { texts: { state: true }, form: { state: true }, grid: { state: true }, tried: { state: true }, fault: { state: true }, wrong: { state: true } };
  declare texts: [name: string, title: Record<"zh" | "en", string>, json: string][];
  declare form: Form | undefined;
  declare grid: Grid;
  declare tried: { founding: Founding; answers: Tried[] } | undefined;
  /** What is wrong with the charter, and with the roster. */
  declare fault: string;
  declare wrong: string;
  chosen = "";
  name = "";
  approval = { by: "", on: "", number: "" };
  at = now();
  #charter: Charter | undefined;

  constructor() {
    super();
    this.texts = [];
    this.form = undefined;
    this.grid = { heads: [], rows: [] };
    this.tried = undefined;
    this.fault = "";
    this.wrong = "";
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

  async #choose(name: string, json: string): Promise<void> {
    [this.fault, this.wrong, this.tried, this.form, this.chosen] = ["", "", undefined, undefined, ""];
    try {
      const charter = Charter.fromJson(json);
      this.#charter?.free();
      this.#charter = charter;
      this.chosen = name;
      this.name = freeName(charter.file.title[desk.language]);
      const form = await formOf(charter);
      if (charter === this.#charter) [this.form, this.grid] = [form, form.grid];
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
      await this.#choose("file", json);
    } catch (why) {
      this.fault = desk.faultOf(why);
    }
  }

  async #put(file: Uint8Array | string): Promise<void> {
    await desk.tries(async () => {
      this.grid = await read(file);
      this.#untried();
      desk.tell(`${this.grid.rows.length} ${desk.say("rowsRead")}`);
    });
  }

  #set(ix: number, column: number, value: string): void {
    const rows = this.grid.rows.map((row, at) => (at === ix ? row.with(column, value) : row));
    this.grid = { ...this.grid, rows };
    this.#untried();
  }

  #untried(): void {
    [this.tried, this.wrong] = [undefined, ""];
  }

  /** The superior's approval, where it was filled in. */
  #approved(): Approval | undefined {
    const { by, on, number } = this.approval;
    return by && on ? { by, on, ...(number && { number }) } : undefined;
  }

  /** Tries all acts on a body that is thrown away. */
  async #try(): Promise<void> {
    this.#untried();
    try {
      const { heads, rows } = this.grid;
      const approval = this.#approved();
      const entering = { at: this.at, agreed: true, ...(approval && { approval }) };
      const found = (await startTables()).founding([heads, ...rows], this.#charter!, entering, desk.language);
      const body = JointMeeting.begin(this.#charter!, { language: desk.language });
      const answers = found.acts.map((it) => body.tryPerform(it.submission));
      body.free();
      this.tried = { founding: found, answers };
    } catch (why) {
      this.wrong = desk.faultOf(why);
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>("#tried")?.focus();
  }

  async #found(): Promise<void> {
    await desk.tries(async () => {
      const json = this.texts.find(([it]) => it === this.chosen)![2];
      const name = freeName(this.name);
      await desk.store.create(name, { json });
      await desk.openBody(name);
      const { founding: found, answers } = this.tried!;
      await desk.performAll(found.acts.map((it) => it.submission).filter((_, ix) => answers[ix]?.type === "accepted"));
      await desk.list();
      const office = desk.roster.roles.find((it) => it.role === "office" && it.persons.length) ?? desk.roster.roles.find((it) => it.persons.length);
      desk.remember({ me: office?.persons[0] ?? desk.persons[0] ?? "", persons: beside(found.persons ?? {}) });
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
              if (found) void this.#choose(found[0], found[2]);
            }}>
              <option value="" ?selected=${!this.chosen}>${desk.say("choose")}</option>
              ${this.texts.map(([name, title]) => html`<option value=${name} ?selected=${name === this.chosen}>${title[desk.language]}</option>`)}
            </select></label>
          <label class="field"><span>${desk.say("ownCharter")}</span>
            <input type="file" accept=".json" @change=${(it: Event) => this.#open(filesOf(it))} /></label>
        </div>
        ${this.fault ? html`<p role="alert" class="bad">${this.fault}</p>` : nothing}
      </section>
      ${this.form ? this.#people(this.form) : nothing}`;
  }

  #people({ words }: Form): TemplateResult {
    const { heads, rows } = this.grid;
    return html`
      <section aria-labelledby="step2"><h2 id="step2">2 ${desk.say("unitsAndPersons")}</h2>
        <p class="fine">${desk.say("pasteHelp")}</p>
        <div class="fields">
          <label class="field wide"><span>${desk.say("paste")}</span>
            <textarea id="paste" rows="3" @paste=${(it: ClipboardEvent) => {
              const text = it.clipboardData?.getData("text/plain") ?? "";
              if (!text.includes("\n")) return;
              it.preventDefault();
              void this.#put(text);
            }} @change=${(it: Event) => void this.#put(valueOf(it))}></textarea></label>
          <label class="field"><span>${desk.say("csv")}</span>
            <input type="file" id="list-file" accept=".xlsx,.ods,.csv,.tsv,.txt" @change=${async (it: Event) => {
              const file = filesOf(it)[0];
              if (file) await this.#put(new Uint8Array(await file.arrayBuffer()));
            }} /></label>
        </div>
        ${heads.map((head, column) => words.get(head) && html`<datalist id=${`words-${column}`}>${words.get(head)!.map((it) => html`<option value=${it}></option>`)}</datalist>`)}
        <div class="scroll" tabindex="0" role="group" aria-label=${desk.say("unitsAndPersons")}>
          <table class="grid"><thead><tr><th scope="col"><span class="unseen">${desk.say("row")}</span></th>${heads.map((it) => html`<th scope="col">${it}</th>`)}<th><span class="unseen">${desk.say("remove")}</span></th></tr></thead>
            <tbody>${rows.map((row, ix) => html`<tr><td class="fine">${ix + 2}</td>${row.map((it, column) => html`<td><input aria-label=${`${heads[column]} ${ix + 1}`} .value=${it}
                list=${words.has(heads[column]!) ? `words-${column}` : nothing} @change=${(event: Event) => this.#set(ix, column, valueOf(event))} /></td>`)}
              <td><button class="plain" aria-label=${`${desk.say("remove")} ${ix + 1}`} @click=${() => this.#rows(rows.filter((_, at) => at !== ix))}>×</button></td></tr>`)}</tbody></table>
        </div>
        <button @click=${() => this.#rows([...rows, heads.map(() => "")])}>${desk.say("addRow")}</button>
      </section>
      <section aria-labelledby="step3"><h2 id="step3">3 ${desk.say("tryAndFound")}</h2>
        <div class="fields">
          <label class="field"><span>${desk.say("nameOfBody")}</span><input id="body-name" .value=${this.name} @change=${(it: Event) => (this.name = valueOf(it))} /></label>
          <label class="field"><span>${desk.say("foundedAt")}</span><input id="founded-at" type="datetime-local" .value=${toField(this.at)}
            @change=${(it: Event) => { this.at = fromField(valueOf(it)) || this.at; this.#untried(); }} /></label>
          ${asksForApproval(this.#charter!) ? this.#approval() : nothing}
        </div>
        <button class="main" @click=${() => void this.#try()}>${desk.say("tryAll")}</button>
        ${this.wrong ? html`<pre id="tried" tabindex="-1" role="alert" class="why bad">${this.wrong}</pre>` : nothing}
        ${this.tried ? this.#answers(this.tried) : nothing}
      </section>`;
  }

  #approval(): TemplateResult {
    const label = fieldName("adopt_charter", "approval", desk.language);
    const field = (it: "by" | "on" | "number", type = "text") => html`<label class="field"><span>${label} · ${fieldName("Approval", it, desk.language)}</span>
      <input id=${`approval-${it}`} type=${type} .value=${this.approval[it]} @change=${(event: Event) => { this.approval[it] = valueOf(event).trim(); this.#untried(); }} /></label>`;
    return html`${field("by")}${field("on", "date")}${field("number")}`;
  }

  #rows(rows: string[][]): void {
    this.grid = { ...this.grid, rows };
    this.#untried();
  }

  #answers({ founding: found, answers }: { founding: Founding; answers: Tried[] }): TemplateResult {
    const refused = answers.filter((it) => it.type === "refused").length;
    const founds = answers[0]?.type === "accepted";
    return html`<div id="tried" tabindex="-1" role="status">
      ${answers.length ? html`<p>${answers.length - refused} ${desk.say("accepted")}, ${refused} ${desk.say("refusedMany")}</p>` : nothing}
      <ul class="answers">${answers.map((it, ix) => {
        const { act, by } = found.acts[ix]!.submission;
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
