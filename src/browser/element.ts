/**
 * Makes an element.
 * @param name - its tag
 * @param properties - what to set of it
 * @param children - what it holds
 * @returns the element, nowhere yet
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
