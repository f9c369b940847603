// The storyboard's contact sheet: cards in a wrapping grid under the strip of time; what is done goes to Python in order.
const SHEETS = new WeakMap();
const EMPTY = {
  frames: 0, duration: "", camera: "", picture: "", narration: "", on_screen_text: "", sound: "", picture_id: null,
};
const UNKNOWN_MARGIN = 80;
const SECONDS = /^\s*(\d+(?:\.\d+)?)\s*(?:s|秒)?\s*$/;

// What is on its way to Python already stands on the page; a new shot as an empty card that takes words at once.
const LAID_OVER = {
  bin: (shots, place) => shots.splice(place, 1),
  add: (shots, place, deed) => shots.splice(placeOf(shots, deed.before), 0, { ...coming(deed), id: deed.shot, isBlank: true }),
  duplicate: (shots, place, deed) => shots.splice(place + 1, 0, coming(deed, shots[place])),
  split: (shots, place, deed) => shots.splice(place + 1, 0, coming(deed, { ...shots[place], frames: 0 })),
  move(shots, place, { before }) {
    const [shot] = shots.splice(place, 1);
    shots.splice(placeOf(shots, before), 0, shot);
  },
  edit(shots, place, { field, value }, fps) {
    const seconds = field === "duration" && SECONDS.exec(value);
    if (seconds) shots[place] = { ...shots[place], duration: value, frames: Math.max(1, Math.round(seconds[1] * fps)) };
  },
};

function laidOver({ shots, fps }, pending) {
  const arranged = [...shots];
  for (const deed of pending) {
    const place = arranged.findIndex((shot) => shot.id === deed.shot);
    if (place >= 0 || deed.kind === "add") LAID_OVER[deed.kind]?.(arranged, place, deed, fps);
  }
  return arranged;
}

function placeOf(shots, before) {
  const place = shots.findIndex(({ id }) => id === before);
  return place < 0 ? shots.length : place;
}

function coming({ number }, like = {}) {
  return { ...EMPTY, ...like, id: `coming-${number}`, name: "…", rev: 0, claims: [], notes: [], isComing: true };
}

