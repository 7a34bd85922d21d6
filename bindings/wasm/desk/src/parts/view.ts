/** What all elements of the page are: without a shadow root, so that there is one style sheet, and shown anew when the desk has changed. */

import { LitElement } from "lit";

import { desk } from "../the-desk.js";

export abstract class View extends LitElement {
  readonly #again = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    desk.addEventListener("change", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    desk.removeEventListener("change", this.#again);
  }
}

export const valueOf = (it: Event): string => (it.target as HTMLInputElement).value;
export const filesOf = (it: Event): File[] => [...((it.target as HTMLInputElement).files ?? [])];
