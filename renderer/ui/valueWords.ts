import type { ValueLadder } from '../../shared/api.ts'
import { dueDate, localDateAt } from '../../shared/dates.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import { libraryWords } from '../../shared/strings/library-words.ts'

const say = libraryWords

export type ValueSuggestion = ValueLadder['suggestions'][number]
export type ValueGiven = ValueLadder['given'][number]

/** Why an item is suggested, in words; that it was never given to them where nothing else speaks for it. */
export function suggestionWords({ reasons, kind }: Pick<ValueSuggestion, 'reasons' | 'kind'>, reader: Reader): string {
  const told = reasons.map((reason) => {
    switch (reason.why) {
      case 'step':
        return say.reasons.step(say.kinds[kind])
      case 'objection':
        return say.reasons.objection(reason.objection)
      case 'need':
        return say.reasons.need(reason.words.join(', '))
      case 'stage':
        return say.reasons.stage(reason.stage)
      case 'industry':
        return say.reasons.industry(reason.industry)
      case 'tags':
        return say.reasons.tags(reason.tags.join(', '))
      case 'fresh':
        return say.reasons.fresh(shortDate(reason.publishedOn, reader))
    }
  })
  return told.length === 0 ? say.reasons.none : told.join(' · ')
}

/** When and how something was given, `on Tue 3 Nov by email`; of what is only planned, when and how it is to be. */
export function givenWords({ completedAt, due, channel }: Pick<ValueGiven, 'completedAt' | 'due' | 'channel'>, reader: Reader): string {
  const date = completedAt === null ? dueDate(due, reader.zone) : localDateAt(Date.parse(completedAt), reader.zone)
  return say.when(shortDate(date, reader), say.through[channel])
}