class Sheet {
  constructor(root, episode) {
    this.root = root;
    this.cards = new Map();
    this.outbox = new SheetOutbox(`blindspot-storyboard-${episode}`);
    this.outbox.told = () => this.tell();
    this.strip = root.querySelector(".strip");
    this.list = root.querySelector(".cards");
    this.menu = root.querySelector(".menu");
    this.state = root.querySelector(".state");
    this.safe = root.querySelector(".safe-switch input");
    this.safe.onchange = () => root.classList.toggle("no-safe", !this.safe.checked);
    this.end = this.button("end", "", () => this.add(null));
    this.endCell = make("li", "cell");
    this.endCell.dataset.last = "";
    this.endCell.append(this.end);
    this.leaving = () => this.leave();
    this.pictured = () => this.cards.forEach((card) => card.showImage());
    this.typed = (event) => this.type(event);
    addEventListener("pagehide", this.leaving);
    addEventListener("keydown", this.typed);
    addEventListener("blindspot-pictures", this.pictured);
    this.drag = draggable(root, {
      move: (id, _, before) => this.act("move", { shot: id, before }),
      open: (id) => this.act("open", { shot: id }),
      // a move is told after this; what came from Python meanwhile is drawn then
      end: () => queueMicrotask(() => this.draw()),
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
    const frame = JSON.stringify({ ...data, shots: 0, ack: 0, focus: 0 });
    this.data = data;
    const saved = this.outbox.hear(data.ack);
    for (const { shot, coming, rev } of saved) if (coming) this.name(coming, shot, rev);
    if (saved.length) for (const card of this.cards.values()) for (const field of card.fields) field.hear(saved);
    if (frame !== this.frame) this.drawFrame(data);
    this.frame = frame;
    this.draw();
    if (data.focus && data.focus !== this.focused) this.go(data.focus);
    this.focused = data.focus;
  }

  drawFrame({ width, height, safe, labels }) {
    const { style, classList } = this.root;
    style.setProperty("--ratio", width / height);
    style.setProperty("--card", width > height ? "15rem" : width === height ? "11rem" : "8.9rem");
    for (const side of ["left", "top", "right", "bottom"]) style.setProperty(`--${side}`, `${(safe?.[side] ?? UNKNOWN_MARGIN) / 10}%`);
    classList.toggle("unknown-safe", !safe);
    const [word, basis] = this.root.querySelectorAll(".safe-switch span");
    word.textContent = labels.safe;
    basis.textContent = safe?.label ?? "";
    basis.title = safe?.basis ?? "";
    this.end.replaceChildren(make("b", "", "+"), make("span", "", labels.add));
  }

  draw() {
    if (this.drag.isBusy()) return;
    const shots = laidOver(this.data, this.outbox.pending);
    const ids = new Set(shots.map((shot) => shot.id));
    for (const [id, card] of this.cards)
      if (!ids.has(id)) {
        card.cell.remove();
        this.cards.delete(id);
      }
    let next = this.list.firstElementChild;
    for (const shot of shots) {
      const card = this.cards.get(shot.id) ?? new Card(this, shot.id);
      this.cards.set(shot.id, card);
      card.show(shot, this.data);
      if (card.cell === next) next = next.nextElementSibling;
      else this.list.insertBefore(card.cell, next);
    }
    if (this.list.lastElementChild !== this.endCell) this.list.append(this.endCell);
    drawStrip(this.strip, { ...this.data, shots }, (id) => this.go(id));
    this.tell();
  }

  tell() {
    const { labels } = this.data ?? {};
    if (!labels) return;
    const { isLate, pending } = this.outbox;
    const word = isLate ? "late" : pending.length ? "saving" : this.data.waits ? "waits" : "saved";
    this.state.textContent = labels[word];
    this.state.classList.toggle("late", isLate || word === "waits");
  }

  act(kind, more) {
    const cell = kind === "bin" ? this.cards.get(more.shot)?.cell : undefined;
    const neighbour = cell?.nextElementSibling?.dataset.item ? cell.nextElementSibling : cell?.previousElementSibling;
    this.outbox.put({ kind, ...more });
    if (kind in LAID_OVER) this.draw();
    neighbour?.focus({ preventScroll: true });
  }

  // what is typed next goes into the new card, not to the button, which a blank would press again
  add(before) {
    const shot = `coming-${Math.random().toString(36).slice(2)}`;
    this.act("add", { shot, before });
    const card = this.cards.get(shot);
    card?.element.scrollIntoView({ behavior: "smooth", block: "nearest" });
    card?.texts[0].element.focus({ preventScroll: true });
  }

  name(coming, shot, rev) {
    const card = this.cards.get(coming);
    if (!card) return;
    this.cards.delete(coming);
    this.cards.set(shot, card);
    card.become(shot, rev);
  }

  go(id) {
    const card = this.cards.get(id);
    card?.element.scrollIntoView({ behavior: "smooth", block: "nearest" });
    if (!this.isTyping) card?.cell.focus({ preventScroll: true });
  }

  get isTyping() {
    return Boolean(this.root.getRootNode().activeElement?.isContentEditable);
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

  // where one is typing, the keys are the browser's own: a field does not let them through
  type(event) {
    const [target] = event.composedPath();
    if (target !== document.body && !this.root.contains(target)) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === "z") this.act(event.shiftKey ? "redo" : "undo");
    else if (isCommand && key === "y") this.act("redo");
    else if (key === "delete" && target.dataset.item) this.act("bin", { shot: target.dataset.item });
    else return;
    event.preventDefault();
  }

  leave() {
    for (const card of this.cards.values()) for (const field of card.fields) field.send();
    this.outbox.keep();
  }

  close() {
    this.leave();
    removeEventListener("pagehide", this.leaving);
    removeEventListener("keydown", this.typed);
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
