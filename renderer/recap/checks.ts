import type { RecapContent } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'

/** Something to look at before a recap leaves. The words alone tell whether it is well. */
export interface Check {
  name: 'subject' | 'next-step' | 'dates' | 'fields' | 'signature'
  ok: boolean
  words: string
}

/** Mail programs on a phone cut a subject at about this many characters. */
const longestSubject = 60

/**
 * The checks of practices P8, P11 and P12: a subject that is read whole and does not shout, a next step, a date on each
 * promise, and nothing that was left to be filled in.
 * @param subject the subject as it will be sent, proposed or written
 * @param signed false when the person has set neither name nor signature
 */
export function checkRecap(content: RecapContent, subject: string, signed: boolean): Check[] {
  const promises = [...content.mine, ...content.theirs].filter((promise) => promise.what.trim() !== '')
  const undated = promises.filter((promise) => promise.by === null).length
  const said = words.composer.checks
  const dates: Check[] = promises.length === 0 ? [] : [{ name: 'dates', ok: undated === 0, words: undated === 0 ? said.dated : said.undated(undated) }]
  const unsigned: Check[] = signed ? [] : [{ name: 'signature', ok: false, words: said.unsigned }]
  const named = promises.length > 0 || content.next !== null
  return [checkSubject(subject), { name: 'next-step', ok: named, words: named ? said.nextStep : said.noNextStep }, ...dates, checkFields(content, subject), ...unsigned]
}

function checkSubject(subject: string): Check {
  const said = words.composer.checks
  const { length } = subject
  const letters = subject.replace(/\P{L}/gu, '')
  if (letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return { name: 'subject', ok: false, words: said.subjectCapitals }
  }
  if (length > longestSubject) return { name: 'subject', ok: false, words: said.subjectLong(length) }
  return { name: 'subject', ok: true, words: said.subject(length) }
}

/** What templates leave to fill in: [name], {{company}}, <date>, ___, ???, TBD, XX. */
const unfilled = /\[[^\]\d]{2,40}\]|\{\{?[^}]{1,40}\}\}?|<\p{L}[\p{L} ]{0,38}\p{L}>|_{3,}|\?{3,}|\bTB[CD]\b|\bX{2,}\b/u

function checkFields(content: RecapContent, subject: string): Check {
  const texts = [subject, ...content.problems, ...content.solutions, ...content.mine.map((promise) => promise.what), ...content.theirs.map((promise) => promise.what)]
  const found = texts.map((text) => unfilled.exec(text)?.[0]).find((field) => field !== undefined)
  const said = words.composer.checks
  return { name: 'fields', ok: found === undefined, words: found === undefined ? said.fields : said.emptyField(found) }
}
