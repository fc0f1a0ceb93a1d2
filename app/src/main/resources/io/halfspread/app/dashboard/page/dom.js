// Writing to the page, only where something changed.

export const at = (id) => document.getElementById(id);

export function text(id, value) {
  const node = typeof id === 'string' ? at(id) : id;
  const written = value == null ? '' : String(value);
  if (node.textContent !== written) {
    node.textContent = written;
  }
}

export function mark(id, name, on) {
  at(id).classList.toggle(name, Boolean(on));
}

/** A row of cells: each a text, or {text, n: right-aligned, mono, title, head, bad, span}. */
export function row(cells, name) {
  const tr = document.createElement('tr');
  if (name) {
    tr.className = name;
  }
  for (const cell of cells) {
    const is = cell !== null && typeof cell === 'object' ? cell : { text: cell };
    const node = document.createElement(is.head ? 'th' : 'td');
    if (is.head) {
      node.scope = 'row';
    }
    node.textContent = is.text == null ? '' : String(is.text);
    node.className = [is.n && 'n', is.mono && 'mono', is.bad && 'bad', is.empty && 'empty'].filter(Boolean).join(' ');
    if (is.title) {
      node.title = is.title;
    }
    if (is.span) {
      node.colSpan = is.span;
    }
    tr.append(node);
  }
  return tr;
}

/** Fills a table's body, keeping where it was scrolled to; one that is empty says so. */
export function rows(id, lines, columns, none) {
  const body = at(id);
  body.replaceChildren(...(lines.length ? lines : [row([{ text: none, span: columns, empty: true }])]));
}
