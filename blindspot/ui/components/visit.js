// Remembers in this tab that an edit waits for a decision, so that a page opened anew finds it again. Streamlit sends what
// stands in a field when that is left: the browser asks before it leaves the page with a text that was not sent.
const KEPT = "blindspot-visit";

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.host ?? parentElement;
  const box = host.closest("[data-testid=stElementContainer], [data-testid=element-container]");
  if (box) box.style.display = "none";
  watchLeaving();
  const kept = sessionStorage.getItem(KEPT);
  if (kept && kept !== data.visit && kept !== data.former) setTriggerValue("former", kept);
  else if (data.waits) sessionStorage.setItem(KEPT, data.visit);
  else sessionStorage.removeItem(KEPT);
}

function watchLeaving() {
  if (globalThis.blindspotLeaving) return;
  let entered;
  globalThis.blindspotLeaving = (event) => {
    const value = document.activeElement?.value;
    if (value !== undefined && value !== entered) event.preventDefault();
  };
  addEventListener("focusin", ({ target }) => (entered = target.value));
  addEventListener("beforeunload", globalThis.blindspotLeaving);
}
