import type { Contact } from './contact.ts'
import { addDays, daysBetween, localDateAt, type LocalDate, type Zone } from './dates.ts'
import type { Touch } from './touch.ts'

/** How long it is since there was contact with a person, and how often there should be some, in days. */
export interface OutOfTouch {
  days: number
  every: number
}

/** What is known of the touches with a person, over all leads with them. */
export interface Contacted {
  /** The instant of the latest touch that was done; null when there was none. */
  latest: string | null
  /** A touch with them is due, whenever that is. */
  isPlanned: boolean
}

/** Nobody has been in touch yet, and nothing is planned. */
export const notContacted: Contacted = { latest: null, isPlanned: false }

/** What is known once one more touch is looked at. Whatever was done counts, planned or not, whoever began. */
export function withTouch(known: Contacted, touch: Pick<Touch, 'state' | 'completedAt'>): Contacted {
  const isPlanned = known.isPlanned || touch.state === 'due'
  const isLater = touch.state === 'done' && touch.completedAt !== null && (known.latest === null || touch.completedAt > known.latest)
  if (!isLater && isPlanned === known.isPlanned) return known
  return { latest: isLater ? touch.completedAt : known.latest, isPlanned }
}

/**
 * Whether a person is due a word (practice P19): the interval agreed for them is over since the latest contact, or since
 * they were written down, and nothing is planned. Null when not, and for those who are not to be contacted (practice P9).
 * @param today the date on the wall in `zone`, the person's own
 */
export function outOfTouch(contact: Pick<Contact, 'keepInTouchDays' | 'createdAt' | 'permission' | 'doNotContact'>, { latest, isPlanned }: Contacted, today: LocalDate, zone: Zone): OutOfTouch | null {
  const { keepInTouchDays: every, permission, doNotContact } = contact
  if (every === null || isPlanned || doNotContact || permission.status === 'declined') return null
  if (permission.notBefore !== null && today < permission.notBefore) return null
  const since = localDateAt(Date.parse(latest ?? contact.createdAt), zone)
  return addDays(since, every) <= today ? { days: daysBetween(since, today), every } : null
}
