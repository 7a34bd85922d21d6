/** A dialog of the page: it is shown and put away, Escape closes it, and the focus goes back to where it was. */

import { type TemplateResult, html } from "lit";

import { desk } from "../the-desk.js";
import { View } from "./view.js";

export abstract class Dialog extends View {
  #from: Element | null = null;

  protected abstract content(): TemplateResult;
  protected abstract get heading(): string;
  protected closed(): void {}

  protected get box(): HTMLDialogElement {
    return this.querySelector("dialog")!;
  }

  protected async open(): Promise<void> {
    this.#from = document.activeElement;
    this.requestUpdate();
    await this.updateComplete;
    if (!this.box.open) this.box.showModal();
    this.box.scrollTop = 0;
  }

  close(): void {
    if (this.box.open) this.box.close();
  }

  readonly #gone = (): void => {
    this.closed();
    this.requestUpdate();
    if (this.#from instanceof HTMLElement && this.#from.isConnected) this.#from.focus();
    else document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  };

  override render(): TemplateResult {
    const id = `${this.localName}-heading`;
    return html`<dialog aria-labelledby=${id} @close=${this.#gone}>
      <div class="dialog-top"><h2 id=${id} tabindex="-1" autofocus>${this.heading}</h2>
        <button class="plain" aria-label=${desk.say("close")} @click=${() => this.close()}>×</button></div>
      ${this.content()}</dialog>`;
  }
}
