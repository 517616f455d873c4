import type { PromiseSide, StandingKind } from '../promise.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of promises and of questions that leads asked. It comes with the screens
 * that say it (see ledger-words.ts).
 */

const days = (count: number) => `${count} ${plural('en', count, { one: 'day', other: 'days' })}`

export const ledger = {
  sides: { mine: 'I will', theirs: 'They will' } satisfies Record<PromiseSide, string>,
  /** How a promise stands; a day that is still to come is told by its date. */
  standings: {
    late: (count: number) => `${days(count)} late`,
    today: () => 'today',
    later: () => '',
    undated: () => 'no day',
    kept: () => 'kept',
    'kept-late': (count: number) => `kept ${days(count)} late`,
    broken: () => 'broken',
    cancelled: () => 'let go',
  } satisfies Record<StandingKind, (count: number) => string>,
  tomorrow: 'tomorrow',
  moved: (count: number) => (count === 1 ? 'moved once' : count === 2 ? 'moved twice' : `moved ${count} times`),
  asking: (when: string) => `you ask ${when}`,
  unasked: 'not to be asked about',

  keep: 'Kept',
  move: 'Move',
  break: 'Broken',
  cancel: 'Let go',
  more: (what: string) => `More about: ${what}`,
  edit: 'Edit',
  ask: 'Ask about it today',
  dismiss: 'Do not ask about it',
  reopen: 'Open again',
  said: {
    keep: (what: string) => `Kept: ${what}`,
    break: (what: string) => `Broken: ${what}`,
    cancel: (what: string) => `Let go: ${what}`,
    reopen: (what: string) => `Open again: ${what}`,
    ask: (what: string) => `You ask about it today: ${what}`,
    dismiss: (what: string) => `Nobody asks about: ${what}`,
    move: (what: string, when: string) => `Moved to ${when}: ${what}`,
    add: (what: string) => `Promised: ${what}`,
    edit: (what: string) => `Changed: ${what}`,
  },

  add: 'Add promise',
  addNamed: 'Add a promise for…',
  addWho: 'Whom is it with?',
  addTitle: 'A new promise',
  editTitle: (what: string) => `Edit: ${what}`,
  moveTitle: (what: string) => `Move: ${what}`,
  whose: 'Who promises it?',
  what: 'What',
  whatExample: 'e.g. send the budget figures',
  by: 'By when (optional)',
  newDay: 'New day',
  dayExample: 'e.g. Fri, in 2 weeks, 3 Dec',
  dayUnclear: 'That names no day from today on. Write it like Fri, in 2 weeks or 3 Dec.',
  dayNeeded: 'Say to which day.',
  whatNeeded: 'Say what was promised.',
  save: 'Save',
  settled: (count: number) => `${count} settled`,

  /** The ledger. */
  filterWhose: 'Whose promises',
  filterState: 'Which promises',
  filters: { both: 'Both', mine: 'Mine', theirs: 'Theirs', open: 'Open', all: 'All' },
  groups: { late: 'Late', today: 'Today', later: 'To come', undated: 'No day agreed', settled: 'Settled' },
  rate: {
    mine: (onTime: number, n: number) => `You kept ${onTime} of ${n} on time`,
    theirs: (onTime: number, n: number) => `they kept ${onTime} of ${n}`,
  },
  moreLater: (count: number) => `${count} more come up as these are settled.`,
  emptyTitle: 'No promises yet',
  emptyBody: 'What you say you will do, and what they say they will do, each with its day. A recap writes them down by itself; theirs become a touch of yours when they lapse.',
  noneOpen: 'No promise is open',
  noneOpenBody: 'Whatever was promised is kept, or settled otherwise.',
  showAll: 'Show all',
  keys: [
    { key: 'K', does: 'Kept' },
    { key: 'M', does: 'Move to another day' },
    { key: 'B', does: 'Broken' },
    { key: 'X', does: 'Let go' },
    { key: 'E', does: 'Edit' },
    { key: 'R', does: 'Open again' },
    { key: 'A', does: 'Add' },
    { key: 'Enter', does: 'Open the lead' },
  ],
  keysTitle: 'In the list of promises',
  goTo: 'Go to Promises',
  addOnLead: 'Add a promise (on a lead)',

  /** What is still open with somebody, shown while a touch with them is told. */
  stillOpen: 'Still open with them',
  asksAbout: 'This touch asks about it',
}

export const questions = {
  title: 'Questions',
  /** Beside a question in a list that has promises as well. */
  side: 'They ask',
  add: 'Note question',
  addNamed: 'Note a question of…',
  addWho: 'Who asked?',
  addTitle: 'A new question',
  addOnLead: 'Note a question (on a lead)',
  text: 'What they want to know',
  textExample: 'e.g. Does it run on a Mac?',
  textNeeded: 'Say what they want to know.',
  asked: (when: string) => `asked ${when}`,
  answered: (when: string) => `answered ${when}`,
  answer: 'Answer',
  answerTo: (text: string) => `Answer: ${text}`,
  answerField: 'What you answered (optional)',
  saveAnswer: 'Answered',
  edit: 'Edit',
  editTitle: (text: string) => `Edit: ${text}`,
  reopen: 'Open again',
  delete: 'Delete',
  more: (text: string) => `More about: ${text}`,
  said: {
    add: (text: string) => `Noted: ${text}`,
    answer: (text: string) => `Answered: ${text}`,
    delete: (text: string) => `Deleted: ${text}`,
    reopen: (text: string) => `Open again: ${text}`,
    edit: (text: string) => `Changed: ${text}`,
  },
  answeredCount: (count: number) => `${count} answered`,
}
