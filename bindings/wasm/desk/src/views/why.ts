/** Why something is refused: every ground with its clause, who can cure it and with what, and the way there. */

import type { Cure, Next, Refusal } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { addressOf } from "../model/route.js";
import { actName, wordOf } from "../model/terms.js";
import { unfolded } from "../parts/unfolded.js";
import { desk } from "../the-desk.js";
import { ruleSaid } from "./clause.js";

/** What a refusal says, and what leads out of it. */
export interface Blocked {
  refusal: Refusal;
  words: string;
  next?: Next[];
  /** Where the way out begins: whatever is shown over the page is put away. */
  leave?: () => void;
}

export function whyNot({ refusal, words, next = [], leave }: Blocked): TemplateResult {
  const grounds = refusal.type === "rules" ? refusal.grounds : [];
  const cures = unique(grounds.flatMap((it) => it.cures ?? []));
  const acts = new Set(cures.map((it) => it.act));
  const others = next.filter((it) => !acts.has(it.act));
  return html`<div class="why"><pre>${words}</pre>
    ${cures.length ? html`<h3>${desk.say("cures")}</h3><ul class="cures">${cures.map((it) => cure(it, next, leave))}</ul>` : nothing}
    ${others.length ? html`<ul class="cures">${others.map((it) => html`<li>${actName(it.act, desk.language)} · ${people(it)}</li>`)}</ul>` : nothing}
    ${grounds.length
      ? html`<details class="quiet"><summary>${desk.say("groundsInFull")}</summary>${unfolded(() => grounds.map((it) => html`<div class="ground">${ruleSaid(it.rule)}</div>`))}</details>`
      : nothing}</div>`;
}

function unique(all: Cure[]): Cure[] {
  const seen = new Set<string>();
  return all.filter((it) => {
    const key = JSON.stringify(it);
    return !seen.has(key) && seen.add(key);
  });
}

function people(it: { who: Next["who"]; units?: string[]; persons?: string[] }): string {
  const units = (it.units ?? []).map(desk.names.unit).join(desk.and);
  const who = it.who.map((one) => wordOf("Role", one, desk.language)).join(desk.and);
  const persons = it.persons?.length ? ` (${it.persons.slice(0, 6).join(desk.and)})` : "";
  return [units, `${who}${persons}`].filter(Boolean).join(" ");
}

function cure(it: Cure, next: Next[], leave?: () => void): TemplateResult {
  const persons = next.find((one) => one.act === it.act)?.persons ?? [];
  return html`<li><a class="button" href=${addressOf("do", { act: it.act })} @click=${() => leave?.()}>${actName(it.act, desk.language)}</a>
    <span class="fine">${it.instead ? `${desk.say("instead")} · ` : ""}${people({ ...it, persons })}</span></li>`;
}
