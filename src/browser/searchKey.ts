/** Has `/` lead to the search, unless the reader is typing. */
export function listenForSearchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const link = document.querySelector<HTMLAnchorElement>("a[data-search]");
    if (!link) return;
    event.preventDefault();
    location.assign(link.href);
  });
}
