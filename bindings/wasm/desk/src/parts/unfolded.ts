/** What stands in a `details`: made when it is unfolded, so that a long page of folded rows is a small one. */

import { type TemplateResult, nothing } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ChildPart } from "lit/directive.js";

type Content = () => TemplateResult | TemplateResult[];

class Unfolded extends AsyncDirective {
  #details: HTMLDetailsElement | undefined;
  #content: Content = () => [];

  readonly #toggled = (): void => {
    if (this.isConnected) this.setValue(this.#made());
  };

  #made(): unknown {
    return this.#details?.open ? this.#content() : nothing;
  }

  render(_content: Content): unknown {
    return nothing;
  }

  override update(part: ChildPart, [content]: [Content]): unknown {
    this.#content = content;
    if (!this.#details) {
      this.#details = part.parentNode as HTMLDetailsElement;
      this.#details.addEventListener("toggle", this.#toggled);
    }
    return this.#made();
  }
}

/** The content of the `details` in which this stands, after its summary. */
export const unfolded = directive(Unfolded);
