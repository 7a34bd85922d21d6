/** A long list that is made as far as it is looked at: rows far below come into being when somebody scrolls there. */

import { type TemplateResult, html, nothing } from "lit";

import { desk } from "../the-desk.js";
import { View } from "./view.js";

const PAGE = 40;

export class Growing extends View {
  static override properties = { rows: { attribute: false }, row: { attribute: false }, shown: { state: true } };
  declare rows: readonly unknown[];
  declare row: (it: never, ix: number) => TemplateResult;
  declare shown: number;
  #seen = new IntersectionObserver((all) => {
    if (all.some((it) => it.isIntersecting)) this.shown += PAGE;
  }, { rootMargin: "1200px" });

  constructor() {
    super();
    this.rows = [];
    this.row = () => html``;
    this.shown = PAGE;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("rows") && (changed.get("rows") as unknown[] | undefined)?.length !== this.rows.length) this.shown = PAGE;
  }

  override updated(): void {
    this.#seen.disconnect();
    const end = this.querySelector(".growing-end");
    if (end) this.#seen.observe(end);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen.disconnect();
  }

  override render(): TemplateResult {
    return html`<ol class="rows">${this.rows.slice(0, this.shown).map((it, ix) => html`<li>${this.row(it as never, ix)}</li>`)}</ol>
      ${this.rows.length > this.shown
        ? html`<button class="growing-end plain" @click=${() => (this.shown += PAGE)}>${desk.say("more")} (${this.rows.length - this.shown})</button>`
        : nothing}`;
  }
}

customElements.define("desk-growing", Growing);
