/**
 * Every vector and scenario of `tests/`, through the package: the answers must be deeply equal to those of Rust.
 * Runs in Node and in a page alike: `read` gives the text of a file under `tests/`, `charter` that of a bundled charter.
 */

/** Deep equality of JSON values, whatever the order of the keys. */
export function equal(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((it) => Object.hasOwn(b, it) && equal(a[it], b[it]));
}

/** The charter file with settings and readings put in the place of its own. */
function changed(text, version, settings, readings) {
  const file = JSON.parse(text);
  if (version !== undefined) file.version = version;
  for (const clause of file.clauses) {
    for (const [key, value] of Object.entries(settings)) {
      const silent = clause.silent?.includes(key);
      if (silent) clause.silent = clause.silent.filter((it) => it !== key);
      if (silent || key in (clause.sets ?? {})) (clause.sets ??= {})[key] = value;
      if (value === null && key in (clause.sets ?? {})) {
        delete clause.sets[key];
        (clause.silent ??= []).push(key);
      }
    }
    for (const [key, option] of Object.entries(readings)) {
      if (key in (clause.readings ?? {})) clause.readings[key] = { fixed: option };
    }
  }
  return canonical(file);
}

/** Without the table of working days by which something was reckoned. */
function withoutTable(value) {
  if (Array.isArray(value)) return value.map(withoutTable);
  if (typeof value !== "object" || value === null) return value;
  const isTable = (key, it) => key === "known_through" || (key === "calendar" && it?.digest !== undefined);
  const left = Object.entries(value).filter(([key, it]) => !isTable(key, it));
  return Object.fromEntries(left.map(([key, it]) => [key, withoutTable(it)]));
}

/** With the keys in order, as the Rust runner writes it: what the digest is taken of. */
function canonical(value) {
  const sorted = (_, it) =>
    it && typeof it === "object" && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it;
  return JSON.stringify(value, sorted);
}

export class Runner {
  #charters = new Map();

  constructor(library, papers, stories, file) {
    Object.assign(this, { library, papers, stories, file });
  }

  charter(name, version, settings = {}, readings = {}) {
    const key = JSON.stringify([name, version, settings, readings]);
    if (!this.#charters.has(key)) {
      const text = this.file(name);
      const asItIs = version === undefined && !Object.keys({ ...settings, ...readings }).length;
      const json = asItIs ? text : changed(text, version, settings, readings);
      this.#charters.set(key, this.library.Charter.fromJson(json));
    }
    return this.#charters.get(key);
  }

  /** The charter of a vector, and its later versions. */
  charters(name, vector) {
    let [settings, readings] = [vector.settings, vector.readings];
    const all = [this.charter(name, undefined, settings, readings)];
    for (const it of vector.versions ?? []) {
      if (it.charter) [name, settings, readings] = [it.charter, {}, {}];
      settings = { ...settings, ...it.settings };
      readings = { ...readings, ...it.readings };
      all.push(this.charter(name, it.version, settings, readings));
    }
    return all;
  }

  unfold(given) {
    return given.flatMap((it) => (typeof it === "string" ? this.unfold(this.stories[it]) : [it]));
  }

  body(charters, given) {
    const body = this.library.JointMeeting.begin(charters);
    for (const it of this.unfold(given)) body.perform(it);
    return body;
  }

  /** The answer to a vector, without the table of working days by which it was reckoned. */
  run(name, vector) {
    return withoutTable(this.#asked(name, vector));
  }

  #asked(name, vector) {
    const body = this.body(this.charters(name, vector), vector.given ?? []);
    const children = (vector.children ?? []).map((it) => this.body([this.charter(it.charter)], it.given));
    try {
      return vector.when ? body.decide(vector.when) : this.answer(body, children, vector.ask);
    } finally {
      [body, ...children].forEach((it) => it.free());
    }
  }

  /** What a vector expects, with what it leaves out of an accepted entry because it only repeats. */
  expected({ given = [], when, then }) {
    if (!when || !then.accepted) return then;
    const no = this.unfold(given).length + 1;
    return { accepted: { no, recorded_at: when.at, ...when, ...then.accepted } };
  }

