import type { Channel } from '../channel.ts'
import type { Outcome } from '../touch.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of touches: when they are due, how they went, and what comes next.
 */

/** When something is due. */
export const due = {
  now: 'now',
  today: 'today',
  tomorrow: 'tomorrow',
  todayAt: (time: string) => `today ${time}`,
  tomorrowAt: (time: string) => `tomorrow ${time}`,
  dateAt: (date: string, time: string) => `${date} ${time}`,
  minutesLate: (count: number) => `${count} min late`,
  hoursLate: (count: number) => `${count} ${plural('en', count, { one: 'hour', other: 'hours' })} late`,
  daysLate: (count: number) => `${count} ${plural('en', count, { one: 'day', other: 'days' })} late`,
  noNextStep: 'No next step',
  date: 'Date',
  time: 'Time (optional)',
  wholeDay: 'No time',
  quickToday: 'Today',
  quickTomorrow: 'Tomorrow',
  quickThreeDays: '3 working days',
  quickWeek: 'In a week',
} as const

export const channels = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Social',
  video: 'Video',
  'in-person': 'In person',
} satisfies Record<Channel, string>

/** What several touches on a channel are called. */
export const channelsMany = {
  call: 'calls',
  email: 'emails',
  text: 'texts',
  social: 'messages',
  video: 'video calls',
  'in-person': 'visits',
} satisfies Record<Channel, string>

export const outcomes = {
  'no-answer': 'No answer',
  'left-message': 'Left a message',
  replied: 'Replied',
  talked: 'Talked',
  'meeting-booked': 'Meeting booked',
  'said-no': 'Said no',
  'said-yes': 'Said yes',
  bounced: 'Bounced',
} satisfies Record<Outcome, string>

/** Completing, skipping or logging a touch, in Today and on the lead page. */
export const complete = {
  title: (channel: string, name: string) => `${channel} with ${name}`,
  outcome: 'How did it go?',
  notes: 'Notes',
  notesPlaceholder: 'What was said',
  channel: 'How',
  after: 'What comes next?',
  next: 'Next step',
  nothing: 'Nothing more',
  declined: 'They declined',
  declinedWords: 'In their words (optional)',
  declinedHint: 'They are marked as declined, and not flagged for a next step any more.',
  asProposed: 'As proposed',
  endsCadence: (cadence: string) => `This ends ${cadence}.`,
  lastStep: (cadence: string) => `That was the last step of ${cadence}.`,
  accepts: {
    done: { next: 'Done and schedule', alone: 'Done' },
    log: { next: 'Log and schedule', alone: 'Log touch' },
    skip: { next: 'Skip and schedule', alone: 'Skip' },
  },
  skipTitle: (channel: string, name: string) => `Skip: ${channel} with ${name}`,
  skipHint: 'It stays undone on purpose, and the timeline says so.',
} as const

/** Why a next step is proposed as it is. */
export const proposal = {
  step: (number: number, of: number, cadence: string) => `Step ${number} of ${of} of ${cadence}`,
  answers: (answered: number, of: number, what: string) => `They answered ${answered} of ${of} ${what}`,
  channels: {
    bounced: 'The last one did not get through',
    meeting: 'For the meeting',
    said: 'They prefer it this way',
    permission: 'They agreed to this channel',
  },
  shifts: {
    'day-off': 'Moved past a day off',
    hours: 'Moved into working hours',
    gap: 'Kept apart from the touch before',
    'not-before': 'Not before the date they asked for',
    full: 'Moved past a full day',
    order: 'Moved behind what comes first',
  },
  full: (day: string) => `${day} is full already`,
  conflicts: { channel: 'They did not agree to this channel', 'near-other': 'Close to another touch with them' },
} as const

export const schedule = {
  title: 'Schedule the next step',
  reschedule: 'Reschedule',
  channel: 'How',
  purpose: 'What for',
  purposePlaceholder: 'Send the samples',
  due: 'When',
  save: 'Schedule',
  saveMove: 'Save',
  more: 'More',
  minutes: 'How long',
  usual: (minutes: number) => `Usual, ${minutes} min`,
  brings: 'Brings them',
  bringsPlaceholder: 'A case study, an article, an idea',
  copyPreparation: 'Copy what was prepared',
  copied: 'Copied.',
  copyFailed: 'The clipboard did not take it. Nothing is lost; try again, or select the text and copy it.',
  preparation: 'Prepared',
  preparationPlaceholder: 'What to have at hand',
  clock: 'Whose clock',
  myTime: 'Your time',
  theirTime: 'Their time',
  timeIn: (city: string) => `Time in ${city}`,
  forMe: (time: string) => `${time} for you`,
  forThem: (time: string) => `${time} for them`,
  wallIn: (time: string, city: string) => `${time} in ${city}`,
} as const

/** What cadences write on touches by themselves. */
export const cadences = {
  answerThem: 'Answer their message',
  answerAtOnce: 'Answer them: they came to you',
  theyReplied: 'They got in touch',
} as const
