import { isDeepStrictEqual } from 'node:util'
import { dueDate, dueInstant, toInstant, type Due, type Instant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { Channel } from '../../shared/channel.ts'
import { versionContent, type Recap, type RecapVersion } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Context } from './handlers.ts'
import { isSameDue } from './touch-records.ts'

/*
 * How recaps and their versions are looked up and written down, for whatever starts, edits, renders or sends one.
 */

/** The ways to speak; the other channels are no conversation. */
export const speaking: ReadonlySet<Channel> = new Set(['video', 'call', 'in-person'] as const)

/** The recap, or a refusal when it is gone. */
export function recapOf(reader: Reader, id: string): Recap {
  const recap = reader.get('recaps', id)
  if (!recap) throw new Refusal('not-found', words.errors.recapGone)
  return recap
}

/** True once the day of a due is over, or its time. */
export function isOver(due: Due, { now, today, zone }: Context): boolean {
  return due.time === null ? dueDate(due, zone) < today : dueInstant(due, due.time, zone) < now
}

/** When the conversation was: when its touch was done, else when the recap was begun. */
export function talkedAt(reader: Reader, { touchId, createdAt }: Pick<Recap, 'touchId' | 'createdAt'>): Instant {
  const touch = touchId === null ? undefined : reader.get('touches', touchId)
  return touch?.completedAt ?? createdAt
}

/** The versions of a recap, the latest first. They name it without a reference, since taking back its start leaves them. */
export function versionsOf(reader: Reader, { id, leadId }: Pick<Recap, 'id' | 'leadId'>): RecapVersion[] {
  const versions = reader.where('recapVersions', 'leadId', leadId).filter(({ recapId }) => recapId === id)
  return versions.toSorted((a, b) => compare(b.at, a.at) || compare(b.id, a.id))
}

/** Keeps what a recap says as it leaves the app. Copied or saved again with the same words, it is no new version; sent, it always is. */
export function keepVersion(transaction: Transaction, recap: Recap, how: RecapVersion['how'], context: Context): void {
  const content = versionContent(recap)
  const [latest] = versionsOf(transaction, recap)
  if (how !== 'sent' && latest && isDeepStrictEqual(latest.content, content)) return
  transaction.put('recapVersions', { id: context.newId(), leadId: recap.leadId, recapId: recap.id, how, content, at: toInstant(context.now) })
}

/** SEQUENCE (RFC 5545) of what stands in a recap: it counts no revisions, but the seconds to its latest change go up as well. */
export function recapSequence({ createdAt, updatedAt }: Pick<Recap, 'createdAt' | 'updatedAt'>): number {
  return Math.max(0, Math.floor((Date.parse(updatedAt) - Date.parse(createdAt)) / 1000))
}

/** The name in calendars of the next time to speak while no touch stands for it, and the id of the touch that then does. */
export function meetingId({ id }: Pick<Recap, 'id'>): string {
  return `${id}-next`
}

/**
 * What the next time to speak is called in calendars (RFC 5545, UID), and in which revision a recap tells it: that of the
 * touch that stands for it, which goes by the same name as long as it was planned from the recap.
 */
export function meetingIdentity(reader: Reader, recap: Recap): { uid: string; sequence: number } {
  const touch = recap.nextTouchId === null ? undefined : reader.get('touches', recap.nextTouchId)
  if (!touch) return { uid: meetingId(recap), sequence: recapSequence(recap) }
  const isMoved = recap.next !== null && !isSameDue(touch.due, recap.next.due)
  return { uid: touch.id, sequence: touch.revision + Number(isMoved) }
}