  answer(body, children, ask) {
    const [[what, it]] = Object.entries(ask);
    const seen = (audit) => ({
      ...audit,
      clauses: audit.clauses.filter((verdict) => it.clauses.includes(verdict.clause)),
      ...(audit.earlier && { earlier: audit.earlier.map(seen) }),
    });
    switch (what) {
      case "audit":
        return seen(body.audit(it.period, it.on));
      case "family":
        try {
          const family = body.auditFamily(children, it.period, it.on);
          const below = family.children.map((child) => ({ ...child, audit: seen(child.audit) }));
          return { ...family, own: seen(family.own), children: below };
        } catch (why) {
          return { error: why.message };
        }
      case "papers":
        return this.ofPapers(new this.papers.Desk(body, it.office), it);
      case "obligations":
        return body.obligations(it.on, it.horizon_days).filter((owed) => it.rules.includes(owed.rule));
      case "options":
        return body.options(it.by, it.at).filter((choice) => it.acts.includes(choice.act.type));
      case "options_page":
        return body.optionsPage(it.by, it.at, it);
      case "roster":
        return body.roster(it.on);
      case "register":
        return body.register(it.on);
      case "trail":
        return this.known(() => body.trail(it.subject));
      case "explain_rule":
        return this.known(() => body.explainRule(it.rule));
      case "explain_entry":
        return this.known(() => body.explainEntry(it.no));
      case "breaches":
        return body.breaches();
      case "outline":
        return this.library.Charter.outline(it.text);
      case "check_text":
        return body.charterOn(it.on).checkText(it.text);
      case "charter_on":
        return body.charterOn(it.on).version;
      case "entry":
        return body.entry(it.no) ?? null;
      case "entry_as_read":
        return body.entryAsRead(it.no) ?? null;
      case "entries":
        return body.entries();
      case "what_if":
        return body.whatIf(it.submissions);
      default:
        throw new Error(`no such question: ${what}`);
    }
  }

  /** What is answered, or why nothing is known of it. */
  known(ask) {
    try {
      return ask();
    } catch (why) {
      if (!(why instanceof this.library.Unknown)) throw why;
      return { error: why.why };
    }
  }

  /** What a desk answers; of the findings those that are looked at. */
  ofPapers(desk, { question, rows = [] }) {
    try {
      const answer = desk.ask(question);
      const findings = answer.findings?.filter((it) => rows.includes(it.row.id));
      return findings ? { ...answer, findings } : answer;
    } catch (why) {
      if (!(why instanceof this.papers.NoPaper)) throw why;
      return { error: why.why };
    }
  }

  /** Runs every vector of a file; what is not as it says is in the list. */
  vectors({ charter, vectors }) {
    const wrong = [];
    for (const vector of vectors) {
      const [expected, found] = [this.expected(vector), this.run(charter, vector)];
      if (!equal(found, expected)) wrong.push({ name: vector.name, expected, found });
    }
    return wrong;
  }

  /** The year of the Nankai body, line by line, and the verdicts at its end; the body, and what did not go as it says. */
  year(scenario, verdicts) {
    const body = this.library.JointMeeting.begin(this.charter("nankai-dog-2022"));
    const wrong = [];
    const compare = (what, expected, found) => equal(expected, found) || wrong.push({ what, expected, found });
    for (const { submit, refused_by = [] } of scenario.trimEnd().split("\n").map((it) => JSON.parse(it))) {
      const { refusal } = body.tryPerform(submit);
      const rules = !refusal ? [] : refusal.type === "names" ? ["names"] : refusal.grounds.map((it) => it.rule);
      compare(submit, refused_by, rules);
    }
    const { clauses } = body.audit({ from: "2022-01-01", to: "2022-12-31" }, "2023-01-15");
    compare("audit", verdicts, Object.fromEntries(clauses.map((it) => [it.clause, it.verdict])));
    return { body, wrong };
  }
}
