/** One entry: what was done, on which clauses and readings it rested, what shows it, and its correction. */

import type { EntryExplained } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { spokenTime } from "../model/day.js";
import { addressOf } from "../model/route.js";
import { sayAct, sayOutcome } from "../model/telling.js";
import { actName, wordOf } from "../model/terms.js";
import { Dialog } from "../parts/dialog.js";
import { unfolded } from "../parts/unfolded.js";
import { desk } from "../the-desk.js";
import { actDialog } from "./act-dialog.js";
import { clauseLink, ruleSaid } from "./clause.js";

class EntryDialog extends Dialog {
  static override properties = { no: { state: true } };
  declare no: number;

  constructor() {
    super();
    this.no = 0;
  }

  show(no: number): void {
    this.no = no;
    void this.open();
  }

  protected override closed(): void {
    this.no = 0;
  }

  protected get heading(): string {
    return this.no ? `${desk.say("entry")} ${this.no}` : "";
  }

  protected content(): TemplateResult {
    if (!this.no || !desk.held) return html``;
    const it = desk.body.explainEntry(this.no);
    const { entry, reads } = it;
    return html`
      <p class="entry-head"><b>${actName(entry.act.type, desk.language)}</b>
        ${it.struck ? html`<span class="tag bad">${desk.say("struck")}</span>` : nothing}
        <span class="fine">${spokenTime(entry.at, desk.language)} · ${desk.called(entry.by)}${entry.recorded_by ? ` · ${desk.say("enteredBy")} ${desk.called(entry.recorded_by)}` : ""}
          ${entry.recorded_at !== entry.at ? ` · ${desk.say("enteredAt")} ${spokenTime(entry.recorded_at, desk.language)}` : ""}</span></p>
      ${facts(sayAct(entry.act))}
      ${entry.outcome ? facts(sayOutcome(entry.outcome)) : nothing}
      ${reads ? html`<h3>${desk.say("readsToday")}</h3>${facts(sayAct(reads.act))}` : nothing}
      ${entry.act.type === "correct_record"
        ? html`<h3>${desk.say("corrects")}</h3><div class="row">${entry.act.changes.map((one) => html`<button @click=${() => this.show(one.no)}>${desk.say("entry")} ${one.no}</button>`)}</div>`
        : nothing}
      ${it.corrected_by?.length
        ? html`<h3>${desk.say("correctedBy")}</h3><div class="row">${it.corrected_by.map((no) => html`<button @click=${() => this.show(no)}>${desk.say("entry")} ${no}</button>`)}</div>`
        : nothing}
      ${entry.against ? html`<h3>${desk.say("againstRule")}</h3>
        ${facts([{ label: desk.say("reason"), text: entry.against.reason }])}
        ${entry.against.grounds.map((one) => ruleSaid(one.rule))}` : nothing}
      ${entry.proofs?.length
        ? html`<h3>${desk.say("proofs")}</h3><ul class="plain-list">${entry.proofs.map((one) => html`<li>${one.name} <span class="tag">${wordOf("ProofKind", one.kind, desk.language)}</span>
            ${one.digest ? html`<code class="digest">${one.digest}</code>` : nothing}</li>`)}</ul>`
        : nothing}
      ${this.#why(it)}
      <div class="row end">
        ${desk.writes && entry.act.type !== "correct_record" && !it.struck
          ? html`<button @click=${() => { this.close(); actDialog().correct(reads ?? entry); }}>${desk.say("correct")}</button>` : nothing}
        <a class="button" href=${addressOf("journal", { q: Object.values(entry.act).find((one) => typeof one === "string" && one !== entry.act.type) as string ?? "" })}
          @click=${() => this.close()}>${desk.say("trail")}</a>
      </div>`;
  }

  #why(it: EntryExplained): TemplateResult | typeof nothing {
    if (!it.clauses.length && !it.rules.length) return nothing;
    return html`<details class="quiet" open><summary>${desk.say("restsOn")}</summary>
      <ul class="plain-list">${it.clauses.map((clause) => html`<li>${clauseLink(clause)}</li>`)}</ul></details>
      <details class="quiet"><summary>${desk.say("rules")} <span class="count">${it.rules.length}</span></summary>
      ${unfolded(() => it.rules.map((rule) => ruleSaid(rule)))}</details>`;
  }
}

export function facts(all: { label: string; text: string }[]): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  return html`<dl class="facts">${all.map((it) => html`<dt>${it.label}</dt><dd class="said">${it.text}</dd>`)}</dl>`;
}

customElements.define("desk-entry", EntryDialog);

export const entryDialog = (): EntryDialog => document.querySelector("desk-entry") as EntryDialog;
