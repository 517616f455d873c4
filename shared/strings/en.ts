import { app, connection, notices, palette, recovery, shortcuts, ui } from './en-app.ts'
import { board, ending, segments, stageEditor, stages } from './en-board.ts'
import { calendar, calendarFile } from './en-calendar.ts'
import { commands, did } from './en-commands.ts'
import { enrol } from './en-enrol.ts'
import { errors } from './en-errors.ts'
import { lead, newLead, quickAdd } from './en-leads.ts'
import { messages } from './en-messages.ts'
import { browserNotifications, missed, remindBefore, reminders } from './en-notifications.ts'
import { merge, people } from './en-people.ts'
import { promises } from './en-promises.ts'
import { recap, recapFiles, recapNotes, recapSent } from './en-recap.ts'
import { exporting, settings } from './en-settings.ts'
import { backlog, daysOff } from './en-time.ts'
import { cadences, channels, channelsMany, complete, due, outcomes, proposal, schedule } from './en-touches.ts'

/*
 * Every English text that is there from the first screen on, put together from the files of its places; the others come
 * with what shows them (see *-words.ts). Another language is one more set of these files. Plurals, dates, numbers and
 * money come from `shared/format.ts`.
 */
export const en = {
  locale: 'en',
  app,
  due,
  ui,
  connection,
  did,
  newLead,
  quickAdd,
  palette,
  shortcuts,
  recovery,
  board,
  segments,
  stageEditor,
  ending,
  stages,
  channels,
  channelsMany,
  outcomes,
  commands,
  cadences,
  messages,
  promises,
  recapSent,
  recapFiles,
  recapNotes,
  daysOff,
  backlog,
  enrol,
  browserNotifications,
  remindBefore,
  reminders,
  missed,
  recap,
  complete,
  proposal,
  schedule,
  lead,
  people,
  merge,
  export: exporting,
  calendar,
  calendarFile,
  settings,
  errors,
  notices,
} as const
