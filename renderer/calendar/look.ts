import type { CalendarOptions, EventDisplayInfo } from '@fullcalendar/react'
import type { CalendarItem } from '../../shared/calendar.ts'
import { classes } from '../ui/classes.ts'
import type { More } from './entries.ts'
import styles from './Grid.module.css'

/*
 * How FullCalendar looks: its elements have classes of ours, since its own names are hashed and none of its themes has
 * our tokens.
 */

type OfEvent = Pick<EventDisplayInfo, 'event'>

/** The item that an event stands for; every event has one that is neither more nor a selection. */
export function itemOf(info: OfEvent): CalendarItem {
  return info.event.extendedProps['item'] as CalendarItem
}

/** The items that an event stands for because there is no room for them, or undefined. */
export function moreOf(info: OfEvent): More | undefined {
  return info.event.extendedProps['more'] as More | undefined
}

/** Whether an event stands for nothing but the hours that are being selected. */
export function isSelection(info: OfEvent): boolean {
  const { item, more } = info.event.extendedProps
  return item === undefined && more === undefined
}

function entryClass(info: EventDisplayInfo): string {
  if (isSelection(info)) return styles.selection ?? ''
  if (moreOf(info)) return classes(styles.rowEntry, styles.more)
  const item = itemOf(info)
  const tone = item.kind === 'promise' ? styles.promise : styles[item.channel]
  const state = item.kind === 'touch' ? styles[item.state] : styles[item.kind]
  const isLate = item.kind === 'touch' && item.state === 'due' && info.isPast
  return classes(styles.entry, tone, state, isLate && styles.late, info.view.type === 'agenda' && styles.listed, info.isDragging && styles.dragging, info.isMirror && styles.mirror)
}

const handle = (info: EventDisplayInfo) => classes(info.isEndResizable && styles.handle)

/** The classes of every part that is seen. */
export const look: CalendarOptions = {
  className: styles.calendar ?? '',
  tableHeaderClass: styles.header,
  dayHeaderClass: styles.dayHeader,
  dayHeaderInnerClass: styles.dayHeaderInner,
  dayHeaderAlign: 'start',
  dayHeaderDividerClass: styles.headerDivider,
  dayHeaderRowClass: styles.headerRow ?? '',
  dayRowClass: styles.dayRow ?? '',
  dayCellTopClass: styles.cellTop,
  dayCellTopInnerClass: styles.cellTopInner,
  dayCellBottomClass: styles.cellBottom,
  dayLaneInnerClass: styles.laneInner,
  slotLaneClass: (info) => classes(styles.slot, info.isMinor && styles.minor),
  slotHeaderClass: styles.slotHeader,
  slotHeaderInnerClass: styles.slotHeaderInner,
  slotHeaderRowClass: styles.slotRow ?? '',
  allDayHeaderClass: styles.allDayHeader,
  allDayHeaderInnerClass: styles.allDayHeaderInner,
  allDayDividerClass: styles.divider ?? '',
  fillerClass: styles.filler,
  nonBusinessHoursClass: styles.off ?? '',
  highlightClass: styles.highlight ?? '',
  nowIndicatorLineClass: styles.now,
  nowIndicatorDotClass: styles.nowDot ?? '',
  eventClass: entryClass,
  listItemEventBeforeClass: styles.none,
  rowEventClass: (info) => classes(!moreOf(info) && styles.rowEntry),
  rowEventInnerClass: styles.inner,
  listItemEventInnerClass: styles.inner,
  columnEventClass: (info) => classes(styles.columnEntry, info.isShort && styles.narrow),
  columnEventInnerClass: styles.inner,
  columnEventAfterClass: handle,
  moreLinkClass: styles.more,
  moreLinkInnerClass: styles.moreInner,
  navLinkClass: styles.dayLink ?? '',
  popoverClass: styles.popover ?? '',
  popoverCloseClass: styles.popoverClose ?? '',
  listDayClass: styles.listDay,
  listDayHeaderClass: styles.listDayHeader,
  listDayHeaderInnerClass: styles.listDayHeaderInner,
  listDayBodyClass: styles.listDayBody,
  noEventsClass: styles.nothing,
}
