/** The dialog by which something is entered: a form, a trial that shows what it settles, and then the entry; and how an entry is corrected. */

import { Malformed, Refused, type Entry, type Submitted } from "joint-meeting";
import type { Act, Against, Choice, Proof, WithWords } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { fromField, now, spokenTime, toField, today } from "../model/day.js";
import { type Field, type Values, actOf, cleaned, fieldsOf, firstValues, missing } from "../model/form.js";
import { type FormBegun, prefs } from "../model/prefs.js";
import { sayAct, sayOutcome } from "../model/telling.js";
import { actName, capital } from "../model/terms.js";
import { Dialog } from "../parts/dialog.js";
import { unfolded } from "../parts/unfolded.js";
import { valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import { facts } from "./entry-dialog.js";
import { control, narrowed, widened } from "./field.js";
import { againstPart } from "./against.js";
import { saveAgain } from "./keeping.js";
import { proofsPart } from "./proofs.js";
import { whyNot } from "./why.js";

/** What is being entered. */
interface Work {
  draft: Values;
  fields: Field[];
  values: Values;
  by: string;
  at: string;
  key: string;
  proofs: Proof[];
  /** The entry that is corrected, if one is. */
  corrects?: Entry;
  strike: boolean;
  /** What the act is called where it was chosen. */
  title?: string;
  against?: Against;
}

/** A name for the submission, so that a retry is a retry. */
const freshKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (it) => it.toString(16).padStart(2, "0")).join("");

class ActDialog extends Dialog {
  static override properties = { work: { state: true }, tried: { state: true }, refused: { state: true }, wrong: { state: true }, problem: { state: true } };
  declare work: Work | undefined;
  /** The entry that it would become. */
  declare tried: Entry | undefined;
  declare refused: Refused | undefined;
  declare wrong: string[];
  declare problem: string;

  constructor() {
    super();
    this.#reset();
  }

