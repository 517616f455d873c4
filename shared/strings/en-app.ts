import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of the app around its screens: the frame, the connection, the palette,
 * the shortcuts, and data that could not be opened.
 */

export const app = {
  name: 'Followthrough',
  today: 'Today',
  board: 'Board',
  people: 'People',
  playbook: 'Playbook',
  recaps: 'Recaps',
  settings: 'Settings',
  newLead: 'New lead',
  undo: 'Undo',
  redo: 'Redo',
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  done: 'Done',
  tryAgain: 'Try again',
} as const

export const ui = {
  loading: 'Loading',
  messages: 'Messages',
  dismiss: 'Dismiss',
  navigation: 'Screens',
  screenBroke: 'This screen ran into a problem and stopped. Your data is safe.',
  dueCount: (count: number) => `${count} due`,
  leadCount: (count: number) => `${count} ${plural('en', count, { one: 'lead', other: 'leads' })}`,
  draftCount: (count: number) => `${count} ${plural('en', count, { one: 'draft', other: 'drafts' })}`,
} as const

export const connection = {
  lost: 'The connection to Followthrough is gone. Trying to reconnect…',
  closed: 'Followthrough was closed. Once you start it again, go on in the page that it opens then.',
  outdated: 'This page belongs to an earlier start of Followthrough. Go on in the page that the latest start opened, or open the address that it printed.',
  noToken: 'This address lacks its key. Open the whole address that Followthrough printed when it started.',
  disconnected: 'Followthrough could not be reached, so this was not done. It works again once the connection is back.',
  tooLarge: 'That is too much to take over at once. Nothing was changed; split it and try the parts.',
} as const

export const palette = {
  title: 'Search or do',
  field: 'Search or do…',
  results: 'Results',
  people: 'People',
  companies: 'Companies',
  leads: 'Leads',
  notes: 'Notes',
  recent: 'Recent',
  actions: 'Do',
  nothing: 'Nothing fits that.',
  reading: 'Still reading what was written…',
  found: (count: number) => `${count} ${plural('en', count, { one: 'result', other: 'results' })}`,
  personCount: (count: number) => `${count} ${plural('en', count, { one: 'person', other: 'people' })}`,
  leadCount: (count: number) => (count === 0 ? 'no lead' : count === 1 ? '1 lead' : `${count} leads`),
  goTo: (place: string) => `Go to ${place}`,
  import: 'Import contacts',
  backup: 'Make a backup now',
  theme: (theme: string) => `Theme: ${theme}`,
  recapFor: 'Write a recap for…',
  recapWho: 'Who did you talk to?',
  keys: { move: 'to move', choose: 'to choose', close: 'to close' },
} as const

export const shortcuts = {
  title: 'Keyboard shortcuts',
  search: 'Search or do anything',
  everywhere: 'Everywhere',
  onBoard: 'On the board',
  newLead: 'New lead',
  goToday: 'Go to Today',
  goBoard: 'Go to Board',
  goPeople: 'Go to People',
  goCalendar: 'Go to Calendar',
  goPlaybook: 'Go to Playbook',
  goRecaps: 'Go to Recaps',
  undo: 'Undo',
  redo: 'Redo',
  show: 'Show these shortcuts',
  andThen: 'then',
  focus: 'Go from card to card',
  open: 'Open the lead',
  lift: 'Lift the card, and drop it',
  carry: 'Carry the lifted card',
  cancel: 'Put the lifted card back',
  moveTo: 'Move to another column',
  select: 'Select the card, or let it go',
  remove: 'Delete the lead',
  onTouches: 'In Today and on a lead',
  inCalendar: 'In the calendar',
  page: 'To the days before and after',
  toToday: 'Back to today',
  views: 'Month, week, day, agenda',
  scheduleOnDay: 'Schedule a touch, on the day in focus',
  openEntry: 'See what it is',
  complete: 'Complete the touch',
  snooze: 'Snooze it',
  reschedule: 'Reschedule or edit it, or schedule one',
  skip: 'Skip it',
  theyReplied: 'They replied',
  log: 'Log a touch that was not planned',
  writeRecap: 'Write a recap; among recaps too',
  inRecap: 'In a recap',
  addLine: 'Add a line below',
  moveLine: 'Move the line',
  copyRecap: 'Copy the recap',
  alt: 'Alt',
  space: 'Space',
  arrows: '← ↑ ↓ →',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Delete',
} as const

export const recovery = {
  title: 'Your data could not be opened',
  backups: 'Backups',
  restore: 'Go back to this one',
  holds: (leads: number, contacts: number) =>
    `${leads} ${plural('en', leads, { one: 'lead', other: 'leads' })}, ${contacts} ${plural('en', contacts, { one: 'person', other: 'people' })}`,
  folder: (dir: string) => `Data folder: ${dir}`,
} as const

export const notices = {
  tornLine: (count: number) =>
    `The last start ended while a change was being written. ${count === 1 ? 'That change was' : `${count} changes were`} not confirmed to you and could not be kept; everything before it is here.`,
  restored: (when: string) => `This is the backup of ${when}. What was there before is kept in the data folder.`,
  editedOutside: 'The data file was changed by another program. Every entry was checked and is whole.',
  migrated: 'Your data was brought up to this version. A backup of the older file was made first.',
} as const
