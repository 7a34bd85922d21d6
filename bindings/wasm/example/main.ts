/** One offline page: a journal is opened, looked at and carried on. It holds no rule: the library gives every answer. */

import {
  type Act,
  type Bearer,
  Charter,
  type Blank,
  type Choice,
  JointMeeting,
  JointMeetingError,
  type Language,
  type WithWords,
  ready,
} from "joint-meeting";
import nankai from "joint-meeting/charters/nankai-dog-2022.json?raw";
import { LitElement, type TemplateResult, html, nothing } from "lit";

import { type Said, drafts, sheet } from "./sheet.js";
import { type Word, term, word } from "./words.js";

const valueOf = (it: Event): string => (it.target as HTMLInputElement).value;

class JointMeetingPage extends LitElement {
  static override properties = { changes: { state: true } };
  declare changes: number;
  language: Language = "zh";
  charters = [nankai];
  journal = "";
  body: JointMeeting | undefined;
  on = "";
  actor = "";
  minutes = "";
  onlyOpen = false;
  failure = "";
  chosen: Choice | undefined;
  /** Names of units and posts, in the language of the page. */
  names = new Map<string, string>();

  constructor() {
    super();
    this.changes = 0;
  }

  /** Without a shadow root: the page has one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  say(it: Word): string {
    return word(it, this.language);
  }

  /** A name or a word of the data, for people. */
  show(it: string): string {
    return this.names.get(it) ?? term(it, this.language);
  }

  /** Does something, shows what went wrong, and shows the page anew. */
  async change(what: () => void): Promise<void> {
    this.failure = "";
    try {
      await ready();
      what();
    } catch (why) {
      if (!(why instanceof JointMeetingError || why instanceof SyntaxError)) throw why;
      this.failure = why.message;
    }
    this.changes++;
  }

  async pick(how: "journal" | "charters", files: FileList | null): Promise<void> {
    const texts = await Promise.all([...(files ?? [])].map((it) => it.text()));
    if (!texts.length) return;
    await this.change(() => {
      if (how === "charters") this.charters = texts;
      else this.journal = texts[0]!;
      if (this.journal) this.open();
    });
  }

  open(): void {
    this.body?.free();
    this.body = undefined;
    const charters = this.charters.map((it) => Charter.fromJson(it));
    this.body = JointMeeting.replayChecked(charters, this.journal, { language: this.language });
    charters.forEach((it) => it.free());
    this.on = this.body.entries().at(-1)?.recorded_at.slice(0, 10) ?? new Date().toISOString().slice(0, 10);
    this.actor = "";
    this.minutes = drafts(this.body.entries()).at(-1) ?? "";
  }

  speak(language: Language): void {
    this.language = language;
    if (this.body) this.body.language = language;
  }

  /** The end of the day that is looked at. */
  at(): string {
    return `${this.on}T18:00:00+08:00`;
  }

