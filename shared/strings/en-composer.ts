import type { Tone } from '../recap.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of writing recaps. The words of the letter itself are in en.ts.
 */

/** The screen where a recap is written. */
export const composer = {
  title: (name: string) => `Recap · ${name}`,
  preview: 'Preview',
  letter: 'The letter',
  tone: 'Tone',
  tones: { warm: 'Warm', plain: 'Plain', formal: 'Formal' } satisfies Record<Tone, string>,
  subject: 'Subject',
  slots: { problems: 'What you told me', solutions: 'What we agreed', mine: 'I will', theirs: 'You will', questions: 'Open questions', next: 'Next time to speak' },
  slotHints: { problems: 'problems', solutions: 'solutions', mine: 'promises of mine', theirs: 'promises of theirs', questions: 'still to be answered' },
  /** The name of one row, for those who cannot see its place. */
  row: (slot: string, place: number) => `${slot}, line ${place}`,
  /** What the first line of a slot suggests while it is empty. */
  examples: {
    problems: 'A problem, in their words',
    solutions: 'What you settled on',
    mine: 'What you promised to do',
    theirs: 'What they promised to do',
    questions: 'What they asked and you still owe',
  },
  addMore: 'Add another',
  /** The handle of a line, and the menu behind it. */
  moveLine: (what: string) => `Move: ${what}`,
  shift: 'Shift',
  moveUp: 'Up',
  moveDown: 'Down',
  moveTo: (slot: string) => `To “${slot}”`,
  moved: (slot: string, place: number, of: number) => `${slot}, line ${place} of ${of}`,
  ends: 'Greeting and sign-off',
  endsHint: 'empty leaves them to the tone',
  greeting: 'Greeting',
  signOff: 'Sign-off',
  by: (what: string) => `By when: ${what}`,
  addDate: 'Date',
  clearDate: 'No date',
  addMeeting: 'Set the next time to speak',
  removeMeeting: 'Remove',
  meetingDate: 'Date',
  meetingChannel: 'How',
  meetingTime: 'Time',
  meetingZone: 'Time zone',
  meetingLength: 'Length',
  mineTime: (time: string) => `${time} for you`,
  minutes: (minutes: number) => `${minutes} min`,
  copy: 'Copy recap',
  copySubject: 'Copy subject',
  openInMail: 'Open in mail',
  copied: 'Recap copied. Paste it into your mail program.',
  subjectCopied: 'Subject copied.',
  copiedInstead: 'This recap is too long to hand to the mail program, so it was copied instead. Paste it into a new message.',
  copyFailed: 'The clipboard did not take the recap. Nothing is lost; try again, or select the preview and copy it.',
  copiedAt: (when: string) => `Copied ${when}`,
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved',
  toLead: 'Open lead',
  to: 'To',
  checksTitle: 'Checks',
  checks: {
    subject: (length: number) => `Subject ${length} characters`,
    subjectLong: (length: number) => `Subject ${length} characters, too long`,
    subjectCapitals: 'Subject is all capitals',
    nextStep: 'Next step named',
    noNextStep: 'No next step named',
    dated: 'Every promise has a date',
    undated: (count: number) => (count === 1 ? '1 promise without a date' : `${count} promises without a date`),
    fields: 'No empty fields',
    emptyField: (field: string) => `Still to fill in: ${field}`,
    unsigned: 'Unsigned: set your name in Settings',
  },
  keyHelp: (control: string) => [
    { keys: ['Enter'], does: 'adds a line' },
    { keys: ['Alt', '↑ ↓'], does: 'moves it' },
    { keys: ['Alt', 'Shift', '↑ ↓'], does: 'to another list' },
    { keys: [control, 'Z'], does: 'takes back' },
    { keys: [control, 'Enter'], does: 'copies' },
  ],
}

/** The list of recaps. */
export const recaps = {
  title: 'Recaps',
  write: 'Write recap',
  drafts: 'Drafts',
  copied: 'Copied',
  choose: 'Who did you talk to?',
  filter: 'Name or company',
  nobody: 'Nobody by that name.',
  deleteNamed: (name: string) => `Delete the recap for ${name}`,
  edited: (when: string) => `edited ${when}`,
  copiedAt: (when: string) => `copied ${when}`,
  noSubject: 'Subject not written yet',
  emptyTitle: 'No recaps yet',
  emptyBody: 'Right after a meeting, write down what you heard, what was agreed and when you speak next. Copy it into your mail program while it is fresh.',
  noLeads: 'Add a lead first; a recap goes to somebody.',
}
