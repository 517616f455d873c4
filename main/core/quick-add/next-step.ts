import type { Channel } from '../../../shared/channel.ts'
import type { QuickAddReading } from '../../../shared/quick-add.ts'
import { datesIn, type FoundDate, type When } from './date.ts'
import type { Line, Stretch } from './line.ts'
import { opening, verbs } from './verbs.ts'

/** Verbs and means that say how to get in touch, the more telling ones first. */
const channels: [Channel, RegExp][] = [
  ['video', /\b(?:video ?call|zoom|(?:ms )?teams|google meet|video|demo)\b/i],
  ['social', /\b(?:dm|linkedin|instagram|facebook|xing)\b/i],
  ['text', /\b(?:whats ?app|sms|text|signal|telegram)\b/i],
  ['call', /\b(?:call|phone|ring|dial|anrufen)\b/i],
  ['email', /\b(?:e-?mail|mail|write|send)\b/i],
  ['in-person', /\b(?:meet(?:ing)?|visit|lunch|coffee|breakfast|dinner|in person)\b/i],
]
/** What comes after a date belongs to the step when it goes on so. */
const goesOn = /^(?:about|re|regarding|for|to|with|and|at|in|on|by|via|over|per|through|send|write|ask|share|check|bring|follow|call|e-?mail|zoom|video|text|meet|lunch|coffee|visit|demo|anrufen)\b/i

/** Takes the next step: what to do and when, with the words that say so. */
export function takeNextStep(line: Line, when: When): QuickAddReading['next'] {
  const date = dateOfStep(line, when)
  return date ? takeDatedStep(line, date) : takeUndatedStep(line)
}

/** The first date beside what is to be done, else the first one: in "back on 5.12., call tomorrow" the step is tomorrow's. */
function dateOfStep(line: Line, when: When): FoundDate | null {
  const dates = [...datesIn(line.rest, when)]
  const stretches = line.stretches()
  const besideVerb = dates.find((date) => {
    const around = stretchAround(line, stretches, date)
    const before = stretches.findLast(({ end }) => end <= around.start)
    return verbIn(around.text) !== null || (before !== undefined && isVerbAlone(before))
  })
  return besideVerb ?? dates[0] ?? null
}

/** The stretch that a date stands in; "Friday, 27.11." goes through two of them. */
function stretchAround(line: Line, stretches: readonly Stretch[], date: Stretch): Stretch {
  const touched = stretches.filter(({ start, end }) => start < date.end && date.start < end)
  const start = Math.min(date.start, touched[0]?.start ?? date.start)
  const end = Math.max(date.end, touched.at(-1)?.end ?? date.end)
  return { text: line.rest.slice(start, end), start, end }
}

function takeUndatedStep(line: Line): QuickAddReading['next'] {
  for (const stretch of line.stretches()) {
    const match = opening.exec(stretch.text)
    // "Call Center GmbH" is a name.
    if (!match || /^\s+\p{Lu}/u.test(stretch.text.slice(match[0].length))) continue
    const channel = channelIn(match[0])
    line.take('channel', stretch.start, stretch.start + match[0].length)
    const purpose = stretch.text.slice(match[0].length).trim()
    line.take('purpose', stretch.start + match[0].length, stretch.end)
    return { channel, purpose: purpose.slice(0, 500), due: null }
  }
  return null
}

function takeDatedStep(line: Line, date: FoundDate): QuickAddReading['next'] {
  const around = stretchAround(line, line.stretches(), date)
  const joint = /(?<!\p{L})(?:on|at|by|until|for|this|am|um|bis|ab|le)\s+(?:the\s+)?$/iu.exec(line.rest.slice(around.start, date.start))
  const dueStart = date.start - (joint?.[0].length ?? 0)
  line.take('due', dueStart, date.end)

  const before = beforeDate(line.rest.slice(around.start, dueStart))
  const start = around.start + before.length
  const first = line.rest.slice(start, dueStart)
  const rest = line.rest.slice(date.end, around.end)
  const after = goesOn.test(rest.trim()) ? rest : ''
  const channel = channelIn(first) ?? channelIn(after) ?? takeVerbElsewhere(line)

  const open = opening.exec(first)
  const verbEnd = start + (open?.[0].length ?? 0)
  line.take('channel', start, verbEnd)
  const purposes: string[] = []
  const takePurpose = (from: number, to: number) => {
    purposes.push(line.text.slice(from, to).trim())
    line.take('purpose', from, to)
  }
  // "Call Jane Doe at Acme tomorrow" says who, not what for.
  const what = line.rest.slice(verbEnd, dueStart)
  const withWhom = /^.*?(?<!\p{L})with(?=\s+\p{Lu})/u.exec(what)
  if (withWhom) takePurpose(verbEnd, verbEnd + withWhom[0].length)
  else if (!(open && /^\s+\p{Lu}/u.test(what))) takePurpose(verbEnd, dueStart)
  if (after !== '') takeAfter(line, date.end, around.end, channel !== null && channelIn(first) === null, takePurpose)
  return { channel, purpose: purposes.map((text) => text.replace(/\s*(?<!\p{L})with$/u, '')).filter((text) => text !== '').join(' ').slice(0, 500), due: date.due }
}

/** "Call her on +1 415 555 0132 tomorrow": the number stands between what to do and when. */
function takeVerbElsewhere(line: Line): Channel | null {
  const stretch = line.stretches().find(isVerbAlone)
  if (!stretch) return null
  line.take('channel', stretch.start, stretch.end)
  return channelIn(stretch.text)
}

function isVerbAlone({ text }: Stretch): boolean {
  return /^(?: on| at)?$/.test(text.replace(opening, '\u0000').split('\u0000')[1] ?? 'no verb')
}

/** Takes what follows the date: the verb when the step's means comes only here, and what it is for. */
function takeAfter(line: Line, from: number, to: number, holdsChannel: boolean, takePurpose: (from: number, to: number) => void): void {
  const text = line.rest.slice(from, to)
  const spaces = text.length - text.trimStart().length
  const open = holdsChannel ? opening.exec(text.trimStart()) : null
  const verbEnd = from + spaces + (open?.[0].length ?? 0)
  if (open) line.take('channel', from, verbEnd)
  takePurpose(open ? verbEnd : from, to)
}

/** What stands before a step in the same stretch and is not of it: "Jane Doe Acme" of "Jane Doe Acme call". */
function beforeDate(text: string): string {
  const verb = verbIn(text)
  if (verb !== null) return text.slice(0, verb)
  // Names are not what a step is for; "Follow up on the quote" is.
  const isNames = text.trim() !== '' && text.trim().split(/\s+/).every((word) => /^[\p{Lu}\p{Lo}(@&]/u.test(word))
  return isNames ? text : ''
}

/** Where the first verb stands that says what to do; "had a demo" and "wants a call" say none. */
function verbIn(text: string): number | null {
  const verb = [...text.matchAll(verbs)].find(({ index }) => !/(?<!\p{L})(?:an?|the|another|last)\s+$/iu.test(text.slice(Math.max(0, index - 20), index)))
  return verb?.index ?? null
}

function channelIn(text: string): Channel | null {
  return channels.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
