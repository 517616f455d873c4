import type { Contact } from '../../shared/contact.ts'
import { dueInstant, localDateAt, type Due } from '../../shared/dates.ts'
import type { Reader } from '../../shared/format.ts'
import { leftToFill, subjectTrouble } from '../../shared/message-checks.ts'
import type { RecapContent } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'

/** Something to look at before a recap leaves. The words alone tell whether it is well. */
export interface Check {
  name: 'subject' | 'next-step' | 'meeting' | 'dates' | 'fields' | 'signature' | 'permission'
  ok: boolean
  words: string
}

export interface Checked {
  content: RecapContent
  /** Whom it goes to. */
  contact: Pick<Contact, 'doNotContact' | 'permission'>
  /** The subject as it will be sent, proposed or written. */
  subject: string
  /** False when the person has set neither name nor signature. */
  signed: boolean
  reader: Reader
}

/**
 * The checks of practices P8, P9, P11 and P12: a subject that is read whole and does not shout, a next step that is still
 * to come, a date on each promise, nothing that was left to be filled in, and nobody who wants to hear no more.
 */
export function checkRecap({ content, contact, subject, signed, reader }: Checked): Check[] {
  const promises = [...content.mine, ...content.theirs].filter((promise) => promise.what.trim() !== '')
  const undated = promises.filter((promise) => promise.by === null).length
  const said = composerWords.checks
  const dates: Check[] = promises.length === 0 ? [] : [{ name: 'dates', ok: undated === 0, words: undated === 0 ? said.dated : said.undated(undated) }]
  const unsigned: Check[] = signed ? [] : [{ name: 'signature', ok: false, words: said.unsigned }]
  const past: Check[] = content.next !== null && isOver(content.next.due, reader) ? [{ name: 'meeting', ok: false, words: said.meetingPast }] : []
  const named = promises.length > 0 || content.next !== null
  const [field] = unfilledFields(content, subject)
  return [
    checkSubject(subject),
    { name: 'next-step', ok: named, words: named ? said.nextStep : said.noNextStep },
    ...past,
    ...dates,
    { name: 'fields', ok: field === undefined, words: field === undefined ? said.fields : said.emptyField(field) },
    ...unsigned,
    ...checkPermission(contact),
  ]
}

/** True once the moment of a next time to speak has passed; a day without a time passes with its end. */
export function isOver(due: Due, reader: Reader): boolean {
  if (due.time === null) return due.date < localDateAt(reader.now, reader.zone)
  return dueInstant(due, due.time, reader.zone) < reader.now
}

function checkPermission({ doNotContact, permission }: Checked['contact']): Check[] {
  const said = composerWords.checks
  const refused = doNotContact ? said.doNotContact : permission.status === 'declined' ? said.declined : null
  return refused === null ? [] : [{ name: 'permission', ok: false, words: refused }]
}

function checkSubject(subject: string): Check {
  const said = composerWords.checks
  const trouble = subjectTrouble(subject)
  if (trouble === 'capitals') return { name: 'subject', ok: false, words: said.subjectCapitals }
  if (trouble === 'long') return { name: 'subject', ok: false, words: said.subjectLong(subject.length) }
  return { name: 'subject', ok: true, words: said.subject(subject.length) }
}

/** What was left to be filled in, as it stands there; each once. */
export function unfilledFields(content: RecapContent, subject: string): string[] {
  const promised = [...content.mine, ...content.theirs].map(({ what }) => what)
  const texts = [subject, content.greeting, ...content.problems, ...content.solutions, ...promised, ...content.questions, content.signOff]
  return [...new Set(texts.flatMap(leftToFill))]
}
