/**
 * The cases in `tests/store`, which every store runs in every language. Runs in a page: `text` gives that of a file under `tests/`,
 * `charter` that of a bundled charter, or nothing.
 */

const TITLE = { type: "add_agenda_item", title: "群众来信", kind: "discussion" };

/** Those who take part in a case. */
class Hosts {
  stores = new Map();
  held = new Map();
  heads = new Map();

  constructor(database, { library, store, text, charter }) {
    Object.assign(this, { database, library, store, text, charter });
  }

  async does({ do: what, host = "one", body = "dogs", with: about }) {
    try {
      return await this.try(what, host, body, about);
    } catch (why) {
      if (why instanceof this.library.Refused) {
        const refused = why.refusal.type === "names" ? ["names"] : why.grounds.map((it) => it.rule);
        return { refused, ...(why.index !== undefined && { index: why.index }) };
      }
      if (!(why instanceof this.store.StoreError)) throw why;
      if (!why.zh || why.zh === why.words.en) throw why;
      return { error: why.kind, ...(what === "verify" && why.about.line && { line: why.about.line }) };
    }
  }

  async of(host, readOnly = false) {
    if (!this.stores.has(host)) this.stores.set(host, await this.store.open(this.database, { readOnly }));
    return this.stores.get(host);
  }

  /** What a host holds; it opens a body once. */
  async holds(host, body) {
    const key = `${host} ${body}`;
    if (!this.held.has(key)) this.held.set(key, await (await this.of(host)).open(body));
    return this.held.get(key);
  }

  async source(name) {
    if (name.endsWith(".json")) return { json: await this.text(name) };
    return { json: (await this.charter(name)) ?? name };
  }

  async try(what, host, body, about) {
    const all = async (names) => {
      const found = [];
      for await (const it of names) found.push(it);
      return found;
    };
    if (what === "open_to_read") await this.of(host, true);
    const its = await this.of(host);
    switch (what) {
      case "create":
        await its.create(body, await this.source(about));
        return {};
      case "add_charter":
        await its.addCharter(body, await this.source(about));
        return {};
      case "open":
      case "open_to_read":
        return { entries: (await this.holds(host, body)).body.count };
      case "catch_up":
        return { entries: await (await this.holds(host, body)).catchUp() };
      case "as_of":
        return { entries: (await this.holds(host, body)).asOf(about.at).count };
      case "submit":
        return { no: (await (await this.holds(host, body)).perform(about)).no };
      case "submit_all":
        return { nos: (await (await this.holds(host, body)).performAll(about)).map((it) => it.no) };
      case "keep_head": {
        const { head } = await this.holds(host, body);
        this.heads.set(`${body} ${head.count}`, head);
        return { count: head.count };
      }
      case "damage":
        await this.past(body, about.no, (row) => ({ ...row, line: row.line.replace(about.from, about.to) }));
        return {};
      case "cut_off":
        await this.past(body, about);
        return {};
      case "replace":
        await this.replace(body, about);
        return {};
      case "set_now":
        (await this.holds(host, body)).setNow(about.at);
        return {};
      case "verify": {
        const { head, breaches } = await its.verify(body, about && this.heads.get(`${body} ${about}`));
        return { count: head.count, breaches: breaches.length };
      }
      case "bodies":
        return all(its.bodies(about));
      case "heads":
        return (await all(its.heads(about))).map(([name, head]) => [name, head.count]);
      case "export": {
        const before = this.exported;
        this.exported = await its.export(body);
        return before ? { same: JSON.stringify(before) === JSON.stringify(this.exported) } : {};
      }
      case "import": {
        let { charters, journal } = this.exported;
        for (const [from, to] of about ?? []) {
          if (!journal.includes(from)) throw new Error(from);
          journal = from ? journal.replaceAll(from, to) : to + journal;
        }
        return { count: (await its.import(body, { charters, journal })).count };
      }
      case "import_files": {
        const charters = [await this.source(about.charter)];
        return { count: (await its.import(body, { charters, journal: await this.text(about.journal) })).count };
      }
      case "upgrade":
        return { count: (await its.upgrade(body)).count };
      default:
        throw new Error(`nobody can \`${what}\``);
    }
  }

