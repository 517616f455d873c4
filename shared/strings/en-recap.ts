import type { NoteRule } from '../recap-notes.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of what becomes of notes and of a recap.
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
