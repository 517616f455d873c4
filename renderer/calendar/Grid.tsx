import FullCalendar, { type CalendarOptions, type CalendarRef, type DateSelectInfo, type DayCellInfo, type DayHeaderInfo, type EventDisplayInfo, type SlotHeaderInfo } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import list from '@fullcalendar/react/list'
import timeGrid from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import { X } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { datesOff, type CalendarDays, type CalendarItem, type CalendarView } from '../../shared/calendar.ts'
import { localDateAt, timeOfDayAt, weekday, type LocalDate, type TimeOfDay } from '../../shared/dates.ts'
import { wallTime } from '../../shared/format.ts'
import { firstDayOfWeek } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { useKeptFocus } from './focus.ts'
import { DayNumber } from './DayNumber.tsx'
import { entriesOf, entriesThatFit, wallOf } from './entries.ts'
import { Entry } from './Entry.tsx'
import styles from './Grid.module.css'
import { Load } from './Load.tsx'
import { isSelection, itemOf, look, moreOf } from './look.ts'
import { weekdayName, weeksOf } from './period.ts'

const say = words.calendar
const plugins = [dayGrid, timeGrid, list, interaction]
const layouts: Record<CalendarView, string> = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay', agenda: 'agenda' }
/** A day is named by what stands in it. */
const noHint = () => ''
const nameByContent = ({ el }: { el: HTMLElement }) => el.querySelector('[aria-label]')?.removeAttribute('aria-label')

const views: NonNullable<CalendarOptions['views']> = {
  agenda: { type: 'list', duration: { days: 14 }, dateAlignment: 'day' },
  timeGridWeek: { dayMaxEvents: 5 },
  timeGridDay: { dayMaxEvents: 12 },
}

/** Pixels of an entry with the gap below it, of what stands above the entries of a day, and of the weekdays' names; see Grid.module.css. */
const entryHeight = 22
const dayTop = 29
const weekdaysTop = 31

/** Where something was put: a date, and a time and how long, unless it is for the whole day. */
export interface Placed {
  date: LocalDate
  time: TimeOfDay | null
  minutes: number | null
}

export interface GridProps {
  view: CalendarView
  date: LocalDate
  days: CalendarDays
  settings: Settings
  onOpen: (item: CalendarItem, element: HTMLElement) => void
  /** A touch was dragged or resized; `takeBack` puts it where it was. */
  onMove: (item: CalendarItem, placed: Placed, takeBack: () => void) => void
  onSelect: (placed: Placed) => void
  onDay: (date: LocalDate) => void
}

/** The days of a view and all that is on them. */
export function Grid({ view, date, days, settings, onOpen, onMove, onSelect, onDay }: GridProps) {
  const { locale, zone, now } = useReader()
  const calendar = useRef<CalendarRef>(null)
  const today = localDateAt(now, zone)
  const frame = useRef<HTMLDivElement>(null)
  const weekStart = firstDayOfWeek(locale)
  const height = useHeight(frame)
  const rows = rowsOfDay(height, weeksOf(date, weekStart))
  const entries = useMemo(() => (view === 'month' ? entriesThatFit(days.items, rows, days.leftOut) : entriesOf(days.items)), [days, view, rows])
  const noteFocus = useKeptFocus(entries)
  const dayParts = useDayParts(days, settings, today)

  const drawn = useRef(`${view} ${date}`)
  useEffect(() => {
    if (drawn.current === `${view} ${date}`) return
    drawn.current = `${view} ${date}`
    // FullCalendar renders at once, which React allows only once its own rendering is over.
    queueMicrotask(() => calendar.current?.getApi().changeView(layouts[view], date))
  }, [view, date])

  const entryContent = useCallback(
    (info: EventDisplayInfo) => {
      if (isSelection(info)) return null
      const more = moreOf(info)
      if (more) return <span className={styles.moreInner}>{say.more(more.count)}</span>
      const { type } = info.view
      const layout = type === 'agenda' ? 'row' : type === 'dayGridMonth' || info.event.allDay ? 'line' : info.isShort ? 'short' : 'tall'
      return <Entry item={itemOf(info)} locale={locale} layout={layout} isOver={info.isPast} />
    },
    [locale],
  )

  const nowOnWall = useCallback(() => `${localDateAt(Date.now(), zone)}T${timeOfDayAt(Date.now(), zone)}:00`, [zone])
  const hourContent = useCallback((info: SlotHeaderInfo) => (info.time ? wallTime(wallOf(new Date(info.time.milliseconds)).time, locale) : ''), [locale])
  const businessHours = useMemo(() => ({ daysOfWeek: settings.workingDays.map((day) => day % 7), startTime: settings.startOfDay, endTime: settings.endOfDay }), [settings])

  return (
    <div ref={frame} className={styles.frame} onFocus={noteFocus}>
      {/* Drawn once its height is known: it tells how many entries a day has room for. */}
      {height > 0 && (
        <FullCalendar
          {...look}
          {...dayParts}
          ref={calendar}
          plugins={plugins}
          views={views}
          initialView={layouts[view]}
          initialDate={date}
          now={nowOnWall}
          timeZone="UTC"
          locale={new Intl.Locale(locale).baseName}
          firstDay={weekStart % 7}
          fixedWeekCount={false}
          headerToolbar={false}
          height="100%"
          events={entries}
          eventOrder="order"
          eventInteractive
          eventDisplay="block"
          eventContent={entryContent}
          eventShortHeight={38}
          eventMinHeight={20}
          slotDuration="00:30:00"
          snapDuration="00:15:00"
          slotHeaderInterval="01:00:00"
          slotHeaderContent={hourContent}
          scrollTime={scrollTimeOf(settings.startOfDay)}
          slotMinHeight={24}
          slotEventOverlap={false}
          allDayText={say.allDay}
          nowIndicator
          nextDayThreshold="09:00:00"
          eventMaxStack={4}
          businessHours={businessHours}
          navLinks
          navLinkDayClick={(day) => onDay(wallOf(day).date)}
          navLinkHint={noHint}
          dayHeaderDidMount={nameByContent}
          moreLinkText={(count) => say.more(count)}
          moreLinkHint={(count) => say.moreLong(count)}
          popoverCloseContent={<X aria-hidden />}
          closeHint={words.app.close}
          eventsHint={say.title}
          noEventsText={say.nothing}
          selectable
          selectMirror
          selectMinDistance={4}
          unselectAuto
          select={(info) => {
            onSelect(selected(info))
            // What is selected lies over the entries of its day and would take their clicks.
            queueMicrotask(() => info.view.calendar.unselect())
          }}
          dateClick={(info) => onSelect(info.allDay ? { date: info.dateStr.slice(0, 10), time: null, minutes: null } : { date: info.dateStr.slice(0, 10), time: info.dateStr.slice(11, 16), minutes: null })}
          eventClick={(info) => {
            info.jsEvent.preventDefault()
            const more = moreOf(info)
            if (more) onDay(more.date)
            else onOpen(itemOf(info), info.el)
          }}
          eventDrop={(info) => onMove(itemOf(info), placedOf(info.event), info.revert)}
          eventResize={(info) => onMove(itemOf(info), placedOf(info.event), info.revert)}
          eventAllow={(span, event) => event !== null && (span.allDay === event.allDay || view !== 'month')}
          dragRevertDuration={120}
          longPressDelay={350}
        />
      )}
    </div>
  )
}

