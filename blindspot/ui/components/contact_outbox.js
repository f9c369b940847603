// The sheet's deeds on their way: edits of one text are one deed, and what a closed tab could not send waits in the browser.
class SheetOutbox extends Outbox {
  constructor(name) {
    super(name, joinEdits);
    this.leave = () => this.keep();
  }

  holds(shot, field) {
    return this.pending.some((deed) => deed.kind === "edit" && deed.shot === shot && deed.field === field);
  }

  // `saved` tells from which revision to which each edit took its shot; what waits is then based on the later one
  hear(ack) {
    if (!super.hear(ack)) return [];
    for (const deed of this.waiting) deed.rev = laterRev(deed, deed.rev, ack.saved);
    this.flush();
    return ack.saved;
  }

  keep() {
    if (this.pending.length) localStorage.setItem(this.name, JSON.stringify(this.pending));
  }

  resume() {
    const kept = JSON.parse(localStorage.getItem(this.name) ?? "[]");
    localStorage.removeItem(this.name);
    for (const deed of kept) this.put(deed);
  }
}

function joinEdits(last, deed) {
  const isSame = deed.kind === "edit" && last.kind === "edit" && last.shot === deed.shot && last.field === deed.field;
  if (isSame) last.value = deed.value;
  return isSame;
}

function laterRev({ shot, field }, rev, saved) {
  for (const edit of saved)
    if (edit.shot === shot && (edit.field === field || (edit.from === rev && edit.to === rev + 1))) rev = edit.to;
  return rev;
}
