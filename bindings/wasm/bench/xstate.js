/**
 * The same checks, with the stages kept by XState: an actor for each item, meeting, set of minutes, task and action. Each act on
 * one is an event sent to it, and what is noted of it is in its context; who may do it is asked before, as in the plain reducer.
 */

import { assign, createActor, createMachine } from "xstate";

import * as plain from "./plain.js";

const note = (change) => ({ actions: assign(change) });

const ITEM = createMachine({
  context: { positions: {} },
  initial: "proposed",
  states: {
    proposed: { on: { put: "on_agenda" } },
    on_agenda: { on: { discuss: "discussed", leaveOpen: "left_open" } },
    discussed: {
      on: {
        discuss: note({}),
        statePosition: note({
          positions: ({ context, event }) => ({ ...context.positions, [event.unit]: event.position }),
        }),
        revise: note({
          positions: ({ context }) =>
            Object.fromEntries(Object.entries(context.positions).filter(([, it]) => it === "object")),
        }),
        leaveOpen: "left_open",
        agree: "agreed",
        clarify: "clarified",
        hear: "heard",
      },
    },
    left_open: { on: { put: "on_agenda", discuss: "discussed", leaveOpen: note({}) } },
    agreed: {},
    clarified: {},
    heard: {},
  },
});

const MEETING = createMachine({
  context: ({ input }) => ({ chair: input.chair, present: {} }),
  initial: "convened",
  states: {
    convened: { on: { delegate: note({ chair: ({ event }) => event.person }), open: "open" } },
    open: {
      on: {
        attend: note({ present: ({ context, event }) => ({ ...context.present, ...event.present }) }),
        close: "closed",
      },
    },
    closed: {},
  },
});

const answers = {
  consent: note({ consents: ({ context, event }) => ({ ...context.consents, [event.unit]: true }) }),
  countersign: note({ signatures: ({ context, event }) => ({ ...context.signatures, [event.unit]: true }) }),
};

const MINUTES = createMachine({
  context: { consents: {}, signatures: {} },
  initial: "drafted",
  states: {
    drafted: { on: { ...answers, number: "numbered" } },
    numbered: { on: { ...answers, issue: "issued" } },
    issued: {},
  },
});

const TASK = createMachine({
  initial: "open",
  states: { open: { on: { complete: "done" } }, done: {} },
});

const ACTION = createMachine({
  initial: "planned",
  states: { planned: { on: { start: "running" } }, running: { on: { finish: "finished" } }, finished: {} },
});

/** Something that has an actor. */
class Thing {
  constructor(machine, input) {
    this.actor = createActor(machine, { input }).start();
  }

  get stage() {
    return this.actor.getSnapshot().value;
  }

  get context() {
    return this.actor.getSnapshot().context;
  }

  /** An event that leads nowhere leaves the very same snapshot: cheaper than to ask first with `can`. */
  send(event) {
    const before = this.actor.getSnapshot();
    this.actor.send(event);
    return this.actor.getSnapshot() !== before;
  }
}

class Item extends Thing {
  tasked = new Set();
  binds = new Set();

  constructor(isDecided, isReport) {
    super(ITEM);
    Object.assign(this, { isDecided, isReport });
  }

  get positions() {
    return this.context.positions;
  }

  put() {
    return this.send({ type: "put" });
  }

  discuss() {
    return this.send({ type: "discuss" });
  }

  statePosition(unit, position) {
    return this.send({ type: "statePosition", unit, position });
  }

  revise() {
    return this.send({ type: "revise" });
  }

  leaveOpen() {
    return this.send({ type: "leaveOpen" });
  }

  agree() {
    return this.send({ type: "agree" });
  }

  clarify() {
    return this.send({ type: "clarify" });
  }

  hear() {
    return this.send({ type: "hear" });
  }
}

class Meeting extends Thing {
  minutes = null;

  constructor(kind, units, agenda, chair, heldAt) {
    super(MEETING, { chair });
    Object.assign(this, { kind, units, agenda, heldAt });
  }

  get chair() {
    return this.context.chair;
  }

  get present() {
    return this.context.present;
  }

  delegate(person) {
    return this.send({ type: "delegate", person });
  }

  open() {
    return this.send({ type: "open" });
  }

  attend(present) {
    return this.send({ type: "attend", present });
  }

  close() {
    return this.send({ type: "close" });
  }
}

class Minutes extends Thing {
  constructor(meeting, items, asked) {
    super(MINUTES);
    Object.assign(this, { meeting, items, asked });
  }

  get consents() {
    return this.context.consents;
  }

  get signatures() {
    return this.context.signatures;
  }

  consent(unit) {
    return this.send({ type: "consent", unit });
  }

  countersign(unit) {
    return this.send({ type: "countersign", unit });
  }

  number() {
    return this.send({ type: "number" });
  }

  issue() {
    return this.send({ type: "issue" });
  }
}

class Task extends Thing {
  constructor(unit, due) {
    super(TASK);
    Object.assign(this, { unit, due });
  }

  complete() {
    return this.send({ type: "complete" });
  }
}

class Action extends Thing {
  constructor(units) {
    super(ACTION);
    this.units = units;
  }

  start() {
    return this.send({ type: "start" });
  }

  finish() {
    return this.send({ type: "finish" });
  }
}

export class Body extends plain.Body {
  kinds = { Item, Meeting, Minutes, Task, Action };
}
