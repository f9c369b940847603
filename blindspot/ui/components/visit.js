// Remembers in this tab that an edit waits for a decision, so that a page opened anew finds it again; and sends what
// stands in a field when the page is left, as Streamlit sends it only when the field is left.
const KEPT = "blindspot-visit";

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.host ?? parentElement;
  const box = host.closest("[data-testid=stElementContainer], [data-testid=element-container]");
  if (box) box.style.position = "absolute";
  if (!globalThis.blindspotLeaving) {
    globalThis.blindspotLeaving = () => document.activeElement?.blur();
    addEventListener("beforeunload", globalThis.blindspotLeaving);
  }
  const kept = sessionStorage.getItem(KEPT);
  if (kept && kept !== data.visit && kept !== data.former) setTriggerValue("former", kept);
  else if (data.waits) sessionStorage.setItem(KEPT, data.visit);
  else sessionStorage.removeItem(KEPT);
}
