/*
 * The part of the English catalogue that speaks of promises and of questions from the first moment on; their screens
 * have the rest (en-ledger.ts).
 */

export const promises = {
  title: 'Promises',
  dueCount: (count: number) => `${count} of yours due`,
  /** The purpose of the touch that asks about a promise of theirs. */
  askAbout: (what: string) => `Ask about: ${what}`,
}

export const promiseDid = {
  addPromise: 'Promise added',
  editPromise: 'Promise changed',
  keepPromise: 'Promise kept',
  movePromise: 'Promise moved',
  breakPromise: 'Promise broken',
  cancelPromise: 'Promise cancelled',
  reopenPromise: 'Promise open again',
  askAboutPromise: 'Touch planned for today',
  dismissPromise: 'No touch asks about it',
  addQuestion: 'Question noted',
  answerQuestion: 'Question answered',
  editQuestion: 'Question changed',
  reopenQuestion: 'Question open again',
  deleteQuestion: 'Question deleted',
}

export const promiseCommands = {
  addPromise: 'add promise',
  editPromise: 'edit promise',
  keepPromise: 'keep promise',
  movePromise: 'move promise',
  breakPromise: 'break promise',
  cancelPromise: 'cancel promise',
  reopenPromise: 'reopen promise',
  askAboutPromise: 'ask about promise',
  dismissPromise: 'leave promise unasked',
  addQuestion: 'note question',
  answerQuestion: 'answer question',
  editQuestion: 'edit question',
  reopenQuestion: 'reopen question',
  deleteQuestion: 'delete question',
}

export const promiseErrors = {
  promiseGone: 'That promise is no longer there. It may have been deleted; undo brings it back.',
  promiseEmpty: 'A promise says what will be done. Nothing was changed; write it down first.',
  promiseSettled: 'That promise is no longer open. Nothing was changed; reopen it first.',
  promiseOpen: 'That promise is open. Nothing was changed.',
  promiseIsMine: 'That promise is your own, so nobody has to be asked about it. Nothing was changed.',
  promiseAsked: 'A touch asks about that promise already. Nothing was changed.',
  questionGone: 'That question is no longer there. It may have been deleted; undo brings it back.',
  questionEmpty: 'A question says what they want to know. Nothing was changed; write it down first.',
  questionAnswered: 'That question is answered already. Nothing was changed; reopen it first.',
  questionOpen: 'That question is open. Nothing was changed.',
}
