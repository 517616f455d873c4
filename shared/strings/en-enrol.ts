import type { LeftOut } from '../cadence.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of starting cadences.
 */

const leads = (count: number, written: string) => `${written} ${plural('en', count, { one: 'lead', other: 'leads' })}`

/** The dialog that starts a cadence. */
export const enrol = {
  title: 'Start a cadence',
  titleMove: 'Move to another cadence',
  titleMany: (count: number, written: string) => `Start a cadence for ${leads(count, written)}`,
  button: 'Start a cadence…',
  shown: (count: number, written: string) => `Start a cadence for the ${leads(count, written)} shown…`,
  cadence: 'Cadence',
  startOn: 'Begins on',
  noDate: 'Choose the day on which it begins.',
  pace: 'How many begin',
  paces: { all: 'All at once', some: 'A few each day' },
  perDay: 'Leads a working day',
  aDay: 'a working day',
  badPerDay: 'A whole number from 1 to 1000.',
  preview: 'What would happen',
  starting: (count: number, written: string) => `${leads(count, written)} ${plural('en', count, { one: 'starts', other: 'start' })}`,
  leftOutCount: (written: string) => `${written} left out`,
  movedCount: (count: number, written: string) => `${written} ${plural('en', count, { one: 'touch', other: 'touches' })} moved`,
  conflictCount: (count: number, written: string) => `${written} ${plural('en', count, { one: 'touch', other: 'touches' })} to look at`,
  crowdedCount: (count: number, written: string) => `${written} crowded ${plural('en', count, { one: 'day', other: 'days' })}`,
  load: 'New touches by day',
  loadOn: (date: string, count: number) => `${date}: ${count} new ${plural('en', count, { one: 'touch', other: 'touches' })}`,
  moreCrowded: (count: number) => `and ${count} more`,
  crowdedOn: (date: string, touches: number) => `${date}: ${touches} touches in all, more than your limit`,
  loadWords: (from: string, to: string, most: number, on: string) => `New touches by day from ${from} to ${to}. Most on ${on}: ${most}.`,
  rows: 'The leads',
  leaves: (cadence: string) => `leaves ${cadence}`,
  touches: (count: number, from: string, to: string) => `${count} ${plural('en', count, { one: 'touch', other: 'touches' })}, ${from === to ? from : `${from} to ${to}`}`,
  leftOut: {
    gone: 'No longer there',
    already: 'Goes through this cadence already',
    lost: 'Is lost',
    parked: 'Is parked',
    'permission-declined': 'Does not want to be followed up',
    'permission-expired': 'The permission to follow up ends before the first touch',
    'do-not-contact': 'Is not to be contacted',
  } satisfies Record<LeftOut, string>,
  nobody: (count: number) => (count === 1 ? 'This lead cannot start this cadence.' : 'None of them can start this cadence.'),
  withoutLead: (count: number, written: string) => `${written} of those selected ${plural('en', count, { one: 'has', other: 'have' })} no lead and ${plural('en', count, { one: 'is', other: 'are' })} left out.`,
  start: 'Start',
  startMany: (count: number, written: string) => `Start for ${leads(count, written)}`,
  started: (cadence: string, count: number, written: string) => (count === 1 ? `${cadence} started.` : `${cadence} started for ${leads(count, written)}.`),
  noneTitle: 'No cadence yet',
  noneBody: 'Add the ready-made ones here, or write your own in the Playbook.',
} as const
