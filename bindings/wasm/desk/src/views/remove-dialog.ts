/** How a body is removed from this browser: it is offered as a file first, and asked for twice. */

import type { Head } from "joint-meeting";
import { type TemplateResult, html } from "lit";

import { download, fileName, packed } from "../model/files.js";
import { prefs } from "../model/prefs.js";
import { forgetFile } from "../model/saving.js";
import { Dialog } from "../parts/dialog.js";
import { desk } from "../the-desk.js";

class RemoveDialog extends Dialog {
  static override properties = { name: { state: true }, asked: { state: true } };
  declare name: string;
  /** Whether it was asked for once. */
  declare asked: boolean;

  constructor() {
    super();
    this.name = "";
    this.asked = false;
  }

  ask(name: string): void {
    this.name = name;
    this.asked = false;
    void this.open();
  }

  protected override closed(): void {
    this.name = "";
  }

  protected get heading(): string {
    return this.name ? `${desk.say("removeBody")} ${this.name}` : "";
  }

  /** How far it reaches as far as this page knows. */
  get #known(): Head | undefined {
    return desk.held?.name === this.name ? desk.held.head : desk.kept.find((it) => it.name === this.name)?.head;
  }

  readonly #save = () =>
    desk.tries(async () => download(`${fileName(this.name)}.zip`, await packed(desk.store, this.name), "application/zip"));

  /** What another page has entered since is not removed unseen. */
  readonly #remove = async (): Promise<void> => {
    const { name } = this;
    const head = this.#known;
    if (!head) return;
    if (!this.asked) {
      this.asked = true;
      await this.updateComplete;
      return this.querySelector<HTMLElement>("#remove-cancel")?.focus();
    }
    const isDone = await desk.tries(async () => {
      if (desk.held?.name === name) desk.close();
      await desk.store.remove(name, head);
      await forgetFile(name);
      prefs.forget(name);
    });
    await desk.list();
    this.close();
    if (isDone) desk.tell(`${desk.say("removed")} ${name}`);
  };

  protected content(): TemplateResult {
    const head = this.#known;
    if (!head) return html``;
    return html`<p>${desk.say("removeHelp")}</p>
      <p class="fine">${head.count} ${desk.say("entries")} · ${desk.say("headIs")} <code>${head.digest.slice(0, 12)}</code></p>
      <div class="row"><button id="remove-save" @click=${this.#save}>${desk.say("removeSave")}</button></div>
      ${this.asked ? html`<p class="answer bad" role="alert">${desk.say("removeSure")}</p>` : ""}
      <div class="row end"><button id="remove-cancel" @click=${() => this.close()}>${desk.say("cancel")}</button>
        <button id="remove-go" class=${this.asked ? "main" : ""} @click=${this.#remove}>${desk.say(this.asked ? "removeForEver" : "removeBody")}</button></div>`;
  }
}

customElements.define("desk-remove", RemoveDialog);

export const removeDialog = (): RemoveDialog => document.querySelector("desk-remove") as RemoveDialog;
