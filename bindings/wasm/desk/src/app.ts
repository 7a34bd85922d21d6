/** The frame of the page: header, navigation, the view that the address names, what is said at the foot. */

import { type TemplateResult, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";

import { routeNow, addressOf, type View as ViewName } from "./model/route.js";
import type { Theme } from "./model/prefs.js";
import { isDay } from "./model/day.js";
import { View, valueOf } from "./parts/view.js";
import { desk } from "./the-desk.js";
import type { Word } from "./words.js";
import { exportBody } from "./views/keeping.js";
import "./parts/growing.js";
import "./views/act-dialog.js";
import "./views/entry-dialog.js";
import { audit } from "./views/audit.js";
import { begin } from "./views/begin.js";
import { charter } from "./views/charter.js";
import { doing } from "./views/do.js";
import { home } from "./views/home.js";
import { journal } from "./views/journal.js";
import "./views/found.js";
import "./views/papers.js";
import { who } from "./views/who.js";

const SHOWN: Record<ViewName, () => TemplateResult> = {
  begin,
  found: () => html`<desk-found></desk-found>`,
  home,
  do: doing,
  papers: () => html`<desk-papers></desk-papers>`,
  audit,
  who,
  journal,
  charter,
};

/** Views of a body that is open, in the order of the navigation. */
const NAVIGATION: [ViewName, Word][] = [
  ["home", "home"],
  ["do", "do"],
  ["papers", "papers"],
  ["audit", "audit"],
  ["who", "who"],
  ["journal", "journal"],
  ["charter", "charter"],
];

/** What the system of this machine likes. */
const DARK = matchMedia("(prefers-color-scheme: dark)");

class App extends View {
  #shown = "";
  #comes = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#moved);
    document.addEventListener("visibilitychange", this.#back);
    DARK.addEventListener("change", this.#liked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#moved);
    document.removeEventListener("visibilitychange", this.#back);
    DARK.removeEventListener("change", this.#liked);
  }

  readonly #liked = (): void => desk.changed();

  readonly #moved = (): void => {
    const isOther = desk.route.view !== routeNow().view;
    desk.route = routeNow();
    desk.notice = undefined;
    if (isOther) {
      // The navigation answers at once; what takes longer comes with the next picture.
      scrollTo(0, 0);
      this.#comes = true;
      requestAnimationFrame(() => setTimeout(() => ((this.#comes = false), desk.changed())));
    }
    desk.changed();
  };

  readonly #back = (): void => {
    if (document.visibilityState === "visible") void desk.tries(() => desk.catchUp());
  };

  get view(): ViewName {
    const { view } = desk.route;
    const needsBody = view !== "begin" && view !== "found";
    return needsBody && !desk.held ? "begin" : view;
  }

  /** Whether what is shown belongs to the body that is open. */
  get inBody(): boolean {
    return desk.held !== undefined && this.view !== "begin" && this.view !== "found";
  }

  override render(): TemplateResult {
    document.documentElement.lang = desk.language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.look = desk.theme === "system" ? (DARK.matches ? "dark" : "light") : desk.theme;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${desk.say("skip")}</a>
      ${this.header()}
      ${this.inBody ? this.navigation() : nothing}
      <main id="main" tabindex="-1" class=${`view-${this.view}`}>
        ${desk.ready && !this.#comes ? SHOWN[this.view]() : html`<p class="waiting">${desk.say("loading")}</p>`}
      </main>
      <desk-act></desk-act><desk-entry></desk-entry><desk-remove></desk-remove>
      <div class="notice-place" role=${desk.notice?.bad ? "alert" : "status"}>
        ${desk.notice
          ? html`<p class=${desk.notice.bad ? "notice bad" : "notice"}><span>${desk.notice.text}</span>
              <button class="plain" aria-label=${desk.say("putAway")} @click=${() => desk.tell("")}>×</button></p>`
          : nothing}
      </div>`;
  }

  readonly #skip = (it: Event): void => {
    it.preventDefault();
    this.querySelector("main")?.focus();
  };

  override updated(): void {
    const heading = this.querySelector("main h1")?.textContent?.trim();
    const title = [heading, desk.held?.name, desk.say("title")].filter(Boolean).join(" · ");
    document.title = title;
    // Whoever goes to another view reads on at its beginning.
    if (this.#shown && !this.#comes && this.#shown !== this.view) this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    if (!this.#comes) this.#shown = desk.ready ? this.view : "";
  }

  header(): TemplateResult {
    const themes: Theme[] = ["system", "light", "dark"];
    return html`<header>
      <div class="mark">
        <a class="title" href=${addressOf(desk.held ? "home" : "begin")}>${this.inBody ? desk.held!.name : desk.say("title")}</a>
        ${this.inBody ? html`<span class="sub">${desk.say("title")}</span>` : nothing}
      </div>
      <div class="tools">
        ${this.inBody ? this.bodyTools() : nothing}
        <label class="tool"><span class="unseen">${desk.say("theme")}</span>
          <select @change=${(it: Event) => desk.setTheme(valueOf(it) as Theme)}>
            ${themes.map((it) => html`<option value=${it} ?selected=${it === desk.theme}>${desk.say(it)}</option>`)}
          </select></label>
        <button class="tool" lang=${desk.language === "zh" ? "en" : "zh-CN"}
          @click=${() => desk.setLanguage(desk.language === "zh" ? "en" : "zh")}>${desk.language === "zh" ? "English" : "中文"}</button>
      </div>
    </header>
    ${this.inBody && !desk.writes
      ? html`<p class="reads" role="status">${desk.say("otherWrites")}
          <button class="plain" @click=${() => desk.tries(() => desk.catchUp())}>${desk.say("refresh")}</button></p>`
      : nothing}`;
  }

  bodyTools(): TemplateResult {
    return html`
      <label class="tool"><span>${desk.say("day")}</span>
        <input type="date" .value=${desk.on} @change=${(it: Event) => isDay(valueOf(it)) && valueOf(it) !== desk.on && desk.remember({ on: valueOf(it) })} /></label>
      ${desk.founded
        ? html`<label class="tool"><span>${desk.say("me")}</span>
          <select @change=${(it: Event) => desk.remember({ me: valueOf(it) })}>
            ${desk.persons.map((it) => html`<option value=${it} ?selected=${it === desk.me}>${desk.called(it)}</option>`)}</select></label>
          <datalist id="persons-known">${guard([desk.persons], () => desk.persons.map((it) => html`<option value=${it}></option>`))}</datalist>`
        : nothing}
      <button class="tool" @click=${() => exportBody()}>${desk.say("keep")}</button>
      <button class="tool" @click=${() => desk.leave()}>${desk.say("change")}</button>`;
  }

  navigation(): TemplateResult {
    return html`<nav aria-label=${desk.say("navigation")}><ul>
      ${NAVIGATION.map(([view, name]) => html`<li><a href=${addressOf(view)}
        aria-current=${view === this.view ? "page" : "false"}>${desk.say(name)}</a></li>`)}
    </ul></nav>`;
  }
}

customElements.define("joint-meeting-desk", App);
