/** One offline page: a journal is opened, looked at and carried on. It holds no rule: the library gives every answer. */

import {
  type Act,
  type Bearer,
  Charter,
  type Choice,
  type Entry,
  type InWords,
  JointMeeting,
  JointMeetingError,
  type Language,
  type Refusal,
  type WithWords,
  ready,
} from "joint-meeting";
import nankai from "joint-meeting/charters/nankai-dog-2022.json?raw";
import { LitElement, html, nothing } from "lit";

import { type Word, word } from "./words.js";

/** What every unit has said to the version of the minutes that is on the table. */
interface Sheet {
  version: number;
  rows: { unit: string; consent: Said; sign: Said }[];
}
type Said = Entry | "open" | "notAsked";

class JointMeetingPage extends LitElement {
  static override properties = { changes: { state: true } };
  declare changes: number;
  language: Language = "zh";
  file = nankai;
  body: JointMeeting | undefined;
  on = "";
  actor = "";
  minutes = "";
  onlyOpen = false;
  failure = "";
  chosen: Choice | undefined;

  constructor() {
    super();
    this.changes = 0;
  }

  /** Without a shadow root: the page has one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Does something, shows what went wrong, and shows the page anew. */
  async change(what: () => void | Promise<void>): Promise<void> {
    this.failure = "";
    try {
      await ready();
      await what();
    } catch (why) {
      if (!(why instanceof JointMeetingError)) throw why;
      this.failure = why.message;
    }
    this.changes++;
  }

  async open(files: FileList | null, how: "journal" | "charter"): Promise<void> {
    const text = await files?.[0]?.text();
    if (text === undefined) return;
    await this.change(() => {
      if (how === "charter") {
        this.file = text;
        return;
      }
      using charter = Charter.fromJson(this.file);
      this.body?.free();
      this.body = undefined;
      this.body = JointMeeting.replayChecked(charter, text, { language: this.language });
      const last = this.body.entries().at(-1);
      this.on = last?.recorded_at.slice(0, 10) ?? new Date().toISOString().slice(0, 10);
      this.actor = "";
      this.minutes = this.drafts().at(-1) ?? "";
    });
  }

  /** The names of all minutes, in the order in which they were drafted. */
  drafts(): string[] {
    return this.body!.entries().flatMap(({ act }) => (act.type === "draft_minutes" ? [act.minutes] : []));
  }

  sheet(): Sheet | undefined {
    const about = this.body!.entries().filter(({ act }) => "minutes" in act && act.minutes === this.minutes);
    const drafted = about.map((it) => it.outcome).findLast((it) => it?.type === "drafted");
    if (drafted?.type !== "drafted") return undefined;
    const { version, consent_of, countersign_of } = drafted;
    const said = (type: Act["type"], of: string[], unit: string): Said => {
      if (!of.includes(unit)) return "notAsked";
      const answers = ({ act }: Entry): boolean =>
        act.type === type && "unit" in act && act.unit === unit && "version" in act && act.version === version;
      return about.find(answers) ?? "open";
    };
    const units = [...new Set([...consent_of, ...countersign_of])];
    const row = (unit: string) => ({
      unit,
      consent: said("consent", consent_of, unit),
      sign: said("countersign", countersign_of, unit),
    });
    return { version, rows: units.map(row) };
  }

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

  override render() {
    const say = (it: Word) => word(it, this.language);
    document.documentElement.lang = this.language === "zh" ? "zh-CN" : "en";
    const pick = (how: "journal" | "charter", accept: string) => html`
      <label>${say(how)} <input type="file" accept=${accept}
        @change=${(it: Event) => this.open((it.target as HTMLInputElement).files, how)} /></label>`;
    return html`
      <header>
        <h1>${say("title")}</h1>
        <button @click=${() => this.change(() => void this.speak(this.language === "zh" ? "en" : "zh"))}>
          ${this.language === "zh" ? "English" : "中文"}</button>
      </header>
      <form @submit=${(it: Event) => it.preventDefault()}>${pick("journal", ".jsonl")} ${pick("charter", ".json")}</form>
      <p>${say("local")}</p>
      <p role="alert">${this.failure}</p>
      ${this.body ? this.opened(this.body, say) : nothing}`;
  }

  speak(language: Language): void {
    this.language = language;
    if (this.body) this.body.language = language;
  }

