import type { TodayItem } from '../../shared/api.ts'
import { daysBetween, localDateAt } from '../../shared/dates.ts'
import { dateAndTime, dueWords, shortDate, type Reader } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { waitsNow } from '../../shared/today-order.ts'

const say = todayWords

/** Why an item is in Today, in a few words: how late, how long, until when. */
export function reasonWords({ reason, touch, promise, silence, stale, outOfTouch, waits }: TodayItem, reader: Reader): string {
  if (touch?.snoozedUntil != null && !waitsNow({ touch }, reader.now)) return say.snoozedUntil(dateAndTime(touch.snoozedUntil, reader))
  if (waits) return say.waits(waits.minutes)
  if (outOfTouch) return say.outOfTouch(outOfTouch.days)
  if (silence) return say.silent(silence.unanswered)
  if (touch === null && promise?.by != null) {
    const late = daysBetween(promise.by, localDateAt(reader.now, reader.zone))
    return late > 0 ? say.promisedLate(late) : say.promisedToday
  }
  if (promise?.by != null) return say.lapsedFor(daysBetween(promise.by, localDateAt(reader.now, reader.zone)))
  if (touch) return dueWords(touch.due, reader)
  if (reason === 'rest-over') return say.restOver
  return stale ? say.stale(stale.days) : words.due.noNextStep
}

/** What is to be done about an item, or what there is to decide. */
export function purposeWords(item: TodayItem, reader: Reader): string {
  const { touch, leadTitle, promise, silence, stale, restedUntil, outOfTouch, waits } = item
  if (touch) return [words.channels[touch.channel], touch.purpose || leadTitle, stale && say.staleToo(stale.days, stale.stage)].filter(Boolean).join(' · ')
  if (promise) return [promise.what, promise.moves > 0 && say.putOff(promise.moves)].filter(Boolean).join(' · ')
  if (silence) return say.silentLong(silence.limit)
  if (waits) return [say.answerThem, leadTitle].filter(Boolean).join(' · ')
  if (outOfTouch) return say.outOfTouchLong(outOfTouch.days, outOfTouch.every)
  if (restedUntil !== null) return say.restOverLong(shortDate(restedUntil, reader))
  if (stale) return [say.staleLong(stale.days, stale.stage), leadTitle].filter(Boolean).join(' · ')
  return leadTitle || say.decide
}
