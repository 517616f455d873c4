import { CalendarClock, CalendarPlus, Check, FileText, SkipForward, SquareArrowOutUpRight } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { useLocation } from 'wouter'
import { isMovable, itemMinutes, type CalendarItem, type ItemOf } from '../../shared/calendar.ts'
import { longDate, wallTime, type Reader } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { useReader } from '../ui/Reader.tsx'
import { kindWords, whatFor } from './Entry.tsx'
import styles from './ItemPopover.module.css'

const say = words.calendar

export interface ItemPopoverProps {
  item: CalendarItem
  /** What it stands beside. */
  element: HTMLElement
  onClose: () => void
  onReschedule: (item: ItemOf<'touch'>) => void
}

/** Who, what and when, what to have ready for it, and what can be done about it. */
export function ItemPopover({ item, element, onClose, onReschedule }: ItemPopoverProps) {
  const reader = useReader()
  const anchor = useMemo(() => ({ current: element }), [element])
  const what = whatFor(item)
  return (
    <Popover className={classes(menu.popover)} triggerRef={anchor} isOpen onOpenChange={(open) => !open && onClose()} placement="right top" offset={6}>
      <Dialog className={classes(styles.item)}>
        <header>
          <Heading slot="title" className={classes(styles.who)}>
            {item.name}
          </Heading>
          {item.company !== '' && item.company !== item.name && <p className={styles.muted}>{item.company}</p>}
        </header>
        <div>
          <p>{kindWords(item)}</p>
          <p className={styles.muted}>{whenWords(item, reader)}</p>
        </div>
        {what !== '' && <p className={styles.text}>{what}</p>}
        {item.kind === 'touch' && <Details item={item} />}
        {item.kind === 'planned' && <p className={styles.muted}>{say.stepOf(item.cadence)}</p>}
        <div className={styles.actions}>
          <Actions item={item} onClose={onClose} onReschedule={onReschedule} />
        </div>
      </Dialog>
    </Popover>
  )
}

/** What was written for it, and how it went: too much for a list of a whole month, so it is asked for now. */
function Details({ item }: { item: ItemOf<'touch'> }) {
  const lead = useCall('getLead', { id: item.leadId })
  const touch = lead.data?.touches.find(({ id }) => id === item.id)
  if (!touch) return null
  const facts: [string, string][] = [
    [words.schedule.preparation, touch.preparation],
    [words.schedule.brings, touch.brings],
    [say.outcome, touch.outcome === null ? '' : words.outcomes[touch.outcome]],
    [words.complete.notes, touch.notes],
  ]
  const written = facts.filter(([, text]) => text.trim() !== '')
  if (written.length === 0) return null
  return (
    <dl className={styles.facts}>
      {written.map(([name, text]) => (
        <div key={name}>
          <dt className={styles.muted}>{name}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Actions({ item, onClose, onReschedule }: Pick<ItemPopoverProps, 'item' | 'onClose' | 'onReschedule'>) {
  const [, navigate] = useLocation()
  const reader = useReader()
  const openLead = () => navigate(`/lead/${item.leadId}`)
  const skip = async (touchId: string) => {
    onClose()
    await runCommand('skipTouch', { id: touchId, next: 'proposed' })
  }
  const schedule = async ({ recapId, name }: ItemOf<'meeting'>) => {
    onClose()
    await runCommand('planMeeting', { id: recapId }, { said: todayWords.scheduled(name, whenWords(item, reader)) })
  }
  if (isMovable(item)) {
    return (
      <>
        <Action icon={<Check aria-hidden />} onPress={openLead} primary>
          {say.complete}
        </Action>
        <Action icon={<CalendarClock aria-hidden />} onPress={() => onReschedule(item)}>
          {words.schedule.reschedule}
        </Action>
        <Action icon={<SkipForward aria-hidden />} onPress={() => void skip(item.id)}>
          {say.skip}
        </Action>
        <Action icon={<SquareArrowOutUpRight aria-hidden />} onPress={openLead}>
          {say.openLead}
        </Action>
      </>
    )
  }
  return (
    <>
      {item.kind === 'meeting' && (
        <Action icon={<CalendarPlus aria-hidden />} onPress={() => void schedule(item)} primary>
          {say.scheduleMeeting}
        </Action>
      )}
      {'recapId' in item && item.recapId !== null && (
        <Action icon={<FileText aria-hidden />} onPress={() => navigate(`/recap/${item.recapId}`)}>
          {say.openRecap}
        </Action>
      )}
      <Action icon={<SquareArrowOutUpRight aria-hidden />} onPress={openLead}>
        {say.openLead}
      </Action>
    </>
  )
}

function Action({ icon, onPress, primary = false, children }: { icon: ReactNode; onPress: () => void; primary?: boolean; children: string }) {
  return (
    <Button size="small" kind={primary ? 'primary' : 'secondary'} icon={icon} onPress={onPress} autoFocus={primary}>
      {children}
    </Button>
  )
}

/** The day, and from when to when, on the reader's own wall. */
function whenWords(item: CalendarItem, reader: Reader): string {
  const date = longDate(item.at.slice(0, 10), reader)
  const minutes = itemMinutes(item)
  if (minutes === null) return date
  const end = new Date(Date.parse(`${item.at}Z`) + minutes * 60_000).toISOString().slice(11, 16)
  return say.when(date, wallTime(item.at.slice(11), reader.locale), wallTime(end, reader.locale))
}
