// Makes elements. Whatever comes from a server becomes text, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** el('p.soft', {title: 'x'}, 'text', node): class names after dots, properties or attributes, children. */
export function el(what, given = {}, ...children) {
  const [tag, ...classes] = what.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  return filled(node, given, children);
}

/** The same for a part of a drawing. */
export function svg(what, given = {}, ...children) {
  const [tag, ...classes] = what.split('.');
  const node = document.createElementNS(SVG, tag);
  if (classes.length) node.setAttribute('class', classes.join(' '));
  return filled(node, given, children);
}

function filled(node, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child != null && child !== false));
  return node;
}

/** Writes only what is new: most of what is shown each second is as it was. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node, name, value) {
  if (value == null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** Makes a node's children anew only when what they show is another. */
export function remade(node, shown, make) {
  const signature = JSON.stringify(shown ?? null);
  if (node.signature !== signature) {
    node.signature = signature;
    node.replaceChildren(...[make()].flat().filter(child => child != null && child !== false));
  }
}
