/*
 * The part of the English catalogue about messages that is there from the first screen on.
 */

/** What begins to write to those who are selected. */
export const messages = { toEach: 'Write to each…' } as const

/** What was done, as the message with Undo says it. */
export const messageDid = {
  saveTemplate: 'Template saved',
  restoreTemplate: 'Earlier version restored',
  archiveTemplate: 'Template archived',
  deleteTemplate: 'Template deleted',
  addReadyTemplates: 'Templates added',
  startMailing: 'Begun',
  handleMailing: 'Message logged',
  stopMailing: 'Ended',
  resumeMailing: 'Taken up again',
  deleteMailing: 'Deleted',
} as const

/** The same as undo and redo name it. */
export const messageCommands = {
  saveTemplate: 'save template',
  restoreTemplate: 'restore an earlier version',
  archiveTemplate: 'archive template',
  deleteTemplate: 'delete template',
  addReadyTemplates: 'add templates',
  startMailing: 'begin writing to many',
  handleMailing: 'log message',
  stopMailing: 'end writing to many',
  resumeMailing: 'take up writing to many',
  deleteMailing: 'delete',
} as const

/** Why a call about messages is refused. */
export const messageErrors = {
  templateGone: 'That template is no longer there. It may have been deleted; undo brings it back.',
  templateName: 'Give the template a name. Nothing was saved.',
  templateNameTaken: 'Another template has this name. Nothing was saved; choose another one.',
  versionGone: 'That version is no longer kept. Nothing was changed.',
  mailingGone: 'That is no longer there. It may have been deleted; undo brings it back.',
  mailingOver: 'This was ended. Nothing was logged; go on with it first.',
  mailingHandled: 'That lead was seen to already. Nothing was logged a second time.',
  mailingNobody: 'None of these leads can be written to with this template. Nothing was begun.',
  mailingBarred: (why: string) => `This lead cannot be written to now: ${why}. Nothing was logged.`,
} as const
