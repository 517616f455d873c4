import type { Tone } from '../recap.ts'
import type { Channel, Outcome } from '../touch.ts'

/*
 * Every text that a person reads, in English. Another language is one more file of this shape.
 * One section per place; plurals, dates, numbers and money come from `shared/format.ts`.
 */
export const en = {
  locale: 'en',

  app: {
    name: 'Followthrough',
    today: 'Today',
    board: 'Board',
    people: 'People',
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
  },

  stages: {
    new: 'New',
    contacted: 'Contacted',
    meeting: 'Meeting',
    proposal: 'Proposal',
    negotiation: 'Negotiation',
    won: 'Won',
    lost: 'Lost',
    parked: 'Parked',
  },

  channels: {
    call: 'Call',
    email: 'Email',
    text: 'Text',
    social: 'Social',
    video: 'Video',
    'in-person': 'In person',
  } satisfies Record<Channel, string>,

  outcomes: {
    'no-answer': 'No answer',
    'left-message': 'Left a message',
    replied: 'Replied',
    talked: 'Talked',
    'meeting-booked': 'Meeting booked',
    'said-no': 'Said no',
    'said-yes': 'Said yes',
    bounced: 'Bounced',
  } satisfies Record<Outcome, string>,

  /** What undo and redo name, one per command. */
  commands: {
    addLead: 'add lead',
    editLead: 'edit lead',
    editContact: 'edit person',
    moveLead: 'move',
    deleteLead: 'delete lead',
    scheduleTouch: 'schedule touch',
    editTouch: 'edit touch',
    completeTouch: 'complete touch',
    logTouch: 'log touch',
    cancelTouch: 'cancel touch',
    snoozeTouch: 'snooze',
    startRecap: 'start recap',
    deleteRecap: 'delete recap',
    importContacts: 'import',
    addSample: 'add sample data',
    removeSample: 'remove sample data',
  },

  reminders: {
    done: 'Done',
    snooze: 'Snooze 15 min',
    open: 'Open',
    /** Title of the reminder of one touch. */
    due: (channel: string, name: string) => `${channel}: ${name}`,
    dueHidden: (channel: string) => `${channel} due`,
    dueNow: 'Due now',
    digest: (count: number) => `${count} touches are due`,
    digestBody: (names: string[], more: number) => names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    digestHidden: 'Open Followthrough to see them.',
  },

  /** The words of a recap; `{…}` is filled in. The phrases that set its voice come once per tone. */
  recap: {
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
  },

  errors: {
    unknownCall: 'This version of Followthrough does not know that request. Nothing was changed.',
    invalidInput: 'Something in that entry could not be understood. Nothing was changed; check it and try again.',
    unexpected: 'Something went wrong inside Followthrough. Nothing was changed; the details are in the log.',
    leadGone: 'That lead is no longer there. It may have been deleted; undo brings it back.',
    contactGone: 'That person is no longer there. They may have been deleted; undo brings them back.',
    touchGone: 'That touch is no longer there. It may have been deleted; undo brings it back.',
    touchNotDue: 'That touch is already done or cancelled. Nothing was changed.',
    recapGone: 'That recap is no longer there. It may have been deleted; undo brings it back.',
    stageGone: 'That stage is no longer there. The lead stays where it was.',
    beforeGone: 'The card you dropped on has moved meanwhile. The lead stays where it was; drop it again.',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
    undoConflict: 'This can no longer be undone, because the same entry was changed again since. Nothing was changed.',
    notEmpty: 'Sample data goes only into an empty Followthrough, so that it never mixes with your own. Nothing was changed.',
    noSample: 'There is no sample data to remove.',
    nobody: 'A lead needs a name, a company or an e-mail address to say who it is.',
    diskFull: 'The disk is full, so this change was not saved and was taken back. Everything from before is kept. Free some space and try again.',
    readOnly: (dir: string) => `Followthrough may not write to its data folder ${dir}, so nothing can be saved there. Your data was not touched. Allow writing to that folder, or start with another one.`,
    notSaved: 'This change could not be written to the disk and was taken back. Everything from before is kept. Check the disk and try again.',
    running: (dir: string) => `Followthrough is already running with the data in ${dir}. Its window was asked to come to the front.`,
    newer: (dir: string) => `The data in ${dir} was written by a newer version of Followthrough. It was not touched. Install the newer version to open it.`,
    damaged: 'The data file is damaged and was set aside, untouched. Choose a backup to go back to.',
    damagedNoBackup: 'The data file is damaged, and there is no whole backup beside it. Nothing was overwritten: the damaged file is kept in the data folder.',
    missing: 'The data file is missing although a record of changes lies beside it. Nothing was overwritten. Choose a backup to go back to.',
    backupGone: 'That backup is no longer there or is not whole. Nothing was changed; choose another one.',
    unavailable: 'The data is not open, so this cannot be done now.',
    fileTooLarge: 'That file is too large to import at once (the limit is 32 MB). Nothing was changed; split it and import the parts.',
    fileEmpty: 'There are no people in that file. Nothing was changed.',
    fileNoHeader: 'No header row with a name, company or e-mail column was found in that file. Nothing was changed. Export it again as CSV with its header row.',
    fileUnreadable: 'That file is not readable as a CSV of contacts. Nothing was changed.',
    fileQuotes: (row: number) => `Row ${row} of that file has a quotation mark that is not closed properly, so the rows after it cannot be told apart. Nothing was changed. Correct that row, or export the file again.`,
    rowNobody: 'no name, company or e-mail address',
  },

  /** Why one row of an imported file is left out. */
  importReasons: {
    fields: {
      name: 'name',
      company: 'company',
      role: 'role',
      emails: 'e-mail addresses',
      phones: 'phone numbers',
      links: 'links',
      tags: 'tags',
      notes: 'notes',
    },
    tooLong: (field: string, most: number) => `${field}: longer than ${most} characters`,
    tooMany: (field: string, most: number) => `${field}: more than ${most}`,
    notUnderstood: (field: string) => `${field}: could not be understood`,
    noEmail: (text: string) => `“${text}” is no e-mail address`,
    extraCells: 'more cells than the header has columns',
    damagedLetters: 'some letters are damaged; save the file as CSV UTF-8 and import it again',
  },

  /** What the web shell answers to those it turns away, and says in the terminal. */
  web: {
    running: (address: string) => `Followthrough is running at ${address}`,
    noToken: 'This address lacks its token. Open the whole address that Followthrough printed when it started.',
    wrongToken: 'This address is from an earlier start of Followthrough. Open the one that it printed last.',
    foreignHost: 'Followthrough answers only to its own address on this computer.',
    foreignOrigin: 'Followthrough answers only to its own page, not to other sites.',
    tooLarge: 'That was more than Followthrough takes at once (33 MB). Nothing was changed.',
    malformed: 'That message could not be understood. Nothing was changed.',
    socketOnly: 'This address is for the page of Followthrough itself.',
    readOnly: 'Pages of Followthrough can only be read.',
    noSuchPage: 'There is no such page in Followthrough.',
    stopped: 'Followthrough was closed.',
    notBuilt: 'The screens of Followthrough are not built yet. Run "npm run build", then start it again.',
    portTaken: (port: number) => `Port ${port} is taken by another program. Choose another one with --port, or 0 for a free one.`,
    portNotAllowed: (port: number) => `This system does not allow Followthrough to use port ${port}. Choose another one with --port, or 0 for a free one.`,
    sampleRefused: (reason: string) => `Started with the data that is there, without sample data. ${reason}`,
    noSuchFlag: (problem: string) => `${problem}\nRun with --help to see the flags.`,
    dataMissing: '--data needs the name of a folder.',
    portInvalid: (given: string) => `--port needs a whole number from 0 to 65535, not "${given}".`,
    help: `Flags:
  --browser    use the browser, also where the desktop app could run
  --data DIR   keep the data in this folder
  --port N     serve the page at this port; 0 takes a free one (browser only)
  --no-open    do not open the browser, only print the address (browser only)
  --sample     put sample data into an empty data folder
  --help       show this`,
  },

  notices: {
    tornLine: (count: number) =>
      `The last start ended while a change was being written. ${count === 1 ? 'That change was' : `${count} changes were`} not confirmed to you and could not be kept; everything before it is here.`,
    restored: (when: string) => `This is the backup of ${when}. What was there before is kept in the data folder.`,
    editedOutside: 'The data file was changed by another program. Every entry was checked and is whole.',
    migrated: 'Your data was brought up to this version. A backup of the older file was made first.',
  },
} as const
