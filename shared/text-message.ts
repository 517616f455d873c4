/** How a text message is sent: in the 7-bit alphabet of mobile phones, or in 16-bit characters once one is not in that. */
export interface TextSegments {
  encoding: 'gsm-7' | 'ucs-2'
  /** How many messages it takes; 1 for an empty text. */
  messages: number
  /** How many plain characters still go into the last one. */
  left: number
  /** The first character that the 7-bit alphabet lacks; null when there is none. */
  special: string | null
}

/** The 7-bit default alphabet (3GPP TS 23.038, 6.2.1), without the escape. */
const alphabet = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
/** Its extension table (6.2.1.1): each of these takes an escape as well, and so counts two. */
const extension = new Set('^{}\\[~]|€\f')

/** What one message holds, alone and as one of several, which give room to a header (3GPP TS 23.040, 9.2.3.24.1). */
const rooms = { 'gsm-7': { alone: 160, several: 153 }, 'ucs-2': { alone: 70, several: 67 } } as const

/**
 * How many text messages a text takes, and what is left in the last one. No character is cut in two between messages.
 */
export function textSegments(text: string): TextSegments {
  // By code point, so that what is made of two 16-bit units stays together.
  const characters = Array.from(text)
  const special = characters.find((character) => !alphabet.has(character) && !extension.has(character)) ?? null
  const encoding = special === null ? 'gsm-7' : 'ucs-2'
  const sizeOf = (character: string) => (encoding === 'ucs-2' ? character.length : extension.has(character) ? 2 : 1)
  const { alone, several } = rooms[encoding]
  const size = characters.reduce((sum, character) => sum + sizeOf(character), 0)
  if (size <= alone) return { encoding, messages: 1, left: alone - size, special }
  let messages = 1
  let used = 0
  for (const character of characters) {
    const next = sizeOf(character)
    if (used + next > several) {
      messages += 1
      used = 0
    }
    used += next
  }
  return { encoding, messages, left: several - used, special }
}
