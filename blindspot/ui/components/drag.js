// Ordering by hand, within and between lists: mouse, touch (long press, or at once on a handle) and keyboard.
//
// A list carries data-list="id", and data-flow="grid" where it wraps; an item carries data-item="id" and tabindex="0";
// [data-handle] in an item lifts it at the first touch; [data-last] in a list stays behind every item.
// on.move(item, list, before): ids of what was moved, of its list and of the item that follows it now, null at the end;
// the element stands there already. on.open(item): a click, a tap or Enter. A component calls draggable(root, on) at
// every redraw; while isBusy() it leaves the items alone, and catches up at on.end().
const LIFT_DISTANCE = 5;
const LONG_PRESS = 350;
const SCROLL_EDGE = 48;
const SCROLL_STEP = 12;
const CONTROLS = "button, a, input, textarea, select, label, [contenteditable]";

function draggable(root, on) {
  root.dragging ??= installDragging(root);
  root.dragging.on = on;
  return root.dragging;
}

function installDragging(root) {
  const self = { on: {}, isBusy: () => Boolean(held?.ghost) };
  let held = null;

  const itemsOf = (list) => [...list.querySelectorAll(":scope > [data-item]")];
  const listOf = (item) => item.closest("[data-list]");
  const tell = (item) => {
    const list = listOf(item);
    const items = itemsOf(list);
    self.on.move?.(item.dataset.item, list.dataset.list, items[items.indexOf(item) + 1]?.dataset.item ?? null);
  };
  const put = (item, list, next) => {
    const before = next ?? list.querySelector(":scope > [data-last]");
    if (item.parentNode !== list || item.nextElementSibling !== before) list.insertBefore(item, before);
  };

  function press(event) {
    const item = event.target.closest("[data-item]");
    const handle = event.target.closest("[data-handle]");
    if (held || !item || event.button !== 0 || (!handle && event.target.closest(CONTROLS))) return;
    const isMouse = event.pointerType === "mouse";
    held = { item, isMouse, id: event.pointerId, x: event.clientX, y: event.clientY };
    held.start = { x: held.x, y: held.y, list: listOf(item), next: item.nextElementSibling };
    if (!isMouse) held.timer = setTimeout(lift, handle ? 0 : LONG_PRESS);
    listen("addEventListener");
  }

  function listen(change) {
    window[change]("pointermove", follow);
    window[change]("pointerup", release);
    window[change]("pointercancel", cancel);
    window[change]("keydown", escape, true);
  }

  function follow(event) {
    if (event.pointerId !== held.id) return;
    held.x = event.clientX;
    held.y = event.clientY;
    const way = Math.hypot(held.x - held.start.x, held.y - held.start.y);
    if (!held.ghost && way > LIFT_DISTANCE) {
      // A finger that moves before the press was long scrolls.
      if (!held.isMouse) return end();
      lift();
    }
    if (held.ghost) carry();
  }

  function lift() {
    const box = held.item.getBoundingClientRect();
    const ghost = held.item.cloneNode(true);
    ghost.removeAttribute("data-item");
    ghost.setAttribute("aria-hidden", "true");
    ghost.classList.add("ghost");
    Object.assign(ghost.style, { position: "fixed", left: 0, top: 0, margin: 0, zIndex: 1000, pointerEvents: "none" });
    Object.assign(ghost.style, { width: `${box.width}px`, height: `${box.height}px`, boxSizing: "border-box" });
    root.append(ghost);
    // An ancestor with a transform moves what is fixed: measure where it came to stand.
    const origin = ghost.getBoundingClientRect();
    held.grip = { x: held.start.x - box.left + origin.left, y: held.start.y - box.top + origin.top };
    held.ghost = ghost;
    held.item.classList.add("placeholder");
    root.classList.add("dragging");
    window.getSelection()?.removeAllRanges();
    carry();
    scroll();
  }

  function carry() {
    held.ghost.style.transform = `translate(${held.x - held.grip.x}px, ${held.y - held.grip.y}px)`;
    const list = listAt(held.x, held.y);
    if (!list) return;
    const next = itemsOf(list).find((item) => item !== held.item && isAhead(item.getBoundingClientRect(), list));
    put(held.item, list, next);
  }

  function isAhead(box, list) {
    if (list.dataset.flow !== "grid") return held.y < box.top + box.height / 2;
    return held.y < box.top || (held.y <= box.bottom && held.x < box.left + box.width / 2);
  }

  function listAt(x, y) {
    const boxes = [...root.querySelectorAll("[data-list]")].map((list) => [list, list.getBoundingClientRect()]);
    const across = boxes.filter(([, box]) => x >= box.left && x <= box.right);
    return (across.find(([, box]) => y >= box.top && y <= box.bottom) ?? (across.length === 1 ? across[0] : []))[0];
  }

  function scroll() {
    if (!held?.ghost) return;
    for (let node = listOf(held.item); node; node = node.parentElement ?? node.getRootNode().host) {
      const box = node.getBoundingClientRect();
      if (node.scrollHeight > node.clientHeight) node.scrollTop += pull(held.y, box.top, box.bottom);
      if (node.scrollWidth > node.clientWidth) node.scrollLeft += pull(held.x, box.left, box.right);
    }
    carry();
    requestAnimationFrame(scroll);
  }

  function pull(at, from, to) {
    const start = Math.max(from, 0);
    if (at < start + SCROLL_EDGE) return -SCROLL_STEP;
    return at > to - SCROLL_EDGE ? SCROLL_STEP : 0;
  }

  function release(event) {
    if (event.pointerId !== held.id) return;
    const { item, start, ghost } = held;
    end();
    if (!ghost) self.on.open?.(item.dataset.item);
    else if (listOf(item) !== start.list || item.nextElementSibling !== start.next) tell(item);
    item.focus({ preventScroll: true });
    self.on.end?.();
  }

  function cancel() {
    if (held.ghost) held.start.list.insertBefore(held.item, held.start.next);
    end();
    self.on.end?.();
  }

  function escape(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cancel();
  }

  function end() {
    clearTimeout(held.timer);
    held.ghost?.remove();
    held.item.classList.remove("placeholder");
    root.classList.remove("dragging");
    listen("removeEventListener");
    held = null;
  }

  function type(event) {
    const item = event.target;
    if (!item.matches("[data-item]")) return;
    if (event.key === "Enter") self.on.open?.(item.dataset.item);
    else if (!event.key.startsWith("Arrow")) return;
    else if (event.ctrlKey || event.altKey || event.metaKey) step(item, event.key);
    else neighbour(item, event.key)?.focus();
    event.preventDefault();
  }

  function step(item, key) {
    const [list, index] = goal(item, key);
    if (!list) return;
    const others = itemsOf(list).filter((other) => other !== item);
    if (listOf(item) === list && itemsOf(list).indexOf(item) === index) return;
    put(item, list, others[index]);
    item.focus();
    tell(item);
  }

  function neighbour(item, key) {
    const [list, index] = goal(item, key);
    return list && (itemsOf(list)[index] ?? itemsOf(list).at(-1));
  }

  function goal(item, key) {
    const list = listOf(item);
    const items = itemsOf(list);
    const forward = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const isAcross = key === "ArrowLeft" || key === "ArrowRight";
    const isGrid = list.dataset.flow === "grid";
    const index = items.indexOf(item);
    if (isAcross && !isGrid) {
      const lists = [...root.querySelectorAll("[data-list]")];
      return [lists[lists.indexOf(list) + forward], index];
    }
    const top = items[0].getBoundingClientRect().top;
    const row = isGrid && !isAcross ? items.filter((one) => one.getBoundingClientRect().top === top).length : 1;
    return [list, Math.max(0, Math.min(items.length - 1, index + forward * row))];
  }

  root.addEventListener("pointerdown", press);
  root.addEventListener("keydown", type);
  root.addEventListener("dragstart", (event) => event.preventDefault());
  root.addEventListener("contextmenu", (event) => held && !held.isMouse && event.preventDefault());
  // Has to stand before the touch begins, else the browser scrolls and takes the finger away.
  root.addEventListener("touchmove", (event) => held?.ghost && event.preventDefault(), { passive: false });
  return self;
}