  #reset(): void {
    this.work = undefined;
    this.tried = undefined;
    this.refused = undefined;
    this.wrong = [];
    this.problem = "";
  }

  #start(it: Pick<Work, "draft" | "fields" | "values" | "by"> & Partial<Work>): void {
    this.#reset();
    narrowed.clear();
    widened.clear();
    this.work = { at: desk.at, key: freshKey(), proofs: [], strike: false, ...it };
    void this.open();
  }

  /** Begins with what can be done, by somebody. */
  begin(choice: WithWords<Choice> | Choice, by: string): void {
    const draft = { ...choice.act } as Values;
    const fields = fieldsOf(choice.act.type, choice.choose, draft);
    const title = choice.label[desk.language].split(/[：:]/u)[0];
    this.#start({ draft, fields, by, values: firstValues(fields, desk.at), ...(title && { title: capital(title) }) });
  }

  /** Goes on with a form that was begun before the page was closed. */
  resume({ act, by, at, values }: FormBegun): void {
    this.#start({ draft: act, fields: fieldsOf(String(act.type), undefined, act).filter((it) => !(it.name in act)), by, values, at });
  }

  correct(entry: Entry): void {
    const { type, ...said } = entry.act as unknown as Values & { type: string };
    this.#start({ draft: { type }, fields: fieldsOf(type, undefined), values: { ...said, reason_of_correction: "" }, by: desk.me, corrects: entry });
  }

  protected override closed(): void {
    this.#reset();
  }

  protected get heading(): string {
    if (!this.work) return "";
    const name = this.work.title ?? actName(String(this.work.draft.type), desk.language);
    return this.work.corrects ? `${desk.say("correct")} ${desk.say("entry")} ${this.work.corrects.no} · ${name}` : name;
  }

  /** Keeps what is typed, so that a page that is killed loses nothing. */
  #put(name: string, value: unknown): void {
    const work = this.work!;
    this.work = { ...work, values: { ...work.values, [name]: value } };
    this.wrong = this.wrong.filter((it) => it !== name);
    this.#changedForm();
  }

  #changedForm(): void {
    this.tried = undefined;
    this.refused = undefined;
    this.problem = "";
    const { draft, values, by, at, corrects } = this.work!;
    if (!corrects) prefs.setForm(desk.held!.name, { act: draft, by, at, values });
  }

  #submission(): Submitted {
    const { draft, fields, values, by, at, key, proofs, corrects, strike, against } = this.work!;
    let act = actOf(draft, fields, values) as unknown as Act;
    if (corrects) {
      const change = strike ? { no: corrects.no, strike: true } : { no: corrects.no, replace: { act } };
      act = { type: "correct_record", changes: [change], reason: String(cleaned(values.reason_of_correction) ?? "") };
    }
    const isLate = desk.on === today() && new Date(at).getTime() < Date.now() - 60_000;
    return {
      act,
      by,
      at,
      key,
      ...(isLate && { recorded_at: now() }),
      ...(by !== desk.me && desk.me && desk.founded && { recorded_by: desk.me }),
      ...(proofs.length && { proofs }),
      ...(against && { against }),
    };
  }

  /** Tries it: nothing is entered. */
  #try(): void {
    const { fields, values, corrects, strike } = this.work!;
    const wrong = corrects && strike ? [] : missing(fields, values).map((it) => it.name);
    if (corrects && !cleaned(values.reason_of_correction)) wrong.push("reason_of_correction");
    this.wrong = wrong;
    this.problem = "";
    if (this.wrong.length) {
      this.problem = desk.say("fillIn");
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#act-${this.wrong[0]}`)?.focus());
      return;
    }
    try {
      const submission = this.#submission();
      const [decision] = [desk.body.decide(submission)];
      if ("accepted" in decision) [this.tried, this.refused] = [decision.accepted, undefined];
      else {
        const checked = desk.body.check(submission);
        const message = checked.type === "refused" ? checked.message : "";
        [this.tried, this.refused] = [undefined, new Refused(decision.refused, { zh: message, en: message }, desk.language)];
      }
    } catch (why) {
      this.tried = undefined;
      this.problem = why instanceof Malformed ? `${why.path}: ${why.problem}` : desk.faultOf(why);
    }
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".answer")?.focus());
  }

  async #enter(): Promise<void> {
    const name = this.heading;
    try {
      const entry = await desk.perform(this.#submission());
      prefs.setForm(desk.held!.name, undefined);
      this.close();
      void saveAgain();
      desk.tell(`${desk.say("entered")} ${entry.no} · ${name}`);
    } catch (why) {
      if (why instanceof Refused) this.refused = why;
      else this.problem = desk.faultOf(why);
      this.tried = undefined;
    }
  }

  readonly #submit = (it: SubmitEvent): void => {
    it.preventDefault();
    if (this.tried) void this.#enter();
    else this.#try();
  };

  protected content(): TemplateResult {
    const { work } = this;
    if (!work || !desk.held) return html``;
    const { draft, fields, values, corrects, strike } = work;
    const settled = corrects ? [] : sayAct(draft as { type: string });
    // What was tried by whoever gave the choice belongs to it as a rule, and so do the items of a meeting.
    const isMain = (it: Field) => it.required || it.suggested.length > 0 || (it.many && it.type === "ItemId");
    const required = fields.filter(isMain);
    const optional = fields.filter((it) => !isMain(it));
    const shown = (all: Field[]) => html`<div class="fields">${all.map((it) => this.#control(it, values))}</div>`;
    const filled = optional.some((it) => values[it.name] !== undefined);
    return html`<form novalidate @submit=${this.#submit}>
      ${facts(settled)}
      ${corrects ? this.#correction(strike) : nothing}
      ${corrects && strike ? nothing : html`
        ${shown(required)}
        ${optional.length
          ? html`<details class="quiet other-fields" ?open=${filled || !required.length}><summary>${desk.say("optionalFields")} <span class="count">${optional.length}</span></summary>${unfolded(() => shown(optional))}</details>`
          : nothing}`}
      ${this.#whoAndWhen(work)}
      ${proofsPart(work.proofs, (proofs) => { this.work = { ...this.work!, proofs }; this.#changedForm(); })}
      ${this.#answer()}
      <div class="row end">
        <button type="button" @click=${() => { if (!corrects) prefs.setForm(desk.held!.name, undefined); this.close(); desk.changed(); }}>${desk.say("cancel")}</button>
        <button class="main" type="submit">${desk.say(this.tried ? "enter" : "tryIt")}</button>
      </div></form>`;
  }

  #control(it: Field, values: Values): TemplateResult {
    return control({ ...it, act: String(this.work!.draft.type), id: `act-${it.name}`, value: values[it.name], around: { ...this.work!.draft, ...values }, wrong: this.wrong.includes(it.name), set: (value) => this.#put(it.name, value) });
  }

  #correction(strike: boolean): TemplateResult {
    const choose = (it: boolean) => { this.work = { ...this.work!, strike: it }; this.#changedForm(); };
    return html`<fieldset class="field wide"><legend>${desk.say("howCorrect")}</legend><div class="chips">
        <label class="chip"><input type="radio" name="how" .checked=${!strike} @change=${() => choose(false)} /><span>${desk.say("replace")}</span></label>
        <label class="chip"><input type="radio" name="how" .checked=${strike} @change=${() => choose(true)} /><span>${desk.say("strike")}</span></label></div></fieldset>
      <div class="fields">${control({ act: "correct_record", name: "reason", type: "Text", many: false, required: true, id: "act-reason_of_correction", value: this.work!.values.reason_of_correction, wrong: this.wrong.includes("reason_of_correction"), set: (it) => this.#put("reason_of_correction", it) })}</div>`;
  }

  #whoAndWhen({ by, at, corrects }: Work): TemplateResult {
    const put = (it: Partial<Work>) => { this.work = { ...this.work!, ...it }; this.#changedForm(); };
    return html`<div class="fields whowhen">
      <label class="field"><span>${desk.say("doneBy")}</span><input id="act-by" list="persons-known" .value=${by} autocomplete="off" @change=${(it: Event) => put({ by: valueOf(it).trim() })} /></label>
      <label class="field"><span>${desk.say(corrects ? "correctedAt" : "doneAt")}</span><input id="act-at" type="datetime-local" .value=${toField(at)} @change=${(it: Event) => put({ at: fromField(valueOf(it)) || at })} /></label>
      ${by !== desk.me && desk.founded ? html`<p class="fine">${desk.say("enteredBy")} ${desk.me}</p>` : nothing}</div>`;
  }

  #answer(): TemplateResult {
    const { tried, refused, problem } = this;
    if (problem) return html`<p class="answer bad" role="alert" tabindex="-1">${problem}</p>`;
    if (refused) {
      const grounds = refused.refusal.type === "rules" ? refused.refusal.grounds : [];
      const isLaw = grounds.length > 0 && grounds.every((it) => it.clause !== undefined);
      return html`<div class="answer refused" role="alert" tabindex="-1"><h3>${desk.say("refused")}</h3>
        ${whyNot({ refusal: refused.refusal, words: refused.message, leave: () => this.close() })}
        ${isLaw && !this.work!.corrects ? againstPart(grounds, this.work!.against, (against) => { this.work = { ...this.work!, against }; this.#try(); }) : nothing}</div>`;
    }
    if (!tried) return html``;
    const settled = tried.outcome ? sayOutcome(tried.outcome) : [];
    return html`<div class="answer accepted" role="status" tabindex="-1"><h3>${desk.say(tried.against ? "acceptedAgainst" : "canBeDone")}</h3>
      <p>${desk.say("cannotUndo")} ${spokenTime(tried.at, desk.language)} · ${tried.by}</p>
      ${settled.length ? html`<h3>${desk.say("settles")}</h3>${facts(settled)}` : nothing}
      ${tried.outcome?.type === "corrected" && "breaks" in tried.outcome ? html`<p class="bad">${desk.say("correctionBreaks")}</p>` : nothing}</div>`;
  }
}

customElements.define("desk-act", ActDialog);

export const actDialog = (): ActDialog => document.querySelector("desk-act") as ActDialog;
