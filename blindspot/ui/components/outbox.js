// Deeds wait here until Python says that they are done: one batch on the way at a time, sent again where it got lost.
const AGAIN_MS = 4000;
const TRIES = 3;
const REVIVED_MS = 60000;

class Outbox {
  // `join(last, deed)` takes a deed into the last one that waits and says whether it did
  constructor(name, join) {
    this.token = Math.random().toString(36).slice(2);
    this.name = name;
    this.join = join;
    this.number = 0;
    this.attempts = 0;
    this.waiting = [];
    this.sent = [];
    this.post = () => {};
    this.told = () => {};
    this.leave = () => {};
    this.isLate = false;
    this.tries = 0;
  }

  get pending() {
    return [...this.sent, ...this.waiting];
  }

  put(deed) {
    const last = this.waiting.at(-1);
    if (!last || !this.join(last, deed)) this.waiting.push({ ...deed, number: ++this.number });
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

  // A server that was started anew may not know this drawing of the page and pass over all that it sends: where it
  // answers, but to nothing sent since, the page is opened again, and what waits goes out then.
  async revive() {
    const key = `${this.name}_revived`;
    if (Date.now() - Number(sessionStorage.getItem(key)) < REVIVED_MS) return;
    const answer = await fetch(new URL("/_stcore/health", location.origin)).catch(() => null);
    const wasThere = this.isThere;
    this.isThere = Boolean(answer?.ok);
    if (!wasThere || !this.isThere || !this.pending.length) return;
    sessionStorage.setItem(key, Date.now());
    this.leave();
    location.reload();
  }

  // returns whether the batch that is on the way is done
  hear({ token, number }) {
    if (token !== this.token || !this.sent.length || number < this.sent.at(-1).number) return false;
    this.sent = [];
    this.isLate = false;
    this.tries = 0;
    clearTimeout(this.timer);
    return true;
  }
}
