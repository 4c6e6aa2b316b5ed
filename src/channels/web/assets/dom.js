/** Building elements. Texts become text nodes, so nothing of an answer is ever read as HTML. */

/**
 * An element with attributes and children. `on…` attributes are listeners; null and false ones are
 * left out, and so are null children.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}
