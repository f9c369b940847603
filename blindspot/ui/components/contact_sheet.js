// The storyboard's contact sheet: cards in a wrapping grid under the strip of time; what is done goes to Python in order.
const SHEETS = new WeakMap();

class Sheet {
  constructor(root, episode) {
    this.root = root;
    this.cards = new Map();
    this.outbox = new Outbox(`blindspot-storyboard-${episode}`);
    this.outbox.told = () => this.tell();
    this.strip = root.querySelector(".strip");
    this.list = root.querySelector(".cards");
    this.menu = root.querySelector(".menu");
    this.state = root.querySelector(".state");
    this.safe = root.querySelector(".safe-switch input");
    this.safe.onchange = () => root.classList.toggle("no-safe", !this.safe.checked);
    this.end = this.button("end", "", () => this.act("add", { before: null }));
    this.endCell = make("li", "cell");
    this.endCell.dataset.last = "";
    this.endCell.append(this.end);
    this.leaving = () => this.leave();
    this.pictured = () => this.cards.forEach((card) => card.showImage());
    addEventListener("pagehide", this.leaving);
    addEventListener("blindspot-pictures", this.pictured);
    this.drag = draggable(root, {
      move: (id, _, before) => this.move(id, before),
      open: (id) => this.act("open", { shot: id }),
      // a move is told after this; what came from Python meanwhile is drawn then
      end: () => queueMicrotask(() => this.show(this.data)),
    });
  }

  button(className, text, act) {
    const button = make("button", className, text);
    button.type = "button";
    button.onclick = (event) => {
      event.stopPropagation();
      act();
    };
    return button;
  }

  show(data) {
    this.data = data;
    const saved = this.outbox.hear(data.ack);
    const { shots, labels } = data;
    this.root.style.setProperty("--ratio", data.width / data.height);
    this.root.style.setProperty("--card", data.width > data.height ? "15rem" : data.width === data.height ? "11rem" : "8.9rem");
    for (const side of ["left", "top", "right", "bottom"])
      this.root.style.setProperty(`--${side}`, `${(data.safe?.[side] ?? 0) / 10}%`);
    this.root.classList.toggle("unknown-safe", !data.safe);
    this.root.querySelector(".safe-switch span").textContent = labels.safe;
    this.end.replaceChildren(make("b", "", "+"), make("span", "", labels.add));
    const ids = new Set(shots.map((shot) => shot.id));
    for (const [id, card] of this.cards)
      if (!ids.has(id)) {
        card.cell.remove();
        this.cards.delete(id);
      }
    const isMoving = this.drag.isBusy() || this.outbox.pending.some((deed) => deed.kind === "move");
    shots.forEach((shot, place) => {
      const card = this.cards.get(shot.id) ?? new Card(this, shot.id);
      this.cards.set(shot.id, card);
      for (const field of card.fields) field.hear(saved);
      card.show(shot, data);
      if (!isMoving && this.list.children[place] !== card.cell) this.list.insertBefore(card.cell, this.list.children[place] ?? null);
    });
    this.list.append(this.endCell);
    drawStrip(this.strip, data, (id) => this.go(id));
    this.tell();
    if (data.focus && data.focus !== this.focused) this.go(data.focus);
    this.focused = data.focus;
  }

  tell() {
    const { labels } = this.data ?? {};
    if (!labels) return;
    const words = this.outbox.isLate ? labels.late : this.outbox.pending.length ? labels.saving : labels.saved;
    this.state.textContent = words;
    this.state.classList.toggle("late", this.outbox.isLate);
  }

  act(kind, more) {
    this.outbox.put({ kind, ...more });
  }

  move(id, before) {
    this.act("move", { shot: id, before });
    const shots = this.data.shots.filter((shot) => shot.id !== id);
    const place = before ? shots.findIndex((shot) => shot.id === before) : shots.length;
    shots.splice(place, 0, this.cards.get(id).shot);
    drawStrip(this.strip, { ...this.data, shots }, (one) => this.go(one));
  }

  go(id) {
    const card = this.cards.get(id);
    card?.element.scrollIntoView({ behavior: "smooth", block: "nearest" });
    card?.element.focus({ preventScroll: true });
  }

  openMenu(card) {
    const { labels } = this.data;
    const of = (kind) => () => {
      this.menu.hidePopover();
      this.act(kind, { shot: card.id });
    };
    const items = [["open", labels.edit], ["duplicate", labels.duplicate], ["split", labels.split], ["bin", labels.bin]];
    this.menu.replaceChildren(...items.map(([kind, words]) => this.button("", words, of(kind))));
    this.menu.showPopover();
    const at = card.more.getBoundingClientRect();
    const width = this.menu.offsetWidth;
    this.menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
    this.menu.style.top = `${Math.min(at.bottom + 4, innerHeight - this.menu.offsetHeight - 8)}px`;
    this.menu.querySelector("button").focus();
  }

  leave() {
    for (const card of this.cards.values()) for (const field of card.fields) field.send();
    this.outbox.keep();
  }

  close() {
    this.leave();
    removeEventListener("pagehide", this.leaving);
    removeEventListener("blindspot-pictures", this.pictured);
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".sheet");
  let sheet = SHEETS.get(root);
  const isNew = !sheet || sheet.data.episode !== data.episode;
  if (isNew) {
    sheet?.close();
    root.querySelector(".cards").replaceChildren();
    sheet = new Sheet(root, data.episode);
    SHEETS.set(root, sheet);
  }
  sheet.outbox.post = (batch) => setStateValue("sent", batch);
  sheet.show(data);
  if (isNew) sheet.outbox.resume();
  return () => {
    sheet.close();
    SHEETS.delete(root);
  };
}