  opened(body: JointMeeting, say: (it: Word) => string) {
    const roster = body.register(this.on);
    const names = new Map(roster.units.map((it) => [it.unit, it.name]));
    const name = (unit: string) => names.get(unit) ?? unit;
    const bearer = (it: Bearer) => (it.type === "unit" ? name(it.unit) : it.type === "role" ? it.role : say("title"));
    const persons = [...roster.roles.flatMap((it) => it.persons), ...roster.units.flatMap((it) => [it.member, it.liaison_officer])];
    const actors = [...new Set(persons.filter((it) => it !== null))].sort();
    this.actor ||= actors[0] ?? "";
    return html`
      <label>${say("day")} <input type="date" .value=${this.on}
        @change=${(it: Event) => this.change(() => void (this.on = (it.target as HTMLInputElement).value || this.on))} /></label>
      <button @click=${() => this.save()}>${say("keep")}</button>

      <section id="who"><h2>${say("who")}</h2>
        <table><tr><th>${say("role")}</th><th>${say("persons")}</th></tr>
          ${roster.roles.map((it) => html`<tr><td>${it.role} ${it.post ?? ""}</td><td>${it.persons.join(" ") || say("vacant")}</td></tr>`)}
        </table>
        <table><tr><th>${say("unit")}</th><th>${say("member")}</th><th>${say("officer")}</th></tr>
          ${roster.units.map((it) => html`<tr><td>${it.name}</td><td>${it.member ?? say("vacant")}</td><td>${it.liaison_officer ?? say("vacant")}</td></tr>`)}
        </table>
      </section>

      <section id="next"><h2>${say("next")}</h2>
        <table><tr><th>${say("due")}</th><th>${say("safe")}</th><th>${say("unit")}</th><th>${say("what")}</th></tr>
          ${body.obligationsInWords(this.on, 60).map((it) => html`<tr>
            <td class=${it.overdue ? "late" : ""}>${it.due?.date ?? say("now")}</td><td>${it.due?.safe ?? ""}</td>
            <td>${bearer(it.bearer)}</td><td>${it.words?.[this.language] ?? it.rule}</td></tr>`)}
        </table>
      </section>

      <section id="sheet"><h2>${say("sheet")}</h2>${this.signatures(say, name)}</section>

      <section id="acts"><h2>${say("acts")}</h2>
        <label>${say("actor")} <select @change=${(it: Event) => this.change(() => void (this.actor = (it.target as HTMLSelectElement).value))}>
          ${actors.map((it) => html`<option ?selected=${it === this.actor}>${it}</option>`)}</select></label>
        <label><input type="checkbox" .checked=${this.onlyOpen} @change=${() => this.change(() => void (this.onlyOpen = !this.onlyOpen))} /> ${say("only")}</label>
        <ul class="acts">${this.actor ? body.optionsInWords(this.actor, this.at())
          .filter((it) => !this.onlyOpen || !it.refusal)
          .map((it, ix) => this.button(it, ix, say, name)) : nothing}</ul>
        <dialog>${this.form(say)}</dialog>
      </section>`;
  }

  signatures(say: (it: Word) => string, name: (unit: string) => string) {
    const sheet = this.sheet();
    const said = (it: Said) => (typeof it === "string" ? say(it) : `${it.by} ${it.at.slice(0, 10)}`);
    return html`
      <label>${say("minutes")} <select @change=${(it: Event) => this.change(() => void (this.minutes = (it.target as HTMLSelectElement).value))}>
        ${this.drafts().map((it) => html`<option ?selected=${it === this.minutes}>${it}</option>`)}</select></label>
      ${sheet ? html`<p>${say("version")} ${sheet.version}</p>
        <table><tr><th>${say("unit")}</th><th>${say("consent")}</th><th>${say("sign")}</th></tr>
          ${sheet.rows.map((it) => html`<tr><td>${name(it.unit)}</td>
            <td class=${it.consent === "open" ? "late" : ""}>${said(it.consent)}</td>
            <td class=${it.sign === "open" ? "late" : ""}>${said(it.sign)}</td></tr>`)}
        </table>` : html`<p>${say("none")}</p>`}`;
  }

  /** An act as a button. One that is blocked can be pointed at and focused, and says why. */
  button(choice: WithWords<Choice>, ix: number, say: (it: Word) => string, name: (unit: string) => string) {
    const { type, ...fields } = choice.act;
    const about = Object.entries(fields).filter(([key, it]) => typeof it === "string" && !choice.choose.includes(key));
    const label = html`${type} <small>${about.map(([, it]) => name(it as string)).join(" · ")}</small>`;
    if (!choice.refusal) {
      return html`<li><button @click=${() => this.choose(choice)}>${label}</button></li>`;
    }
    return html`<li><button aria-disabled="true" aria-describedby="why-${ix}">${label}</button>
      <div class="why" role="tooltip" id="why-${ix}">${this.why(choice.refusal, choice.words, say, name)}</div></li>`;
  }

  why(refusal: Refusal, words: InWords | undefined, say: (it: Word) => string, name: (unit: string) => string): string {
    const cures = refusal.type === "rules" ? refusal.grounds.flatMap((it) => it.cures ?? []) : [];
    const cure = cures.map((it) => `${say("cure")}: ${it.act} ${say("by")} ${[...it.who, ...(it.units ?? []).map(name)].join(" / ")}`);
    return [words?.[this.language], ...new Set(cure)].join("\n");
  }

  choose(choice: Choice): void {
    void this.change(async () => {
      this.chosen = choice;
      this.changes++;
      await this.updateComplete;
      this.querySelector("dialog")?.showModal();
    });
  }

  form(say: (it: Word) => string) {
    return html`<form method="dialog">
      <textarea aria-label="JSON" .value=${JSON.stringify(this.chosen?.act, null, 2) ?? ""}></textarea>
      <p>${this.chosen?.choose.join(", ")}</p>
      <button @click=${() => this.submit()}>${say("done")}</button> <button>${say("cancel")}</button></form>`;
  }

  submit(): void {
    const act = this.querySelector("textarea")!.value;
    const asked = `{"act":${act},"by":${JSON.stringify(this.actor)},"at":${JSON.stringify(this.at())}}`;
    void this.change(() => void this.body!.perform(asked));
  }
}

customElements.define("joint-meeting-page", JointMeetingPage);
