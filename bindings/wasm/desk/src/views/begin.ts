/** The first view: bodies that are kept here, and the three ways to begin. */

import { type TemplateResult, html } from "lit";

import { addressOf, goTo } from "../model/route.js";
import { filesOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import { openFiles, trySample } from "./keeping.js";
import { removeDialog } from "./remove-dialog.js";

const openKept = (name: string) =>
  desk.tries(async () => {
    await desk.openBody(name);
    goTo("home");
  });

export function begin(): TemplateResult {
  return html`
    <h1>${desk.say("beginTitle")}</h1>
    <p class="lead">${desk.say("beginLead")}</p>
    ${desk.kept.length
      ? html`<section aria-labelledby="kept"><h2 id="kept">${desk.say("kept")}</h2>
          <ul class="cards">${desk.kept.map((it) => html`<li><button class="card" @click=${() => openKept(it.name)}>
            <strong>${it.name}</strong><span>${it.head.count} ${desk.say("entries")}</span></button>
            <button class="plain remove" aria-label=${`${desk.say("removeBody")} ${it.name}`} @click=${() => removeDialog().ask(it.name)}>${desk.say("removeBody")}</button></li>`)}</ul></section>`
      : ""}
    <section aria-labelledby="ways"><h2 id="ways">${desk.say("ways")}</h2>
      <ul class="cards">
        <li><a class="card" href=${addressOf("found")}><strong>${desk.say("newBody")}</strong><span>${desk.say("newBodyHelp")}</span></a></li>
        <li><label class="card"><strong>${desk.say("openFile")}</strong><span>${desk.say("openFileHelp")}</span>
          <input class="unseen" type="file" multiple accept=".zip,.jsonl,.json" @change=${(it: Event) => openFiles(filesOf(it))} /></label></li>
        <li><button class="card" @click=${trySample}><strong>${desk.say("sample")}</strong><span>${desk.say("sampleHelp")}</span></button></li>
      </ul></section>
    <p class="fine">${desk.say("local")}</p>`;
}
