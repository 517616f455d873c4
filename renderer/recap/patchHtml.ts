/**
 * Makes a tree what this HTML says, and touches only what is another: a letter of hundreds of lines is laid out anew for
 * each key otherwise. The HTML is trusted; see Preview.
 */
export function patchHtml(root: ParentNode & Node, html: string): void {
  const parsed = document.createElement('template')
  parsed.innerHTML = html
  patchChildren(root, parsed.content)
}

function patchChildren(shown: Node, wanted: Node): void {
  const before = [...shown.childNodes]
  const after = [...wanted.childNodes]
  // What is the same at both ends stays; a line that was added or taken away moves all that follow.
  let start = 0
  while (start < before.length && start < after.length && before[start]?.isEqualNode(after[start] ?? null)) start += 1
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end)?.isEqualNode(after.at(-1 - end) ?? null)) end += 1
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const [one, other] = [old[0], fresh[0]]
  if (old.length === 1 && fresh.length === 1 && one instanceof Element && other instanceof Element && one.cloneNode().isEqualNode(other.cloneNode())) {
    patchChildren(one, other)
    return
  }
  const next = before[before.length - end] ?? null
  for (const node of old) shown.removeChild(node)
  for (const node of fresh) shown.insertBefore(node, next)
}