  save(): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.body!.journal().text], { type: "application/jsonl" }));
    link.download = "journal.jsonl";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  override render(): TemplateResult {
    document.documentElement.lang = this.language === "zh" ? "zh-CN" : "en";
    const pick = (how: "journal" | "charters", label: Word, accept: string) => html`
      <label>${this.say(label)}
        <input type="file" accept=${accept} ?multiple=${how === "charters"}
          @change=${(it: Event) => this.pick(how, (it.target as HTMLInputElement).files)} /></label>`;
    return html`
      <header>
        <h1>${this.say("title")}</h1>
        <button lang=${this.language === "zh" ? "en" : "zh-CN"}
          @click=${() => this.change(() => this.speak(this.language === "zh" ? "en" : "zh"))}>
          ${this.language === "zh" ? "English" : "中文"}</button>
      </header>
      <main>
        <div class="bar">${pick("journal", "journal", ".jsonl")} ${pick("charters", "charter", ".json")}</div>
        <p>${this.say("local")}</p>
        <p role="alert">${this.chosen ? nothing : this.failure}</p>
        ${this.body ? this.opened(this.body) : nothing}
      </main>`;
  }

  opened(body: JointMeeting): TemplateResult {
    using charter = body.charterOn(this.on);
    const roster = body.roster(this.on);
    const { units, posts } = charter.file;
    const borne = roster.units.map((it) => [it.unit, it.name] as const);
    const listed = [...units, ...posts].map((it) => [it.id, it[this.language]] as const);
    this.names = new Map(this.language === "en" ? [...borne, ...listed] : [...listed, ...borne]);
    return html`
      <div class="bar">
        <label>${this.say("day")} <input type="date" .value=${this.on}
          @change=${(it: Event) => this.change(() => void (this.on = valueOf(it) || this.on))} /></label>
        <button @click=${() => this.save()}>${this.say("keep")}</button>
      </div>
      <section id="who"><h2>${this.say("who")}</h2>
        ${this.table(["role", "persons"], roster.roles.map((it) => [this.show(it.role), it.persons.join(" ") || this.say("vacant")]))}
        ${this.table(["unit", "member", "officer"], roster.units.map((it) =>
          [this.show(it.unit), it.member ?? this.say("vacant"), it.liaison_officer ?? this.say("vacant")]))}
      </section>
      <section id="next"><h2>${this.say("next")}</h2>${this.duties(body)}</section>
      <section id="sheet"><h2>${this.say("sheet")}</h2>${this.signatures(body)}</section>
      <section id="acts"><h2>${this.say("acts")}</h2>
        ${this.acts(body, [...roster.roles.flatMap((it) => it.persons), ...roster.units.flatMap((it) => [it.member, it.liaison_officer])])}
      </section>
      <dialog aria-labelledby="chosen" @close=${() => void (this.chosen = undefined)}>${this.form()}</dialog>`;
  }

  table(head: Word[], rows: (string | TemplateResult)[][]): TemplateResult {
    if (!rows.length) return html`<p>${this.say("none")}</p>`;
    return html`<table>
      <thead><tr>${head.map((it) => html`<th scope="col">${this.say(it)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((it) => html`<td>${it}</td>`)}</tr>`)}</tbody>
    </table>`;
  }

  late(text: string, is: boolean): string | TemplateResult {
    return is ? html`<span class="late">${text}</span>` : text;
  }

  duties(body: JointMeeting): TemplateResult {
    const bearer = (it: Bearer) =>
      it.type === "unit" ? this.show(it.unit) : it.type === "role" ? this.show(it.role) : this.say("title");
    const row = ({ rule, clause, subject, due, overdue, bearer: who }: ReturnType<JointMeeting["obligations"]>[number]) => [
      this.late(due?.date ?? this.say("now"), overdue),
      due?.safe ?? "",
      clause,
      bearer(who),
      [body.explainRule(rule)?.[this.language] ?? rule, ...(subject ? [subject] : [])].join(" · "),
    ];
    return this.table(["due", "safe", "clause", "bearer", "what"], body.obligations(this.on, 60).map(row));
  }

  signatures(body: JointMeeting): TemplateResult {
    const entries = body.entries();
    const found = sheet(entries, this.minutes);
    const said = (it: Said) => (typeof it === "string" ? this.late(this.say(it), it === "open") : `${it.by} ${it.at.slice(0, 10)}`);
    return html`
      <div class="bar">
        <label>${this.say("minutes")} <select @change=${(it: Event) => this.change(() => void (this.minutes = valueOf(it)))}>
          ${drafts(entries).map((it) => html`<option ?selected=${it === this.minutes}>${it}</option>`)}</select></label>
        ${found ? `${this.say("version")} ${found.version}` : nothing}
      </div>
      ${this.table(["unit", "consent", "sign"], (found?.rows ?? []).map((it) => [this.show(it.unit), said(it.consent), said(it.sign)]))}`;
  }

  acts(body: JointMeeting, persons: (string | null)[]): TemplateResult {
    const actors = [...new Set(persons.filter((it) => it !== null))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    this.actor ||= actors[0] ?? "";
    const choices = this.actor ? body.optionsInWords(this.actor, this.at()) : [];
    const shown = choices.filter((it) => !this.onlyOpen || !it.refusal);
    const kinds = [...new Set(shown.map((it) => it.act.type))];
    return html`
      <div class="bar">
        <label>${this.say("actor")} <select @change=${(it: Event) => this.change(() => void (this.actor = valueOf(it)))}>
          ${actors.map((it) => html`<option ?selected=${it === this.actor}>${it}</option>`)}</select></label>
        <label><input type="checkbox" .checked=${this.onlyOpen}
          @change=${() => this.change(() => void (this.onlyOpen = !this.onlyOpen))} /> ${this.say("only")}</label>
      </div>
      <p>${this.say("blocked")}</p>
      <div @mouseover=${this.place} @focusin=${this.place} @keydown=${this.dismiss}>
        ${kinds.map((kind) => html`<div role="group" aria-labelledby="act-${kind}"><span id="act-${kind}">${this.show(kind)}</span>
          <div>${shown.map((it, ix) => (it.act.type === kind ? this.button(it, ix) : nothing))}</div></div>`)}
      </div>`;
  }

  /** An act as a button. One that is blocked can be pointed at and focused, and says why. */
  button(choice: WithWords<Choice>, ix: number): TemplateResult {
    const label = choice.label[this.language];
    if (!choice.refusal) {
      return html`<span class="choice"><button title=${label} @click=${() => this.choose(choice)}>${label}</button></span>`;
    }
    return html`<span class="choice">
      <button aria-disabled="true" aria-describedby="why-${ix}">${label}</button>
      <span class="why" role="tooltip" id="why-${ix}">${this.why(choice)}</span></span>`;
  }

  /** The library's words, and what would cure it. */
  why({ refusal, words }: WithWords<Choice>): string {
    const cures = refusal?.type === "rules" ? refusal.grounds.flatMap((it) => it.cures ?? []) : [];
    const cure = cures.map(({ act, who, units = [] }) =>
      `${this.say("cure")}: ${this.show(act)}, ${this.say("by")} ${[...who, ...units].map((it) => this.show(it)).join(" / ")}`);
    return [words?.[this.language], ...new Set(cure)].join("\n");
  }

  /** Keeps a reason inside the window. */
  place({ target }: Event): void {
    const why = (target as Element).closest(".choice")?.querySelector<HTMLElement>(".why");
    if (!why) return;
    why.classList.remove("away");
    why.style.left = "0";
    const over = why.getBoundingClientRect().right + 8 - document.documentElement.clientWidth;
    if (over > 0) why.style.left = `${-over}px`;
  }

  /** Escape puts a reason away. */
  dismiss({ key }: KeyboardEvent): void {
    if (key === "Escape") this.querySelectorAll(".choice:is(:hover, :focus-within) .why").forEach((it) => it.classList.add("away"));
  }

  choose(choice: Choice): void {
    void this.change(() => void (this.chosen = choice))
      .then(() => this.updateComplete)
      .then(() => this.querySelector("dialog")?.showModal());
  }

  /** What the actor has still to say of the act: texts, dates, names for new things; of other fields the JSON. */
  form(): TemplateResult {
    const { act, choose } = this.chosen ?? { act: { type: "" }, choose: [] };
    const written = (it: unknown) => (typeof it === "string" || it === undefined ? (it ?? "") : JSON.stringify(it));
    return html`<form @submit=${this.submit}>
      <h2 id="chosen">${this.show(act.type)}</h2>
      ${choose.map(({ field, suggested = [] }) => html`<label>${field.replaceAll("_", " ")}
        <textarea name=${field} rows="1" .value=${written(suggested[0])}></textarea></label>`)}
      <p role="alert">${this.failure}</p>
      <button>${this.say("done")}</button>
      <button type="button" @click=${() => this.querySelector("dialog")?.close()}>${this.say("cancel")}</button></form>`;
  }

  submit(event: SubmitEvent): void {
    event.preventDefault();
    const { act, choose } = this.chosen!;
    const given = new FormData(event.target as HTMLFormElement);
    /** What is left empty is left out. */
    const filledIn = ({ field, kind, many }: Blank) => {
      const text = String(given.get(field));
      const isJson = many || ["object", "number", "yes_or_no"].includes(kind);
      return [field, isJson && text ? JSON.parse(text) : text || undefined];
    };
    void this.change(() => {
      const filled = { ...act, ...Object.fromEntries(choose.map(filledIn)) } as Act;
      this.body!.perform({ act: filled, by: this.actor, at: this.at() });
      this.querySelector("dialog")?.close();
    });
  }
}

customElements.define("joint-meeting-page", JointMeetingPage);
