import { addDays, instantOf, localDateAt, type TimeOfDay } from '../../shared/dates.ts'
import type { Reader } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'

/** For how long a touch may be snoozed: a menu's choices. */
export const snoozeChoices = (['quarter', 'hour', 'tomorrow'] as const).map((id) => ({ id, label: todayWords.snoozeFor[id] }))

/** The minutes that a choice of {@link snoozeChoices} stands for; tomorrow is when the person's next day starts. */
export function snoozeMinutes(choice: string, startOfDay: TimeOfDay, reader: Reader): number {
  if (choice === 'quarter') return 15
  if (choice === 'hour') return 60
  const tomorrow = instantOf(addDays(localDateAt(reader.now, reader.zone), 1), startOfDay, reader.zone)
  return Math.max(1, Math.ceil((tomorrow - reader.now) / 60_000))
}
