import { z } from 'zod'
import type { Settings } from './settings.ts'
import { words } from './strings/words.ts'

/** A locale as {@link readerLocale} makes it (BCP 47), which this runtime can write dates in. */
export const localeSchema = z.string().max(100).refine(isLocale, { error: 'unknownLocale' })

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1
  } catch {
    return false
  }
}

/** How dates and times are written: as the person's region has it, or as they chose. */
export type DateStyle = Pick<Settings, 'weekStart' | 'hours' | 'dateOrder'>

const asRegion: DateStyle = { weekStart: 'region', hours: 'region', dateOrder: 'region' }

/** A region whose dates have this order, in as many languages as possible. */
const regionOfOrder = { 'day-first': 'GB', 'month-first': 'US', 'year-first': 'CA' } as const
const firstPart = { 'day-first': 'day', 'month-first': 'month', 'year-first': 'year' } as const
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/**
 * The locale to write dates and amounts in: the language of the catalogue with the habits (order, 12 or 24 hours, first
 * day of the week) of the person's own region, but for those they chose otherwise. These stand in the tag itself, so
 * that whatever takes a locale follows them: the clock and the week as Unicode extensions (RFC 6067: `hc`, `fw`), the
 * order as a region that writes dates so; the person's own one is then kept behind `x-region`, for {@link ownLocale}.
 * @param preferred the person's locales, as `navigator.languages` has them; may be empty
 */
export function readerLocale(preferred: readonly string[], style: DateStyle = asRegion, language: string = words.locale): string {
  const own = regionalLocale(preferred, language)
  if (style.weekStart === 'region' && style.hours === 'region' && style.dateOrder === 'region') return own
  const { baseName } = new Intl.Locale(own)
  const written = style.dateOrder === 'region' || orderOf(own) === firstPart[style.dateOrder] ? baseName : `${language}-${regionOfOrder[style.dateOrder]}`
  const weekStart = style.weekStart === 'region' ? weekdays[firstDayOfWeek(own) - 1] : style.weekStart.slice(0, 3)
  const hours = style.hours === 'region' ? hoursOf(own) : style.hours === '12' ? 'h12' : 'h23'
  return `${written}-u-fw-${weekStart}-hc-${hours}${written === baseName ? '' : `-x-region-${regionOf(own).toLowerCase()}`}`
}

/** The locale of the person's own region, for what the order of dates has no say in: how numbers and amounts are written. */
export function ownLocale(locale: string): string {
  const region = ownRegion.exec(locale)?.[1]
  return region === undefined ? locale : `${new Intl.Locale(locale).language}-${region.toUpperCase()}`
}

/** The country (ISO 3166) whose habits the person has, as far as their locale tells. */
export function regionOf(locale: string): string {
  return new Intl.Locale(ownLocale(locale)).maximize().region ?? '001'
}

/** The day on which weeks begin in a locale, 1 for Monday … 7 for Sunday; Monday where the runtime does not know. */
export function firstDayOfWeek(locale: string): number {
  const chosen = /-u(?:-[a-z0-9]+)*?-fw-([a-z]{3})/.exec(locale)?.[1]
  if (chosen !== undefined) return weekdays.indexOf(chosen) + 1
  return (new Intl.Locale(locale) as { getWeekInfo?: () => { firstDay: number } }).getWeekInfo?.().firstDay ?? 1
}

const ownRegion = /-x-region-([a-z]{2}|\d{3})$/

function regionalLocale(preferred: readonly string[], language: string): string {
  const own = preferred.find((locale) => locale === language || locale.startsWith(`${language}-`))
  if (own !== undefined) return own
  const region = preferred.map((locale) => new Intl.Locale(locale).maximize().region).find((known) => known !== undefined)
  return region === undefined ? language : `${language}-${region}`
}

function orderOf(locale: string): string | undefined {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0)
  return parts.find(({ type }) => type !== 'literal')?.type
}

function hoursOf(locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23'
}
