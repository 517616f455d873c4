import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { datePaged, daysShown, isMovable, itemKey, mostOfDay, type CalendarDays, type CalendarFilter, type CalendarItem, type CalendarView, type ItemOf } from '../../shared/calendar.ts'
import { localDateAt, type LocalDate } from '../../shared/dates.ts'
import { firstDayOfWeek } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { readAhead, runCommand, useCall } from '../api.ts'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Paging, Shown, ViewChoice } from './Bar.tsx'
import styles from './Calendar.module.css'
import { ExportMenu } from './ExportMenu.tsx'
import { dayInFocus, focusItem, itemInFocus } from './focus.ts'
import { Grid, type Placed } from './Grid.tsx'
import { moveTouch } from './moves.ts'
import { periodTitle } from './period.ts'
import { useIsTight } from './useIsTight.ts'

const ItemPopover = lazy(() => import('./ItemPopover.tsx').then((module) => ({ default: module.ItemPopover })))
const RescheduleDialog = lazy(() => import('./RescheduleDialog.tsx').then((module) => ({ default: module.RescheduleDialog })))
const ScheduleDialog = lazy(() => import('./ScheduleDialog.tsx').then((module) => ({ default: module.ScheduleDialog })))

const nothing: CalendarDays = { items: [], leftOut: [], daysOff: [], load: [] }

/** What is open over the days. */
type Open = { kind: 'item'; item: CalendarItem; element: HTMLElement } | { kind: 'reschedule'; item: ItemOf<'touch'> } | { kind: 'schedule'; placed: Placed }

/** The person's days: month, week, day and agenda (practices P4, P8). */
export function Calendar() {
  const settings = useCall('getSettings', {})
  if (settings.isError && !settings.data) return <Trouble message={settings.error.message} onRetry={() => void settings.refetch()} />
  return settings.data ? <Days settings={settings.data} /> : <Spinner />
}

function Days({ settings }: { settings: Settings }) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const weekStart = firstDayOfWeek(reader.locale)
  const { view } = settings.calendar
  const [date, setDate] = useState(today)
  const [open, setOpen] = useState<Open | null>(null)
  const shown = daysShown(view, date, weekStart)
  const filter = useFilter(settings.calendar)
  const answer = useCall('getCalendar', asked(view, shown, filter), { keep: true })
  // FullCalendar takes long to draw: it waits for the first answer, and shows empty days only while paging.
  const [isDrawn, setIsDrawn] = useState(answer.isSuccess)
  if (answer.isSuccess && !isDrawn) setIsDrawn(true)
  const days = answer.data ?? nothing
  useNeighbours(view, date, weekStart, filter, answer.isSuccess)
  const remember = useCallback((changes: Partial<Settings['calendar']>) => void runCommand('changeSettings', { calendar: { ...settings.calendar, ...changes } }), [settings.calendar])
  const page = (by: 1 | -1) => setDate(datePaged(view, date, by))
  const goToDay = (day: LocalDate) => {
    setDate(day)
    remember({ view: 'day' })
  }
  const schedule = () => setOpen({ kind: 'schedule', placed: { date: dayInFocus() ?? (shown.from <= today && today <= shown.to ? today : date), time: null, minutes: null } })
  const reschedule = () => {
    const item = days.items.find((one) => itemKey(one) === itemInFocus())
    if (!item || !isMovable(item)) return false
    setOpen({ kind: 'reschedule', item })
  }
  const close = () => setOpen(null)
  useScreenKeys({
    arrowleft: () => page(-1),
    arrowright: () => page(1),
    t: () => setDate(today),
    c: schedule,
    r: reschedule,
    ...Object.fromEntries(viewKeys.flatMap(([id, ...keys]) => keys.map((key) => [key, () => remember({ view: id })]))),
  })

  return (
    <>
      <TopBar
        title={periodTitle(view, date, weekStart, reader.locale, useIsTight())}
        actions={
          <span className={styles.actions}>
            <ViewChoice view={view} onChange={(next) => remember({ view: next })} />
            <Shown filter={settings.calendar} onChange={remember} />
            <ExportMenu view={view} shown={exportedDays(view, date, shown)} />
          </span>
        }
      >
        <Paging onPage={page} onToday={() => setDate(today)} />
      </TopBar>
      {answer.isError && !answer.data ? (
        <ErrorState message={answer.error.message} onRetry={() => void answer.refetch()} />
      ) : (
        <div className={styles.days}>
          {isDrawn && (
            <Grid
              view={view}
              date={date}
              days={days}
              settings={settings}
              onOpen={(item, element) => setOpen({ kind: 'item', item, element })}
              onMove={(item, placed, takeBack) => void moveTouch(item, placed, reader, takeBack)}
              onSelect={(placed) => setOpen({ kind: 'schedule', placed })}
              onDay={goToDay}
            />
          )}
        </div>
      )}
      <Suspense>
        {open?.kind === 'item' && <ItemPopover item={open.item} element={open.element} onClose={close} onReschedule={(item) => setOpen({ kind: 'reschedule', item })} />}
        {open?.kind === 'reschedule' && (
          <RescheduleDialog
            item={open.item}
            onClose={() => {
              close()
              focusItem(itemKey(open.item))
            }}
          />
        )}
        {open?.kind === 'schedule' && <ScheduleDialog placed={open.placed} onClose={close} />}
      </Suspense>
    </>
  )
}

const viewKeys: [CalendarView, string, string][] = [
  ['month', '1', 'm'],
  ['week', '2', 'w'],
  ['day', '3', 'd'],
  ['agenda', '4', 'a'],
]

/** A month is exported without the days of others that its weeks show. */
function exportedDays(view: CalendarView, date: LocalDate, shown: { from: LocalDate; to: LocalDate }): { from: LocalDate; to: LocalDate } {
  if (view !== 'month') return shown
  return { from: `${date.slice(0, 8)}01`, to: datePaged('day', datePaged('month', date, 1), -1) }
}

/** Asks for what lies before and after, so that paging shows it at once. */
function useNeighbours(view: CalendarView, date: LocalDate, weekStart: number, filter: CalendarFilter, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return
    for (const by of [1, -1] as const) readAhead('getCalendar', asked(view, daysShown(view, datePaged(view, date, by), weekStart), filter))
  }, [view, date, weekStart, filter, isReady])
}

function useFilter({ channels, promises, planned }: Settings['calendar']): CalendarFilter {
  return useMemo(() => ({ channels, promises, planned }), [channels, promises, planned])
}

/** What is asked of the days; a month shows only the first entries of each and counts the others. */
function asked(view: CalendarView, days: { from: LocalDate; to: LocalDate }, filter: CalendarFilter) {
  return { ...days, filter, mostOfDay: view === 'month' ? mostOfDay : null }
}

function Trouble({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <>
      <TopBar title={words.calendar.title} />
      <ErrorState message={message} onRetry={onRetry} />
    </>
  )
}
