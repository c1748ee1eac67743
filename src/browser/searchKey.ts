/** Has `/` lead to the search, unless the reader is typing. */
export function listenForSearchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const input = document.querySelector<HTMLElement>("form.search input");
    const link = document.querySelector<HTMLAnchorElement>("a[data-search]");
    if (!input && !link) return;
    event.preventDefault();
    if (input) input.focus();
    else location.assign(link!.href);
  });
}
