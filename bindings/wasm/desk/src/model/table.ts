/** A list of units and persons, pasted from a spreadsheet or read from .csv, and the acts by which it founds a body. */

import type { Act, Approval, Charter, CharterFile, Clause, Language, Rank, UnitKind } from "joint-meeting";
import type { Submitted } from "joint-meeting";

import { wordOf } from "./terms.js";
import shapes from "virtual:shapes";

/** A row as an office writes it. */
export interface Row {
  unit: string;
  as: string;
  person: string;
  post: string;
  rank: string;
  portfolio: string;
  section_head: string;
  knows_duties: string;
  masters_trade: string;
  kind: string;
}

export const COLUMNS: (keyof Row)[] = ["unit", "as", "person", "post", "rank", "portfolio", "section_head", "knows_duties", "masters_trade", "kind"];

/** What a heading may be called, besides its own word. */
const HEADINGS: Record<keyof Row, string[]> = {
  unit: ["单位", "单位名称", "成员单位", "unit"],
  as: ["担任", "身份", "职责", "角色", "serves as", "role"],
  person: ["姓名", "人员", "name", "person"],
  post: ["职务", "post", "post in the unit"],
  rank: ["职级", "级别", "rank"],
  portfolio: ["是否分管此项工作", "分管", "in charge of the matter"],
  section_head: ["是否业务科室主要负责人", "科室负责人", "heads a business section"],
  knows_duties: ["是否熟悉职责", "熟悉职责", "knows the duties"],
  masters_trade: ["是否精通业务", "精通业务", "masters the trade"],
  kind: ["单位类别", "单位性质", "kind of unit"],
};

/** Cells of a table: by tabs, as spreadsheets paste; else by commas, with quotes. */
export function cells(text: string): string[][] {
  const separator = text.includes("\t") ? "\t" : text.includes("，") && !text.includes(",") ? "，" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (const it of text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n")) {
    if (quoted) {
      if (it === '"') quoted = false;
      else cell += it;
    } else if (it === '"' && cell === "") quoted = true;
    else if (it === '"') [quoted, cell] = [true, `${cell}"`];
    else if (it === separator) (row.push(cell.trim()), (cell = ""));
    else if (it === "\n") (row.push(cell.trim()), rows.push(row), (row = []), (cell = ""));
    else cell += it;
  }
  rows.push([...row, cell.trim()]);
  return rows.filter((it) => it.some(Boolean));
}

/** The rows below the heading; without a heading, columns in their usual order. */
export function rowsOf(text: string): Row[] {
  const all = cells(text);
  const find = (it: string) => COLUMNS.find((column) => HEADINGS[column].includes(it.toLowerCase().replaceAll(/[*：:\s]+$/g, "")));
  const heading = (all[0] ?? []).map(find);
  const named = heading.filter(Boolean).length >= 2;
  const order = named ? heading : COLUMNS;
  return (named ? all.slice(1) : all).map((row) => {
    const found = Object.fromEntries(COLUMNS.map((it) => [it, ""])) as unknown as Row;
    order.forEach((column, ix) => column && (found[column] = row[ix] ?? ""));
    return found;
  });
}

const isYes = (it: string): boolean => ["是", "有", "对", "√", "✓", "y", "yes", "true", "1"].includes(it.toLowerCase());

/** A word of a list, by its Chinese, its English or its own name. */
const among = (list: string, it: string): string | undefined =>
  shapes.words[list]!.find((word) => [word, wordOf(list, word, "zh"), wordOf(list, word, "en")].some((one) => one.toLowerCase() === it.toLowerCase()));

/** What a row says somebody is. */
type Capacity = { post: string; ofUnit: boolean } | { named: "member" | "liaison_officer" };

/** Something in a row that cannot be. */
export interface RowFault {
  row: number;
  column: keyof Row;
  value: string;
}

export interface Founding {
  acts: Submitted[];
  faults: RowFault[];
}

/** What the founding depends on, as the charter fixes it, with those above it. */
export interface Settings {
  members: string[];
  lead: string[];
  /** What the founding needs: the superior's approval, the agreement of every member unit. */
  approval: boolean;
  agreement: boolean;
  /** The class of units that may belong though the charter lists none of them, where there is one. */
  class: string | undefined;
  responsible: string | undefined;
  all: Record<string, unknown>;
}

export function settingsOf(charter: Charter): Settings {
  const of = (clauses: readonly Clause[]) => Object.assign({}, ...clauses.map((it) => it.sets ?? {})) as Record<string, unknown>;
  const all = { ...of(charter.clauses), ...of(charter.file.clauses) };
  const creation = all["charter.creation"] as { approval: boolean; agreement: boolean } | undefined;
  const classes = (all["unit.classes"] ?? []) as { id: string }[];
  return {
    members: (all["unit.members"] ?? []) as string[],
    lead: (all["unit.lead"] ?? []) as string[],
    approval: creation?.approval ?? false,
    agreement: creation?.agreement ?? false,
    class: classes.length === 1 ? classes[0]!.id : undefined,
    responsible: ((all["role.responsible_posts"] ?? []) as string[])[0],
    all,
  };
}

export interface Capacities {
  /** What may stand under 担任. */
  names: string[];
  of: (as: string, unit: string) => Capacity | undefined;
}

