// Keeps the thumbnails in the browser for the cards and the animatic, so that an edit does not send them again.
export default function ({ data }) {
  const kept = (globalThis.blindspotPictures ??= new Map());
  for (const [id, address] of Object.entries(data.pictures)) kept.set(id, address);
  dispatchEvent(new Event("blindspot-pictures"));
}
