import { isMovable, itemMinutes, movedDue, type CalendarItem } from '../../shared/calendar.ts'
import { dueOrder } from '../../shared/dates.ts'
import { dueWords, type Reader } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { runCommand } from '../api.ts'
import type { Placed } from './Grid.tsx'

/**
 * Puts a touch where it was placed, which is shown already, with one message to take it back. When it is refused a
 * sentence says why, and `takeBack` shows it where it was. True when it was done.
 */
export async function moveTouch(item: CalendarItem, { date, time, minutes }: Placed, reader: Reader, takeBack: () => void): Promise<boolean> {
  if (!isMovable(item)) {
    takeBack()
    return false
  }
  const due = movedDue(item.due, date, time, reader.zone)
  // How long it takes is only said where it was changed; else it stays with what is usual for the channel.
  const length = minutes === null || minutes === itemMinutes(item) ? {} : { minutes }
  const isMoved = dueOrder(due, reader.zone) !== item.at
  const said = isMoved ? todayWords.rescheduled(item.name, dueWords(due, reader)) : todayWords.changed(item.name)
  const reply = await runCommand('editTouch', { id: item.id, changes: { due, ...length } }, { said })
  if (!reply.ok) takeBack()
  return reply.ok
}
