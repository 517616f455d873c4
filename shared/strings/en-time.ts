import type { RespreadReason } from '../respread.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of the person's own time: days off, and the return from them.
 */

/** Days off in the settings. */
export const daysOff = {
  title: 'Days off',
  hint: 'Nothing is planned for them, and they do not count as working days.',
  unnamed: 'Day off',
  add: 'Add days off',
  import: 'Import a calendar file',
  none: 'No days off yet. Add your own, or import the public holidays of your country as a calendar file (.ics) from Google, Apple, Outlook or officeholidays.com.',
  span: (from: string, to: string) => `${from} – ${to}`,
  edit: (name: string, when: string) => `Edit ${name}, ${when}`,
  remove: (name: string, when: string) => `Delete ${name}, ${when}`,
  removed: (name: string) => `${name} deleted`,
  addTitle: 'Add days off',
  editTitle: 'Change days off',
  name: 'Name',
  nameExample: 'e.g. Summer holidays',
  from: 'First day',
  to: 'Last day',
  noDates: 'Say from when to when.',
  reversed: 'The last day comes before the first one.',
  save: 'Save',
  importTitle: 'Import days off',
  found: (fresh: number, known: number, written: string) =>
    [fresh === 0 ? 'Nothing new in this file' : `${written} new`, ...(known > 0 ? [`${known} already there`] : [])].join(', ') + '.',
  leftOut: {
    timed: (count: number) => `${count} with a time of day`,
    outside: (count: number) => `${count} over, or more than three years ahead`,
    unclear: (count: number) => `${count} that could not be understood or do not repeat yearly`,
  },
  leftOutList: (list: string) => `Left out: ${list}.`,
  observances: 'Days that the file itself calls observances are not ticked: people work on them.',
  addChosen: (count: number, written: string) => (count === 0 ? 'Add' : `Add ${written}`),
  added: (count: number, written: string) => `${written} ${plural('en', count, { one: 'entry', other: 'entries' })} added to your days off`,
  /** Why a whole file is refused. */
  problems: {
    noCalendar: 'That file is no calendar file, or is damaged. Nothing was changed; choose one that ends in .ics.',
    noEvents: 'There is no event in that calendar file. Nothing was changed.',
    tooMuch: 'So much repeats in that calendar file that it is no list of holidays. Nothing was changed.',
  },
} as const

/** What waited while the person was away, in Today. */
export const backlog = {
  waited: (count: number, written: string) => `${written} ${plural('en', count, { one: 'touch', other: 'touches' })} waited while you were away.`,
  look: 'Spread them anew…',
  title: 'Back again',
  intro: (days: number) => (days === 1 ? 'All of them fit into one day.' : `Spread over ${days} working days, and never more on a day than you set.`),
  day: (count: number, limit: number) => `${count} of ${limit}`,
  dayLabel: (day: string, count: number, limit: number) => `${day}: ${count} touches, ${limit} at most`,
  move: (name: string) => `Move ${name}`,
  reasons: {
    promise: (what: string) => `You promised: ${what}`,
    reply: () => 'They answered last time',
    value: (amount: string) => (amount === '' ? 'No value known' : `Worth ${amount}`),
    cold: () => 'Long silence, no value known',
  } satisfies Record<RespreadReason, (what: string) => string>,
  later: 'Not now',
  accept: (count: number, written: string) => (count === 0 ? 'Accept' : `Accept ${written}`),
  done: (count: number, written: string) => `${written} ${plural('en', count, { one: 'touch has', other: 'touches have' })} a new date`,
} as const
