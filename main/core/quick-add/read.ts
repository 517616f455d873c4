import type { QuickAddReading } from '../../../shared/quick-add.ts'
import { takeEmails, takeLinks, takePhonesAbroad, takePhonesAtHome, takeTags, takeValue } from './facts.ts'
import { Line } from './line.ts'
import type { When } from './date.ts'
import { takeNextStep } from './next-step.ts'
import { takeInbound, takeSource, takeTitle } from './origin.ts'
import { takeWho } from './who.ts'

export interface QuickAddContext extends When {
  /** The currency of an amount that names none. */
  currency: string
  /** The sources of leads so far, folded. */
  sources: ReadonlySet<string>
}

/**
 * What a line in plain words says of a lead, such as "Jane Doe, Acme, jane@acme.com, trade show, €12k, call tomorrow
 * 15:00 #saas". What has an unmistakable shape is taken first, what is only a few words last; the rest goes into the
 * notes word for word, so that nothing is dropped. Never throws.
 */
export function readLine(text: string, context: QuickAddContext): QuickAddReading {
  const line = new Line(text)
  const emails = takeEmails(line)
  const links = takeLinks(line)
  const tags = takeTags(line)
  const value = takeValue(line, context.currency)
  const phonesAbroad = takePhonesAbroad(line)
  const title = takeTitle(line)
  const next = takeNextStep(line, context)
  const phones = [...phonesAbroad, ...takePhonesAtHome(line, context.region)].toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
  const source = takeSource(line, context.sources)
  const inbound = takeInbound(line, source)
  const who = takeWho(line, emails)
  const notes = takeNotes(line)
  return { ...who, emails, phones, links, tags, title, value, source, inbound, next, notes, pieces: line.pieces }
}

/** Takes what nothing else was made of, as it was typed. */
function takeNotes(line: Line): string {
  const left = line.stretches()
  for (const { start, end } of left) line.take('notes', start, end)
  return left.map(({ text }) => text).join('\n')
}
