// Keeps what is typed: at once in this browser, after a pause in the database; after a reload what was not sent goes out.
// A text is known by its field's name; with it go the texts that stood there as far as one has seen, so that Python can
// tell one's own former words from another's.
const PAUSE_MS = 600;
const LEFT_MS = 60;
const PATIENCE_MS = 5000;
const ANSWER_MS = 400;
const REMEMBERED = 30;
const VISIT = "blindspot-visit";
const TAB = "blindspot-tab";

class Keeper {
  constructor() {
    this.fields = new Map();
    this.classes = new Map();
    this.states = new Set();
    this.timers = new Map();
    this.asked = new Map();
    this.others = new Set();
    this.unwritten = new Map();
    this.gone = {};
    this.waiting = [];
    this.unsent = 0;
    this.said = "";
    this.outbox = new Outbox("blindspot-keeper", joinTexts);
    this.outbox.told = () => this.tell();
    this.tab = sessionStorage.getItem(TAB) ?? this.newTab();
    this.channel = new BroadcastChannel("blindspot-keeper");
    this.channel.onmessage = ({ data }) => this.answer(data);
    addEventListener("input", (event) => this.typed(event));
    addEventListener("compositionend", (event) => this.typed(event));
    addEventListener("focusout", ({ target }) => this.left(target));
    addEventListener("visibilitychange", () => document.hidden && this.sendAll());
    addEventListener("pagehide", () => this.sendAll());
    addEventListener("offline", () => this.tell());
    addEventListener("online", () => this.tell());
  }

  newTab() {
    const name = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
    sessionStorage.setItem(TAB, name);
    return name;
  }

