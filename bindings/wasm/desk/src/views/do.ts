/** What can be done, by the thing that it belongs to: this meeting, this task, this unit. */

import type { Choice, WithWords } from "joint-meeting";
import { type TemplateResult, html, nothing } from "lit";

import { spokenDay } from "../model/day.js";
import { byOthers, choicesNow } from "../model/form.js";
import { addressOf, goTo } from "../model/route.js";
import { actName, thingName } from "../model/terms.js";
import { unfolded } from "../parts/unfolded.js";
import { valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";
import { actDialog } from "./act-dialog.js";
import { whyNot } from "./why.js";

type Row = WithWords<Choice>;

/** The order in which kinds of things come. */
const KINDS = ["meeting", "item", "minutes", "document", "assignment", "request", "unit", "post"];
const WHOLE = "-";

let asked = "";
let before: Row[] | undefined;

/** The choices, asked after the page has been painted; until then those of before. */
function rows(): Row[] | undefined {
  const key = `${desk.held!.name} ${desk.body.count} ${desk.me} ${desk.on} ${desk.language}`;
  if (asked === key) return (before = choicesNow());
  const body = desk.held;
  setTimeout(() => {
    if (desk.held !== body || asked === key) return;
    asked = key;
    void desk.tries(() => {
      before = choicesNow();
      desk.changed();
    });
  }, 30);
  return before;
}

/** What belongs to a unit only by a value that was tried belongs to the body. */
function keyOf({ act, about }: Row): string {
  if (!about) return WHOLE;
  const isTried = ["unit", "post", "clause"].includes(about.kind) && !Object.values(act).includes(about.name);
  return isTried ? WHOLE : `${about.kind} ${about.name}`;
}

function titleOf(key: string): string {
  if (key === WHOLE) return desk.say("wholeBody");
  const [kind, ...name] = key.split(" ");
  return desk.names.named(kind!, name.join(" "));
}

function change(wanted: Record<string, string>): void {
  const all = { ...Object.fromEntries(desk.route.with), ...wanted };
  goTo("do", Object.fromEntries(Object.entries(all).filter(([, it]) => it)));
}

export function doing(): TemplateResult {
  const all = rows();
  const query = desk.route.with;
  const [act, about, text] = [query.get("act") ?? "", query.get("about") ?? "", (query.get("q") ?? "").toLowerCase()];
  const onlyOpen = query.get("open") === "1";
  if (!all) return html`<h1>${desk.say("do")}</h1><p class="waiting" role="status">${desk.say("asking")}</p>`;
  const label = (it: Row) => it.label[desk.language].toLowerCase();
  const isOpen = (it: Row) => !it.refusal || byOthers(it).length > 0;
  const shown = all.filter((it) => (!act || it.act.type === act) && (!onlyOpen || isOpen(it)) && (!text || label(it).includes(text)));
  const groups = new Map<string, Row[]>();
  for (const it of shown) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  const keys = [...groups.keys()];
  const wanted = about ? keys.filter((it) => it.endsWith(` ${about}`) || it === about) : [];
  const filtered = act !== "" || text !== "";
  const current = wanted.length ? wanted : about === WHOLE || !about ? (filtered ? keys : keys.filter((it) => it === WHOLE)) : [];
  return html`
    <div class="top"><h1>${desk.say("do")}</h1>
      <p class="fine">${desk.say("asPerson")} ${desk.me} · ${spokenDay(desk.on, desk.language)}</p></div>
    <div class="row filters">
      <label class="field grows"><span>${desk.say("findAct")}</span><input type="search" id="find-act" .value=${query.get("q") ?? ""} @change=${(it: Event) => change({ q: valueOf(it) })} /></label>
      <label class="chip"><input type="checkbox" .checked=${onlyOpen} @change=${() => change({ open: onlyOpen ? "" : "1" })} /><span>${desk.say("onlyOpen")}</span></label>
      ${act ? html`<a class="button" href=${addressOf("do")}>${actName(act, desk.language)} ×</a>` : nothing}
    </div>
    <div class="do" aria-busy=${before === all && asked ? "false" : "true"}>
      ${things(keys, groups, current, filtered)}
      <div class="acts">
        ${current.map((key) => html`<section aria-label=${titleOf(key)}><h2>${titleOf(key)} ${kindTag(key)}</h2>${acts(groups.get(key)!)}</section>`)}
        ${current.length ? nothing : html`<p class="calm">${about ? desk.say("nothingHere") : desk.say("chooseThing")}</p>`}
      </div>
    </div>`;
}

function kindTag(key: string): TemplateResult | typeof nothing {
  return key === WHOLE ? nothing : html`<span class="tag">${thingName(key.split(" ")[0]!, desk.language)}</span>`;
}

/** The things on the left, by kind; the newest first. */
function things(keys: string[], groups: Map<string, Row[]>, current: string[], filtered: boolean): TemplateResult {
  const kinds = [...new Set(keys.map((it) => (it === WHOLE ? "" : it.split(" ")[0]!)))];
  const rank = (it: string) => (it === "" ? -1 : KINDS.includes(it) ? KINDS.indexOf(it) : KINDS.length);
  kinds.sort((one, other) => rank(one) - rank(other));
  const order = new Map(desk.names.things.map((it, ix) => [`${it.kind} ${it.id}`, ix]));
  const row = (key: string) => {
    const all = groups.get(key)!;
    const open = all.filter((it) => !it.refusal).length;
    const selected = !filtered && current.includes(key);
    return html`<li><a href=${addressOf("do", { about: key === WHOLE ? WHOLE : key.split(" ").slice(1).join(" "), ...(desk.route.with.get("open") && { open: "1" }) })} aria-current=${selected ? "true" : "false"}>
      <span>${titleOf(key)}</span><span class="fine">${open}/${all.length}</span></a></li>`;
  };
  const isOfOpen = (kind: string) => current.some((it) => it.startsWith(`${kind} `)) || kind === "" || kind === "meeting";
  return html`<nav class="things" aria-label=${desk.say("thingsNavigation")}>
    ${kinds.map((kind) => {
      const own = keys.filter((it) => (kind === "" ? it === WHOLE : it.startsWith(`${kind} `)));
      own.sort((one, other) => (order.get(other) ?? -1) - (order.get(one) ?? -1));
      if (kind === "") return html`<ul>${own.map(row)}</ul>`;
      return html`<details ?open=${isOfOpen(kind)}><summary>${thingName(kind, desk.language)} <span class="count">${own.length}</span></summary>${unfolded(() => html`<ul>${own.map(row)}</ul>`)}</details>`;
    })}</nav>`;
}

/** What can be done comes before what is done by others, and that before what is blocked. */
function acts(all: Row[]): TemplateResult {
  const open = all.filter((it) => !it.refusal);
  const others = all.filter((it) => it.refusal && byOthers(it).length);
  const blocked = all.filter((it) => it.refusal && !byOthers(it).length);
  return html`
    ${open.length ? html`<h3>${desk.say("canDo")}</h3>${list(open, openAct)}` : nothing}
    ${others.length ? html`<h3>${desk.say("byOthers")}</h3>${list(others, othersAct)}` : nothing}
    ${blocked.length ? html`<h3>${desk.say("blocked")}</h3>${list(blocked, blockedAct)}` : nothing}`;
}

/** So many of one kind stand by themselves; more are folded into one row. */
const FEW = 4;

function list(all: Row[], show: (it: Row) => TemplateResult): TemplateResult {
  const kinds = new Map<string, Row[]>();
  for (const it of all) kinds.set(it.act.type, [...(kinds.get(it.act.type) ?? []), it]);
  const one = (it: Row) => html`<li>${show(it)}</li>`;
  return html`<ul class="act-list">${[...kinds].map(([kind, own]) => own.length <= FEW || kinds.size === 1
    ? own.map(one)
    : html`<li><details class="act many"><summary><b>${actName(kind, desk.language)}</b><span class="count">${own.length}</span></summary>
        ${unfolded(() => html`<ul class="act-list">${own.map(one)}</ul>`)}</details></li>`)}</ul>`;
}

function label(it: Row): TemplateResult {
  const [name = "", ...rest] = it.label[desk.language].split(desk.language === "zh" ? "：" : ": ");
  const about = rest.join(desk.language === "zh" ? "：" : ": ");
  return html`<b>${name.charAt(0).toUpperCase() + name.slice(1)}</b>${about ? html`<span>${about}</span>` : nothing}`;
}

function openAct(it: Row): TemplateResult {
  return html`<button class="act" data-act=${it.act.type} ?disabled=${!desk.writes} @click=${() => actDialog().begin(it, desk.me)}>${label(it)}</button>`;
}

function othersAct(it: Row): TemplateResult {
  const persons = byOthers(it);
  return html`<details class="act blocked" data-act=${it.act.type}><summary>${label(it)}<span class="fine">${desk.say("byWord")} ${persons.slice(0, 4).join(desk.and)}</span></summary>${unfolded(() => html`
    <p>${desk.say("enterForOthers")}</p>
    <div class="row">${persons.slice(0, 12).map((person) => html`<button ?disabled=${!desk.writes} @click=${() => actDialog().begin(it, person)}>${desk.say("enterAs")} ${person}</button>`)}</div>
    ${whyNot({ refusal: it.refusal!, words: it.words?.[desk.language] ?? "" })}`)}</details>`;
}

function blockedAct(it: Row): TemplateResult {
  return html`<details class="act blocked" data-act=${it.act.type}><summary>${label(it)}</summary>${unfolded(() => html`
    ${whyNot({ refusal: it.refusal!, words: it.words?.[desk.language] ?? "", ...(it.next && { next: it.next }) })}
    ${it.against && desk.writes
      ? html`<div class="row"><button @click=${() => actDialog().begin(it, desk.me)}>${desk.say("recordAgainst")}</button></div>`
      : nothing}`)}</details>`;
}
