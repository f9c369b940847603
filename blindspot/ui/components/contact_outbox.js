// Deeds wait here until Python says that they are stored: one batch on the way at a time, sent again where it got lost.
const AGAIN_MS = 4000;
const TRIES = 3;
const REVIVED_MS = 60000;

class Outbox {
  constructor(keptAs) {
    this.token = Math.random().toString(36).slice(2);
    this.keptAs = keptAs;
    this.number = 0;
    this.attempts = 0;
    this.waiting = [];
    this.sent = [];
    this.post = () => {};
    this.told = () => {};
    this.isLate = false;
    this.tries = 0;
  }

  get pending() {
    return [...this.sent, ...this.waiting];
  }

  holds(shot, field) {
    return this.pending.some((deed) => deed.kind === "edit" && deed.shot === shot && deed.field === field);
  }

  put(deed) {
    const last = this.waiting.at(-1);
    if (deed.kind === "edit" && last?.kind === "edit" && last.shot === deed.shot && last.field === deed.field)
      last.value = deed.value;
    else this.waiting.push({ ...deed, number: ++this.number });
    this.flush();
  }

  flush() {
    if (!this.sent.length && this.waiting.length) {
      this.sent = this.waiting;
      this.waiting = [];
      this.send();
    }
    this.told();
  }

  send() {
    this.post({ token: this.token, changes: this.sent, attempt: ++this.attempts });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isLate = true;
      this.told();
      if (++this.tries >= TRIES) this.revive();
      this.send();
    }, AGAIN_MS);
  }

  // A server that was started anew does not know this drawing of the page and passes over all that it sends: where it
  // answers at all, the page is opened again, and what waits goes out then.
  async revive() {
    const key = `${this.keptAs}_revived`;
    if (Date.now() - Number(sessionStorage.getItem(key)) < REVIVED_MS) return;
    const answer = await fetch(new URL("/_stcore/health", location.origin)).catch(() => null);
    if (!answer?.ok || !this.pending.length) return;
    sessionStorage.setItem(key, Date.now());
    this.keep();
    location.reload();
  }

  // `saved` tells from which revision to which each edit took its shot; what waits is then based on the later one
  hear({ token, number, saved }) {
    if (token !== this.token || !this.sent.length || number < this.sent.at(-1).number) return [];
    this.sent = [];
    this.isLate = false;
    this.tries = 0;
    clearTimeout(this.timer);
    for (const deed of this.waiting) deed.rev = laterRev(deed, deed.rev, saved);
    this.flush();
    return saved;
  }

  // what a closed tab could not send any more goes out when the page is next opened
  keep() {
    if (this.pending.length) localStorage.setItem(this.keptAs, JSON.stringify(this.pending));
  }

  resume() {
    const kept = JSON.parse(localStorage.getItem(this.keptAs) ?? "[]");
    localStorage.removeItem(this.keptAs);
    for (const deed of kept) this.put(deed);
  }
}

function laterRev({ shot, field }, rev, saved) {
  for (const edit of saved)
    if (edit.shot === shot && (edit.field === field || (edit.from === rev && edit.to === rev + 1))) rev = edit.to;
  return rev;
}
