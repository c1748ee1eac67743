/* A strip that was open is open again after the page has reloaded. */
for (const strip of document.querySelectorAll("details[data-strip]")) {
  const key = "fangzhi-strip";
  strip.open = sessionStorage.getItem(key) === "open";
  strip.addEventListener("toggle", () => sessionStorage.setItem(key, strip.open ? "open" : "closed"));
}
