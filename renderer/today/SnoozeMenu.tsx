import { useLayoutEffect, useRef } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { toInstant } from '../../shared/dates.ts'
import { dateAndTime } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import type { Touch } from '../../shared/touch.ts'
import { runCommand, useCall } from '../api.ts'
import { MenuAt } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { snoozeChoices, snoozeMinutes } from '../ui/snooze.ts'

/** Asks for how long a touch may wait, beside the row's Snooze button. */
export function SnoozeMenu({ item, touch, onClose }: { item: TodayItem; touch: Touch; onClose: () => void }) {
  const reader = useReader()
  const startOfDay = useCall('getSettings', {}).data?.startOfDay ?? '09:00'
  const place = useRef<HTMLSpanElement>(null)
  const anchor = useRef<Element | null>(null)
  useLayoutEffect(() => {
    anchor.current = place.current?.closest('li')?.querySelector('[data-snooze]') ?? null
  }, [])
  const snooze = (choice: string) => {
    const now = Date.now()
    const minutes = snoozeMinutes(choice, startOfDay, { ...reader, now })
    const until = dateAndTime(toInstant(now + minutes * 60_000), reader)
    void runCommand('snoozeTouch', { id: touch.id, minutes }, { said: todayWords.snoozed(item.contactName, until) })
  }
  return (
    <>
      <span ref={place} hidden />
      <MenuAt anchor={anchor} isOpen onClose={onClose} label={todayWords.snooze} choices={snoozeChoices} onChoose={snooze} />
    </>
  )
}
