import type { CallOutput, TodayItem } from '../../shared/api.ts'
import { dueWords, type Reader } from '../../shared/format.ts'
import type { Settings } from '../../shared/settings.ts'
import { desktopWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import { waitsNow } from '../../shared/today-order.ts'
import type { Touch } from '../../shared/touch.ts'

/** What the tray's icon says: nothing due today, something due, something overdue. */
export type TrayState = 'calm' | 'due' | 'overdue'

/** One of the next touches, as a line of the tray's menu. */
export interface TrayLine {
  leadId: string
  label: string
}

export interface TrayPicture {
  state: TrayState
  toolTip: string
  lines: TrayLine[]
  /** How much more Today holds. */
  more: number
  /** How much of Today is overdue. */
  late: number
  /** Reminders are paused. */
  isPaused: boolean
}

type Today = CallOutput<'getToday'>
type DueItem = TodayItem & { touch: Touch }

const mostLines = 5

/** The tray when the data is not open: calm, and without lines. */
export const emptyTray: TrayPicture = { state: 'calm', toolTip: words.app.name, lines: [], more: 0, late: 0, isPaused: false }

/**
 * What the tray shows for Today: its first five touches, in Today's own order. (Practice P14.)
 * @param choices `hideNames` leaves out who it is with, for shared screens
 */
export function trayPicture(today: Today, reader: Reader, { hideNames, remindersPausedUntil }: Pick<Settings, 'hideNames' | 'remindersPausedUntil'>): TrayPicture {
  const { waiting, late } = today.counts
  const due = today.items.filter((item): item is DueItem => item.touch !== null && waitsNow(item, reader.now))
  const isDue = today.items.some((item) => waitsNow(item, reader.now) && (item.touch !== null || item.reason === 'promise' || item.reason === 'reply-now'))
  return {
    state: late > 0 ? 'overdue' : isDue ? 'due' : 'calm',
    toolTip: desktopWords.tray.toolTip(waiting, late),
    lines: due.slice(0, mostLines).map((item) => ({ leadId: item.leadId, label: labelOf(item, reader, hideNames) })),
    more: waiting - Math.min(due.length, mostLines),
    late,
    isPaused: remindersPausedUntil !== null && Date.parse(remindersPausedUntil) > reader.now,
  }
}

function labelOf({ touch, contactName }: DueItem, reader: Reader, hideNames: boolean): string {
  const { due, dueHidden } = words.reminders
  const channel = words.channels[touch.channel]
  return desktopWords.tray.line(hideNames ? dueHidden(channel) : due(channel, contactName), dueWords(touch.due, reader))
}
