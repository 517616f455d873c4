/** The most that is taken over at once, in bytes; main refuses more, too. */
const largestFile = 32 * 1024 * 1024

/**
 * The text of a file of contacts: UTF-8 or UTF-16 by its mark, else UTF-8, else the Windows letters (1252) that Excel
 * writes when it is asked for plain CSV.
 * @returns the text, or why there is none
 */
export async function readContactFile(file: File): Promise<{ text: string } | { problem: 'too-large' | 'unreadable' }> {
  if (file.size > largestFile) return { problem: 'too-large' }
  try {
    return { text: decodeText(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    return { problem: 'unreadable' }
  }
}

/** See {@link readContactFile}. A byte order mark is left out. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