/** The capacities that a charter knows: roles tied to posts, the posts themselves, members and liaison officers. */
export function capacitiesOf(file: CharterFile, { all, responsible }: Settings, language: Language): Capacities {
  const byRole = new Map<string, string[]>();
  const add = (role: string, posts: (string | undefined)[]) => {
    const real = posts.filter((it) => it !== undefined);
    if (real.length) byRole.set(role, [...(byRole.get(role) ?? []), ...real]);
  };
  for (const [setting, role] of [["role.chief_convener", "chief_convener"], ["role.conveners", "convener"], ["role.deputy_conveners", "deputy_convener"]] as const) {
    const holders = all[setting];
    add(role, (Array.isArray(holders) ? holders : holders ? [holders] : []).map((it: { post?: string }) => it.post));
  }
  const seated = (all["role.office"] as { seated?: { director?: string[]; deputies?: string[]; staff?: string[] } } | undefined)?.seated;
  add("office_director", seated?.director ?? []);
  add("office", [...(seated?.staff ?? []), ...(seated?.deputies ?? [])]);
  const roleNames = (role: string) => [role, wordOf("Role", role, "zh"), wordOf("Role", role, "en")];
  const is = (role: string, it: string) => roleNames(role).some((one) => one.toLowerCase() === it.toLowerCase());
  return {
    names: [...[...byRole.keys()], ...(responsible ? ["responsible_person"] : []), "member", "liaison_officer"].map((it) => wordOf("Role", it, language)),
    of: (as, unit) => {
      if (is("member", as)) return { named: "member" };
      if (is("liaison_officer", as)) return { named: "liaison_officer" };
      if (responsible && is("responsible_person", as)) return { post: responsible, ofUnit: true };
      const posts = [...byRole].filter(([role]) => is(role, as)).flatMap(([, it]) => it);
      const byName = file.posts.filter((it) => [it.id, it.zh, it.en].includes(as)).map((it) => it.id);
      const candidates = (posts.length ? posts : byName).map((id) => file.posts.find((it) => it.id === id)!);
      const found = candidates.find((it) => it.unit === unit) ?? candidates[0];
      return found && { post: found.id, ofUnit: !found.unit };
    },
  };
}

/** The acts that found a body from rows: the adoption of the charter first, then whom the units name. */
export function founding(rows: Row[], charter: Charter, at: string, approval?: Approval): Founding {
  const { file } = charter;
  const settings = settingsOf(charter);
  const capacities = capacitiesOf(file, settings, "zh");
  const faults: RowFault[] = [];
  const units = new Map(file.units.flatMap((it) => [it.id, it.zh, it.en].map((name) => [name, it.id] as const)));
  const members: { unit: string; name: string; kind: UnitKind; class?: string }[] = [];
  const holders: { post: string; person: string; unit?: string }[] = [];
  const namings: { act: Act; unit: string }[] = [];
  rows.forEach((row, ix) => {
    const fault = (column: keyof Row) => void faults.push({ row: ix + 1, column, value: row[column] });
    if (!row.unit) return fault("unit");
    let unit = units.get(row.unit);
    if (!unit) {
      if (settings.members.length && !settings.class) return fault("unit");
      const kind = row.kind ? among("UnitKind", row.kind) : "government";
      if (!kind) return fault("kind");
      unit = row.unit;
      units.set(unit, unit);
      members.push({ unit, name: row.unit, kind: kind as UnitKind, ...(settings.class && { class: settings.class }) });
    }
    if (!row.person || !row.as) return row.as && !row.person ? undefined : row.person ? fault("as") : undefined;
    const capacity = capacities.of(row.as, unit);
    if (!capacity) return fault("as");
    if ("post" in capacity) return void holders.push({ post: capacity.post, person: row.person, ...(capacity.ofUnit && { unit }) });
    const rank = row.rank ? among("Rank", row.rank) : undefined;
    if (!rank) return fault("rank");
    if (!row.post) return fault("post");
    const common = { unit, person: row.person, post: row.post, rank: rank as Rank };
    const flags = Object.fromEntries((["portfolio", "section_head", "knows_duties", "masters_trade"] as const).map((it) => [it, isYes(row[it])]));
    const type = capacity.named === "member" ? "name_member" : "name_liaison_officer";
    const allowed = new Set(shapes.acts[type]!.map((it) => it.name));
    const said = Object.fromEntries(Object.entries({ ...common, ...flags }).filter(([it]) => allowed.has(it)));
    namings.push({ act: { type, ...said } as Act, unit });
  });
  const charterMembers = [...settings.members, ...members.map((it) => it.unit)];
  const lead = settings.lead;
  const unitOf = (it: { post: string; unit?: string }) => it.unit ?? file.posts.find((post) => post.id === it.post)?.unit;
  const head = (unit: string) => holders.find((it) => it.unit === unit)?.person;
  const founder = (holders.find((it) => !lead.length || lead.includes(unitOf(it) ?? "")) ?? holders[0])?.person ?? "";
  const adopt = {
    type: "adopt_charter",
    charter: charter.id,
    version: charter.version,
    holders,
    ...(members.length && { members }),
    ...(settings.agreement && { agreed_by: charterMembers }),
    ...(settings.approval && approval && { approval }),
  } as Act;
  const entered = namings.map(({ act, unit }): Submitted => ({ act, by: head(unit) ?? founder, at }));
  return { acts: [{ act: adopt, by: founder, at }, ...entered], faults };
}
