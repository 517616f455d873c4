import { wholeNumber } from './format.ts'
import { writing } from './strings/writing-words.ts'
import type { TemplateKind, TemplateText } from './template.ts'
import { textSegments } from './text-message.ts'

/*
 * What to look at in a message before it leaves (practices P11, P12), for messages and recaps alike. Each is a plain rule
 * that its words explain; none rests on a figure about what others do.
 */

/** Something to look at. Whoever writes may say that it is fine as it is, but for what is still to be filled in. */
export interface MessageCheck {
  name: 'subject-empty' | 'subject-long' | 'subject-capitals' | 'no-ask' | 'no-next-step' | 'many-links' | 'several-texts' | 'unfilled'
  words: string
  why: string
  isDismissable: boolean
}

/** Lists of mail on a phone show about so many characters of a subject. */
export const longestSubject = 60
/** More links than these are too many for one message. */
const mostLinks = 2
/** Adults read about so many English words a minute, in silence (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsAMinute = 238

/** What to look at in a message of this kind, as it would leave. */
export function checkMessage(kind: TemplateKind, { subject, body }: TemplateText): MessageCheck[] {
  const isWritten = body.trim() !== ''
  return [
    ...(kind === 'email' ? subjectChecks(subject) : []),
    ...(isWritten ? [...askChecks(kind, body), ...linkChecks(body)] : []),
    ...(kind === 'text' ? textChecks(body) : []),
    ...openChecks(leftToFill(`${subject}\n${body}`)),
  ]
}

/** How much it is: text messages and what is left in the last one, or words and the time to read them. */
export function messageSize(kind: TemplateKind, body: string, locale: string): string {
  if (kind === 'text') {
    const { messages, left } = textSegments(body)
    return say.texts(messages, left)
  }
  const count = body.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  const seconds = (count / wordsAMinute) * 60
  const time = seconds < 55 ? say.seconds(Math.max(5, Math.round(seconds / 5) * 5)) : say.minutes(Math.round(seconds / 60))
  return say.reading(count, wholeNumber(count, locale), time)
}

/** What is wrong with a subject: empty, all capitals, or longer than is shown; null when nothing is. */
export function subjectTrouble(subject: string): 'empty' | 'capitals' | 'long' | null {
  const letters = subject.replace(/\P{L}/gu, '')
  if (subject.trim() === '') return 'empty'
  if (letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 'capitals'
  return subject.length > longestSubject ? 'long' : null
}

/** What templates leave to fill in: [name], {{company}}, <date>, ___, ???, TBD, XX. */
const open = /\[[^\]\d\n]{2,80}\]|\{\{[^{}]*\}\}|\{\{|\}\}|\{[^{}\n]{1,40}\}|<\p{L}[\p{L} ]{0,38}\p{L}>|_{3,}|\?{3,}|\bTB[CD]\b|\bX{2,}\b/gu

/** What is still to be filled in, as it stands in the text; each once. */
export function leftToFill(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(open), ([what]) => what))]
}

/** A text in runs, with what is still to be filled in told apart. */
export function openRuns(text: string): { text: string; start: number; isOpen: boolean }[] {
  const runs: { text: string; start: number; isOpen: boolean }[] = []
  let end = 0
  for (const { 0: what, index } of text.matchAll(open)) {
    if (index > end) runs.push({ text: text.slice(end, index), start: end, isOpen: false })
    runs.push({ text: what, start: index, isOpen: true })
    end = index + what.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), start: end, isOpen: false })
  return runs
}

const say = writing.messageChecks
const asking = new RegExp(`\\?|(?:^|[^\\p{L}])(?:${say.asking})(?![\\p{L}])`, 'iu')
const nextStep = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${say.nextStep})(?![\\p{L}])`, 'iu')

function subjectChecks(subject: string): MessageCheck[] {
  const check = (name: MessageCheck['name'], what: string, why: string): MessageCheck[] => [{ name, words: what, why, isDismissable: true }]
  switch (subjectTrouble(subject)) {
    case 'empty':
      return check('subject-empty', say.subjectEmpty, say.subjectEmptyWhy)
    case 'capitals':
      return check('subject-capitals', say.subjectCapitals, say.subjectCapitalsWhy)
    case 'long':
      return check('subject-long', say.subjectLong(subject.length, longestSubject), say.subjectLongWhy)
    case null:
      return []
  }
}

function askChecks(kind: TemplateKind, body: string): MessageCheck[] {
  const isShort = kind === 'text' || kind === 'social'
  const asks = asking.test(body)
  const names = nextStep.test(body)
  return [
    ...(asks ? [] : [{ name: 'no-ask', words: say.noAsk, why: say.noAskWhy, isDismissable: true } as const]),
    // In a few lines a question is next step enough.
    ...(names || (isShort && asks) ? [] : [{ name: 'no-next-step', words: say.noNextStep, why: say.noNextStepWhy, isDismissable: true } as const]),
  ]
}

function openChecks(left: readonly string[]): MessageCheck[] {
  if (left.length === 0) return []
  // What is not known of them can only be found out; what is not known of me, I can tell the app.
  const why = left.some((field) => /^\{\{\s*myName\b/i.test(field)) ? say.unfilledNameWhy : say.unfilledWhy
  return [{ name: 'unfilled', words: say.unfilled(writing.message.and(left)), why, isDismissable: false }]
}

function linkChecks(body: string): MessageCheck[] {
  const count = body.match(/\bhttps?:\/\/\S+|\bwww\.\S+/gi)?.length ?? 0
  return count > mostLinks ? [{ name: 'many-links', words: say.manyLinks(count), why: say.manyLinksWhy, isDismissable: true }] : []
}

function textChecks(body: string): MessageCheck[] {
  const { messages, special } = textSegments(body)
  if (messages === 1) return []
  return [{ name: 'several-texts', words: say.severalTexts(messages), why: special === null ? say.severalTextsWhy : say.specialTextWhy(special), isDismissable: true }]
}
