import type { ValueFacts } from '../../../shared/value.ts'

/** An item while it is written: what is a list stands as the text that somebody types. */
export type ItemDraft = Omit<ValueFacts, 'tags' | 'industries' | 'objections'> & Record<'tags' | 'industries' | 'objections', string>

/** The draft that an item begins with. */
export function draftOf({ kind, title, url, summary, tags, industries, stageIds, objections, publishedOn, bestBefore }: ValueFacts): ItemDraft {
  return { kind, title, url, summary, stageIds, publishedOn, bestBefore, tags: tags.join(', '), industries: industries.join(', '), objections: objections.join('\n') }
}

/** What a text lists, each once, case aside. */
export function listed(text: string, separator: ',' | '\n'): string[] {
  const list = new Map<string, string>()
  for (const part of text.split(separator)) {
    const word = part.replace(/\s+/g, ' ').trim()
    if (word !== '' && !list.has(word.toLowerCase())) list.set(word.toLowerCase(), word)
  }
  return [...list.values()]
}

/** The facts of a draft. */
export function factsOf({ tags, industries, objections, ...rest }: ItemDraft): ValueFacts {
  return { ...rest, tags: listed(tags, ','), industries: listed(industries, ','), objections: listed(objections, '\n') }
}
