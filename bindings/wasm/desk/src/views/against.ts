/** That something was done although rules stood in its way: what that costs, and why it was done. */

import type { Against, Ground } from "joint-meeting";
import { type TemplateResult, html } from "lit";

import { desk } from "../the-desk.js";
import { clauseLink } from "./clause.js";

export function againstPart(grounds: Ground[], against: Against | undefined, set: (it: Against) => void): TemplateResult {
  const clauses = [...new Set(grounds.flatMap((it) => [...(it.clause ? [it.clause] : []), ...(it.also ?? [])]))];
  const record = (it: Event) => {
    const box = (it.target as HTMLElement).closest("details")!.querySelector("textarea")!;
    const reason = box.value.trim();
    if (!reason) return box.focus();
    set({ rules: grounds.map((one) => one.rule), reason });
  };
  return html`<details class="quiet against" ?open=${against !== undefined}><summary>${desk.say("recordAgainst")}</summary>
    <p>${desk.say("againstHelp")}</p>
    <p><b>${desk.say("price")}</b></p>
    <ul class="plain-list">${clauses.map((it) => html`<li>${clauseLink(it)}</li>`)}</ul>
    <label class="field wide"><span>${desk.say("whyAgainst")}<span class="needed" aria-hidden="true">*</span></span><textarea id="against-reason" rows="2" .value=${against?.reason ?? ""}></textarea></label>
    <button type="button" id="against-try" @click=${record}>${desk.say("tryAgainst")}</button></details>`;
}