/** How many entries a day of a month has room for. */
function rowsOfDay(height: number, weeks: number): number {
  return Math.max(1, Math.floor(((height - weekdaysTop) / weeks - dayTop) / entryHeight))
}

/** How high an element is, in pixels; 0 before it is drawn. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setHeight(current.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return height
}

/** What each day says beside its entries: its number, how full it is, and why it is off. */
function useDayParts(days: CalendarDays, settings: Settings, today: LocalDate): CalendarOptions {
  const { locale } = useReader()
  return useMemo(() => {
    const load = new Map(days.load.map(({ date, count }) => [date, count]))
    const off = datesOff(days.daysOff)
    const facts = (date: Date) => {
      const day = wallOf(date).date
      return { day, name: off.get(day), isOff: off.has(day) || !settings.workingDays.includes(weekday(day)), count: day < today ? 0 : (load.get(day) ?? 0) }
    }
    const ground = ({ date }: { date: Date }) => facts(date).isOff
    return {
      dayCellClass: (info: DayCellInfo) => classes(styles.cell, info.isOther && styles.other, ground(info) && styles.off),
      dayLaneClass: (info) => classes(styles.lane, off.has(wallOf(info.date).date) && styles.off),
      dayCellTopContent: (info: DayCellInfo) => {
        const { day, name, count } = facts(info.date)
        return (
          <>
            <DayNumber date={day} isToday={info.isToday} withMonth={day.endsWith('-01')} />
            {name !== undefined && <span className={styles.offName}>{name}</span>}
            <Load count={count} most={settings.dailyLoad} />
          </>
        )
      },
      dayHeaderContent: (info: DayHeaderInfo) => {
        const { day, name, count } = facts(info.date)
        if (info.view.type === 'dayGridMonth' && !info.inPopover) return <>{weekdayName(day, locale)}</>
        return (
          <>
            <span aria-hidden className={styles.weekday}>{weekdayName(day, locale)}</span>
            <DayNumber date={day} isToday={info.isToday} />
            {(name !== undefined || count > 0) && (
              <span className={styles.dayFacts}>
                {name !== undefined && <span className={styles.offName}>{name}</span>}
                <Load count={count} most={settings.dailyLoad} />
              </span>
            )}
          </>
        )
      },
      listDayHeaderContent: (info) => {
        // The header of a day in the list is drawn twice, for what stands left and right of it.
        const { day, name, count } = facts((info as unknown as { date: Date }).date)
        if (info.level > 0) return <Load count={count} most={settings.dailyLoad} />
        return (
          <>
            <DayNumber date={day} isToday={info.isToday} />
            <span aria-hidden className={styles.weekday}>{weekdayName(day, locale)}</span>
            {name !== undefined && <span className={styles.offName}>{name}</span>}
          </>
        )
      },
    } satisfies CalendarOptions
  }, [days, settings, today, locale])
}

/** A little before the day begins, so that what comes before it is seen. */
function scrollTimeOf(startOfDay: TimeOfDay): string {
  return `${String(Math.max(0, Number(startOfDay.slice(0, 2)) - 1)).padStart(2, '0')}:30:00`
}

function selected({ start, end, allDay }: DateSelectInfo): Placed {
  const { date, time } = wallOf(start)
  return allDay ? { date, time: null, minutes: null } : { date, time, minutes: (end.getTime() - start.getTime()) / 60_000 }
}

function placedOf({ start, end, allDay }: { start: Date | null; end: Date | null; allDay: boolean }): Placed {
  const { date, time } = wallOf(start ?? new Date(0))
  return { date, time: allDay ? null : time, minutes: allDay || start === null || end === null ? null : (end.getTime() - start.getTime()) / 60_000 }
}