  // of the entries in this browser: those of this database and person
  entries() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(this.place));
    return names.map((name) => [name.slice(this.place.length), JSON.parse(localStorage.getItem(name))]);
  }

  entry(id) {
    return JSON.parse(localStorage.getItem(this.place + id)) ?? this.unwritten.get(id) ?? null;
  }

  // a browser's room may be full, or closed to pages: the text is sent all the same
  write(id, entry) {
    this.unwritten.delete(id);
    try {
      localStorage.setItem(this.place + id, JSON.stringify(entry));
    } catch {
      localStorage.removeItem(this.place + id);
      this.unwritten.set(id, entry);
    }
  }

  forget(id) {
    this.unwritten.delete(id);
    localStorage.removeItem(this.place + id);
  }

  // what Python drew: fields by name, texts that went into something new, what waits for a decision
  hand({ fields, gone, waiting, visit, former, waits, said }) {
    for (const [id, field] of Object.entries(fields)) {
      const known = this.fields.get(id);
      if (known) this.classes.delete(known.class);
      this.classes.set(field.class, id);
      this.fields.set(id, { ...field, was: known && this.isBusy(id) ? known.was : [field.text] });
    }
    this.waiting = waiting;
    if (said) this.said = said;
    this.visit = { visit, former, waits };
    Object.assign(this.gone, gone);
    this.catchUp();
  }

  // the part of the page that hands fields may be drawn before the one that serves them, or after it
  catchUp() {
    if (!this.place || !this.visit) return;
    for (const [id, text] of Object.entries(this.gone)) if (this.entry(id)?.text.trim() === text.trim()) this.forget(id);
    for (const [id, entry] of this.entries()) if (entry.waits === this.outbox.token && !this.waiting.includes(id)) this.forget(id);
    this.rememberVisit();
    this.resume();
    this.tell();
  }

  // an edit that waits for a decision is found again by a page opened anew in this tab
  rememberVisit() {
    const { visit, former, waits } = this.visit ?? {};
    const kept = sessionStorage.getItem(VISIT);
    if (kept && kept !== visit && kept !== former) this.takeOver(kept);
    else if (waits) sessionStorage.setItem(VISIT, visit);
    else if (visit) sessionStorage.removeItem(VISIT);
  }

  serve({ place, labels, ack }, post, takeOver) {
    this.place = place;
    this.labels = labels;
    this.outbox.post = post;
    this.takeOver = takeOver;
    if (this.outbox.hear(ack)) {
      for (const { id, text, outcome } of ack.done) this.done(id, text, outcome);
      this.said = ack.said || this.said;
      this.outbox.flush();
    }
    this.catchUp();
  }

  done(id, text, outcome) {
    const entry = this.entry(id);
    if (entry?.text !== text) return;
    if (outcome === "waits") {
      this.waiting.push(id);
      this.write(id, { ...entry, waits: this.outbox.token });
    } else if (outcome !== "draft" && outcome !== "unknown") this.forget(id);
  }

  fieldOf(target) {
    const box = target.closest?.("[class*=st-key-]");
    const name = box && [...box.classList].find((one) => this.classes.has(one));
    return name && this.classes.get(name);
  }

  typed(event) {
    const id = this.place && this.fieldOf(event.target);
    if (!id || event.target.value === undefined) return;
    const { rev, was, isDraft, isWhole } = this.fields.get(id);
    const text = event.target.value;
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    if (isDraft) {
      if (text.trim()) this.write(id, { text, tab: this.tab });
      else this.forget(id);
      return;
    }
    this.write(id, { text, rev, was: was.slice(-REMEMBERED), tab: this.tab });
    const isComposing = event.isComposing && event.type !== "compositionend";
    if (isComposing || isWhole) this.timers.set(id, 0);
    else this.sendAfter(id, PAUSE_MS);
    this.tell();
  }

  left(target) {
    const id = this.place && target.closest && this.fieldOf(target);
    if (!id || !this.timers.has(id)) return;
    // Streamlit sends what is changed in one turn of the browser together, and draws the part of the first alone: the
    // field's own goes first
    this.sendAfter(id, LEFT_MS);
  }

  // What is sent while the page is being drawn cuts that drawing short, and what was to go from the page stays on it
  sendAfter(id, pause, until = Date.now() + PATIENCE_MS) {
    clearTimeout(this.timers.get(id));
    const send = () => (isDrawing() && Date.now() < until ? this.sendAfter(id, LEFT_MS, until) : this.send(id));
    this.timers.set(id, setTimeout(send, pause));
  }

  sendAll() {
    for (const id of [...this.timers.keys()]) this.send(id);
  }

  send(id) {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const entry = this.entry(id);
    const field = this.fields.get(id);
    if (!entry || !field) return;
    this.outbox.put({ id, text: entry.text, rev: entry.rev, was: entry.was, isResumed: false });
    field.was = [...field.was, entry.text].slice(-REMEMBERED);
  }

  // What an earlier page could not send, asked of every page once: not each knows each field. Where the tab that wrote it
  // is still open, that one sends it.
  resume() {
    const left = this.entries().filter(
      ([id, { waits }]) => !this.isAsked(id) && waits !== this.outbox.token && !this.isBusy(id),
    );
    if (!left.length) return;
    for (const [id] of left) this.asked.set(id, location.href);
    this.channel.postMessage({ ask: left.map(([, { tab }]) => tab) });
    this.unsent += left.length;
    setTimeout(() => {
      this.unsent -= left.length;
      left.forEach(([id]) => this.sendLeft(id));
      this.tell();
    }, ANSWER_MS);
  }

  sendLeft(id) {
    const entry = this.entry(id);
    if (!entry || this.isBusy(id) || this.others.has(entry.tab)) return;
    const { text, rev = 0, was = [] } = entry;
    this.write(id, { ...entry, tab: this.tab });
    this.outbox.put({ id, text, rev, was, isResumed: true });
    this.fields.get(id)?.was.push(text);
  }

  // a draft has nowhere to go: it is brought back once
  isAsked(id) {
    return id.startsWith("draft:") ? this.asked.has(id) : this.asked.get(id) === location.href;
  }

  isBusy(id) {
    return this.timers.has(id) || this.outbox.pending.some((deed) => deed.id === id);
  }

  // a tab that was duplicated has the name of the other until that one answers
  answer({ ask, here }) {
    if (ask?.includes(this.tab)) this.channel.postMessage({ here: this.tab });
    if (here) this.others.add(here);
    if (here === this.tab) this.tab = this.newTab();
  }

  tell() {
    if (!this.labels) return;
    const { isLate, pending } = this.outbox;
    const isBusy = pending.length > 0 || this.timers.size > 0 || this.unsent > 0;
    const word = (isLate || !navigator.onLine) && isBusy ? "late" : isBusy ? "saving" : this.waiting?.length ? "waits" : "";
    for (const state of this.states) {
      if (!state.isConnected) this.states.delete(state);
      state.textContent = word ? this.labels[word] : this.said || state.dataset.said;
      state.dataset.state = word || "saved";
    }
  }

  show(state, said) {
    state.dataset.said = said;
    this.states.add(state);
    this.tell();
    state.textContent ||= said;
  }
}

function isDrawing() {
  return document.querySelector("[data-test-script-state]:not([data-test-script-state=notRunning])") !== null;
}

function joinTexts(last, deed) {
  if (last.id !== deed.id || last.isResumed !== deed.isResumed) return false;
  last.text = deed.text;
  last.was = [...new Set([...last.was, ...deed.was])];
  return true;
}

globalThis.blindspotKeeper ??= new Keeper();

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const host = parentElement.host ?? parentElement;
  const keeper = globalThis.blindspotKeeper;
  if (data.kind === "state") {
    keeper.show(parentElement.querySelector("[role=status]"), data.said);
    return;
  }
  const box = host.closest("[data-testid=stElementContainer], [data-testid=element-container]");
  if (box) box.style.display = "none";
  if (data.kind === "fields") keeper.hand(data);
  else keeper.serve(data, (batch) => setStateValue("sent", batch), (former) => setTriggerValue("former", former));
}
