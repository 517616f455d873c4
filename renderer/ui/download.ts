/** Saves text as a file by way of the browser's downloads; in the desktop app that asks where to. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has taken hold of it by the next task; some browsers need a little longer.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
