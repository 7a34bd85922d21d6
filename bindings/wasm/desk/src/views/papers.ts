/** Papers: seen as they will print, downloaded, printed; all of a year as one pack; dates for calendars. */

import { type Paper, type PaperFormat } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { type Papers as Part, startPapers, startTables } from "../model/engine.js";
import { download, fileName, zip } from "../model/files.js";
import { type Makeable, papersOf } from "../model/papers.js";
import { View, valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import { years } from "./audit.js";

const ENDINGS: [PaperFormat, string, string][] = [
  ["docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["text", "txt", "text/plain"],
  ["markdown", "md", "text/markdown"],
  ["csv", "csv", "text/csv"],
];

const SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class PapersView extends View {
  static override properties = { engine: { state: true }, key: { state: true }, q: { state: true }, year: { state: true } };
  declare engine: Part | undefined;
  declare key: string;
  declare q: string;
  declare year: string;

  constructor() {
    super();
    this.engine = undefined;
    this.key = desk.route.with.get("paper") ?? "";
    this.q = "";
    this.year = desk.on.slice(0, 4);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void desk.tries(async () => {
      this.engine = await startPapers();
    });
  }

  get #office() {
    return { language: desk.language, given: { persons: desk.prefs.persons ?? {} } };
  }

  #paper(it: Makeable): { paper?: Paper; fault?: string } {
    try {
      return { paper: desk.once(`paper ${desk.language} ${this.year} ${it.key}`, () => new this.engine!.Desk(desk.body, this.#office).paper(it.wanted)) };
    } catch (why) {
      return { fault: desk.faultOf(why) };
    }
  }

  #download(it: Makeable, [format, ending, type]: (typeof ENDINGS)[number]): void {
    void desk.tries(() => {
      const { paper, fault } = this.#paper(it);
      if (!paper) throw new Error(fault);
      download(`${fileName(paper.title)}.${ending}`, this.engine!.write(paper, format), type);
    });
  }

  /** The tables of a paper as a workbook. */
  #book(paper: Paper): void {
    void desk.tries(async () => {
      const { ofPaper, write } = await startTables();
      download(`${fileName(paper.title)}.xlsx`, write(ofPaper(paper, desk.on), "xlsx"), SHEETS);
    });
  }

  readonly #print = (): void => {
    this.querySelector("iframe")?.contentWindow?.print();
  };

  /** All papers of the year, each for the word processor, and its tables. */
  readonly #pack = async (): Promise<void> => {
    desk.tell(desk.say("packing"));
    await new Promise((done) => setTimeout(done, 50));
    await desk.tries(async () => {
      const { ofPaper, write } = await startTables();
      const files: Record<string, Uint8Array> = {};
      for (const { name, paper } of new this.engine!.Desk(desk.body, this.#office).evidence(Number(this.year), desk.on)) {
        files[`${fileName(name)}.docx`] = this.engine!.write(paper, "docx");
        const tables = ofPaper(paper, desk.on);
        if (tables.length) files[`${fileName(name)}.xlsx`] = write(tables, "xlsx");
      }
      download(`${fileName(desk.held!.name)}-${this.year}.zip`, zip(files), "application/zip");
      desk.tell(`${desk.say("packed")} ${Object.keys(files).length}`);
    });
  };

  readonly #calendar = (): void => {
    void desk.tries(() => {
      const { ics } = new this.engine!.Desk(desk.body, this.#office).calendar(`${this.year}-01-01`, `${this.year}-12-31`, desk.on);
      download(`${fileName(desk.held!.name)}-${this.year}.ics`, ics, "text/calendar");
    });
  };

  override render(): TemplateResult {
    if (!desk.held) return html``;
    if (!desk.founded) return html`<h1>${desk.say("papers")}</h1><p>${desk.say("notFounded")}</p>`;
    const all = papersOf(this.year);
    const q = this.q.toLowerCase();
    const shown = all.filter((it) => !q || `${it.about} ${desk.say(it.kind)}`.toLowerCase().includes(q));
    const chosen = all.find((it) => it.key === this.key);
    const groups = grouped(shown);
    return html`
      <div class="top"><h1>${desk.say("papers")}</h1>
        <div class="row"><button id="pack" ?disabled=${!this.engine} @click=${this.#pack}>${desk.say("packYear")}</button>
          <button id="ics" ?disabled=${!this.engine} @click=${this.#calendar}>${desk.say("ics")}</button></div></div>
      <div class="papers">
        <nav aria-label=${desk.say("papers")}>
          <div class="fields"><label class="field"><span>${desk.say("yearWord")}</span><select @change=${(it: Event) => (this.year = valueOf(it))}>
              ${years().map((it) => html`<option ?selected=${it === this.year}>${it}</option>`)}</select></label>
            <label class="field"><span>${desk.say("search")}</span><input type="search" @input=${(it: Event) => (this.q = valueOf(it))} /></label></div>
          ${[...groups].map(([about, papers]) => html`<section aria-label=${about}><h2>${about}</h2><ul class="plain-list">${papers.map((it) => html`<li>
            <button class="link" aria-pressed=${it.key === this.key ? "true" : "false"} @click=${() => (this.key = it.key)}>${desk.say(it.kind)}</button></li>`)}</ul></section>`)}
        </nav>
        <section class="sheet" aria-label=${desk.say("preview")}>${!this.engine
          ? html`<p class="waiting" role="status">${desk.say("loading")}</p>`
          : chosen ? this.#preview(chosen) : html`<p class="calm">${desk.say("choosePaper")}</p>`}</section>
      </div>`;
  }

  #preview(it: Makeable): TemplateResult {
    const { paper, fault } = this.#paper(it);
    if (!paper) return html`<p class="calm">${fault}</p>`;
    // A page is wider than a telephone.
    const narrow = "<style>@media screen and (max-width: 32rem) { html { zoom: 0.5 } }</style></head>";
    const page = new TextDecoder().decode(this.engine!.write(paper, "html")).replace("</head>", narrow);
    const hasTable = paper.blocks.some((one) => one.type === "table");
    return html`<div class="row">
        ${ENDINGS.filter(([format]) => format !== "csv" || hasTable).map((one) => html`<button @click=${() => this.#download(it, one)}>.${one[1]}</button>`)}
        ${hasTable ? html`<button @click=${() => this.#book(paper)}>.xlsx</button>` : nothing}
        <button class="main" @click=${this.#print}>${desk.say("print")}</button>
        ${paper.draft ? html`<span class="tag">${desk.say("draft")}</span>` : nothing}</div>
      <iframe title=${paper.title} sandbox="allow-same-origin allow-modals" .srcdoc=${page}></iframe>`;
  }
}

function grouped(all: Makeable[]): Map<string, Makeable[]> {
  const found = new Map<string, Makeable[]>();
  for (const it of all) found.set(it.about, [...(found.get(it.about) ?? []), it]);
  return found;
}

customElements.define("desk-papers", PapersView);
