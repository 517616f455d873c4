import type { Channel } from '../channel.ts'
import type { NoteRule } from '../recap-notes.ts'
import type { Tone } from '../recap.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of a recap: its words, and what becomes of it and of notes.
 */

/** What sending a recap writes into the records. */
export const recapSent = {
  logged: 'Recap sent',
  meeting: 'As agreed in the recap',
}

export const recapDid = {
  sendRecap: 'Recap sent',
  planMeeting: 'Meeting scheduled',
}

export const recapCommands = {
  sendRecap: 'send recap',
  planMeeting: 'schedule meeting',
}

export const recapErrors = {
  nextMeetingOver: 'The next time to speak is over already. Nothing was changed; choose a later one, or take it out.',
  noNextMeeting: 'This recap names no next time to speak. Nothing was changed; set one first.',
  recapSentAlready: 'This recap is marked as sent, and says nothing else since. Nothing was changed.',
  pdfOnlyDesktop: 'Only the desktop app saves a PDF. Print the recap instead, and choose to save it as a PDF.',
  pdfFailed: 'The PDF could not be saved. Nothing is lost; try again, or choose another folder.',
}

/** The files that a recap is saved as. */
export const recapFiles = {
  /** Without an ending. `name` is who it goes to. */
  name: (name: string, date: string) => `Recap ${name} ${date}`,
  meeting: 'meeting',
  pdf: 'PDF document',
  /** The appointment in the calendar of the one who gets it: both are named, since each knows who the other is. */
  meetingOf: (channel: string, one: string, other: string) => (one === '' ? `${other}: ${channel}` : `${one} and ${other}: ${channel}`),
}

/** Notes sorted into the slots of a recap. */
export const recapNotes = {
  /** Why a line stands in its slot. */
  rules: {
    'question-mark': 'ends with a question mark',
    asks: 'begins like a question',
    mine: 'says what I or we will do',
    theirs: 'says what they will do',
    agreed: 'says what was agreed',
    problem: 'names a problem or a need',
    heading: 'stands under a heading',
    rest: 'anything else counts as what they told me',
  } satisfies Record<NoteRule, string>,
  left: (count: number, written: string) => `${written} ${plural('en', count, { one: 'line', other: 'lines' })} more than a slot takes stay in the notes`,
}

/** The words of a recap; `{…}` is filled in. The phrases that set its voice come once per tone. */
export const recap = {
  greeting: { warm: 'Hi {name},', plain: 'Hello {name},', formal: 'Dear {name},' } satisfies Record<Tone, string>,
  greetingNobody: { warm: 'Hi,', plain: 'Hello,', formal: 'Good day,' } satisfies Record<Tone, string>,
  thanks: {
    warm: 'Thank you for your time {day}. Here is what I took away.',
    plain: 'Here is a short summary of our talk {day}.',
    formal: 'Thank you for the conversation {day}. Please find a summary below.',
  } satisfies Record<Tone, string>,
  day: { today: 'today', yesterday: 'yesterday', on: 'on {date}' },
  told: { warm: 'What you told me', plain: 'What you told me', formal: 'Points you raised' } satisfies Record<Tone, string>,
  agreed: { warm: 'What we agreed', plain: 'What we agreed', formal: 'What was agreed' } satisfies Record<Tone, string>,
  steps: { warm: 'Next steps', plain: 'Next steps', formal: 'Next steps' } satisfies Record<Tone, string>,
  questions: { warm: 'Still open', plain: 'Open questions', formal: 'Questions still open' } satisfies Record<Tone, string>,
  mine: { dated: 'I will {what} by {by}', open: 'I will {what}' },
  theirs: { dated: 'You will {what} by {by}', open: 'You will {what}' },
  /** What somebody will do, fit to follow "I will": "Send the samples." becomes "send the samples". */
  asClause: (what: string) =>
    what
      .replace(/^(i will|i'll|i’ll|i shall|you will|you'll|you’ll)\s+/i, '')
      .replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
      .replace(/(?<!\.)\.$/, ''),
  next: {
    warm: 'We speak next on {when}{mine}, {channel}, for {length}.',
    plain: 'We speak next on {when}{mine}, {channel}, for {length}.',
    formal: 'Our next conversation is on {when}{mine}, {channel}, for {length}.',
  } satisfies Record<Tone, string>,
  when: '{date}, {time}',
  whenTheirs: '{date}, {time} your time',
  whenMine: ' ({time} mine)',
  meetingBy: {
    call: 'by phone',
    email: 'by email',
    text: 'by text message',
    social: 'by direct message',
    video: 'by video call',
    'in-person': 'in person',
  } satisfies Record<Channel, string>,
  length: (minutes: number) => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    const whole = hours === 0 ? '' : hours === 1 ? '1 hour' : `${hours} hours`
    return [whole, rest === 0 ? '' : `${rest} minutes`].filter((part) => part !== '').join(' ')
  },
  closing: { warm: 'Best,', plain: 'Regards,', formal: 'Kind regards,' } satisfies Record<Tone, string>,
  subject: {
    opening: { warm: 'Our talk {day}', plain: 'Recap of our talk {day}', formal: 'Summary of our conversation {day}' } satisfies Record<Tone, string>,
    meeting: '{opening}, and our {channel} on {date}',
    promise: '{opening}, next step by {date}',
    steps: '{opening}, and next steps',
  },
  meetingNames: {
    call: 'call',
    email: 'next exchange',
    text: 'next exchange',
    social: 'next exchange',
    video: 'video call',
    'in-person': 'meeting',
  } satisfies Record<Channel, string>,
} as const