  /** Puts another row in the place of an entry, or none, past the store. */
  past(body, no, change) {
    return this.entries((entries) => {
      if (change) entries.get([body, no]).onsuccess = ({ target }) => entries.put(change(target.result));
      else entries.delete([body, no]);
    });
  }

  /** Puts the journal of another body in the place of a body's, past the store. */
  replace(body, by) {
    const of = (name) => IDBKeyRange.bound([name, 0], [name, Infinity]);
    return this.entries((entries) => {
      entries.delete(of(body));
      entries.getAll(of(by)).onsuccess = ({ target }) => target.result.forEach((it) => entries.put({ ...it, body }));
    });
  }

  entries(work) {
    return new Promise((done, failed) => {
      const request = indexedDB.open(this.database);
      request.onerror = failed;
      request.onsuccess = () => {
        const all = request.result.transaction("entry", "readwrite");
        work(all.objectStore("entry"));
        all.onabort = failed;
        all.oncomplete = () => done(request.result.close());
      };
    });
  }
}

const same = (one, other) => {
  if (typeof one !== "object" || one === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((it) => same(one[it], other[it]));
};

/** Runs every case; what is not as it says is in the list. */
export async function runCases(cases, given) {
  const wrong = [];
  for (const [ix, { name, steps }] of cases.entries()) {
    const hosts = new Hosts(`case-${ix}`, given);
    for (const [at, { then, ...step }] of steps.entries()) {
      const found = await hosts.does(step);
      if (!same(found, then)) wrong.push({ name, step: at + 1, then, found });
    }
    for (const it of hosts.stores.values()) it.close();
  }
  return wrong;
}

/** Enters matters of its own, and as many that every other page tries as well: how many of each were entered, and how often another was first. */
export async function race({ library, store }, database, own, count) {
  const its = await store.open(database);
  const held = await its.open("dogs");
  const matter = (item) => ({ act: { ...TITLE, item }, by: "p2", at: "2022-05-09T09:00:00+08:00" });
  let [mine, shared] = [0, 0];
  for (let ix = 0; ix < count; ix++) {
    await held.perform({ ...matter(`${own}-${ix}`), key: `${own}-${ix}` });
    await held.perform({ ...matter(`${own}-${ix}`), key: `${own}-${ix}` });
    mine++;
    try {
      await held.perform(matter(`shared-${ix}`));
      shared++;
    } catch (why) {
      if (!(why instanceof library.Refused)) throw why;
    }
  }
  its.close();
  return { mine, shared, conflicts: held.conflicts };
}

/**
 * What becomes of a body that is removed: by whom does not know how far it reaches, nothing; then it is gone, with its head and from
 * the list, whoever holds it enters nothing more, and another of its name begins anew.
 */
export async function removal({ library, store, charter }, database, founding) {
  const its = await store.open(database);
  const source = { json: await charter("nankai-dog-2022") };
  const kind = async (what) => {
    try {
      await what();
      return "done";
    } catch (why) {
      if (!(why instanceof store.StoreError)) throw why;
      return why.kind;
    }
  };
  const names = async () => {
    const found = [];
    for await (const it of its.bodies()) found.push(it);
    return found;
  };
  await its.create("dogs", source);
  await its.create("cats", source);
  const held = await its.open("dogs");
  const before = held.head;
  await held.perform(founding);
  const { journal } = await its.export("dogs");
  const told = {
    stale: await kind(() => its.remove("dogs", before)),
    kept: (await its.export("dogs")).journal === journal,
    removed: await kind(() => its.remove("dogs", held.head)),
    again: await kind(() => its.remove("dogs", held.head)),
    opened: await kind(() => its.open("dogs")),
    held: await kind(() => held.perform({ act: { ...TITLE, item: "i1" }, by: "p2", at: "2022-05-09T09:00:00+08:00" })),
    names: await names(),
    unknown: await kind(() => its.remove("birds", before)),
  };
  await its.create("dogs", source);
  told.anew = (await its.open("dogs")).head.count;
  its.close();
  const reader = await store.open(database, { readOnly: true });
  told.reader = await kind(() => reader.remove("dogs", before));
  reader.close();
  return told;
}
