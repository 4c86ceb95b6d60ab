// Small helps for the scripts that mend Tasklist's and form-js's elements.

/** Sets an attribute, or takes it away for null, and touches nothing that is right already. */
export function set(element, name, value) {
  if (value === null) {
    if (element.hasAttribute(name)) {
      element.removeAttribute(name);
    }
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** The element's words, without line breaks; empty for none. */
export const words = (element) => (element ? element.textContent.replace(/\s+/g, ' ').trim() : '');

let ids = 0;

/** The element's id, a new one if it has none. */
export function idOf(element) {
  if (element.id === '') {
    ids += 1;
    element.id = `rede-info-${ids}`;
  }
  return element.id;
}
