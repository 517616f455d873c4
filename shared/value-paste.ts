import { z } from 'zod'
import { linkTarget } from './contact.ts'
import { kindSigns } from './strings/en-value-rules.ts'
import { valueKindSchema, type ValueKind } from './value.ts'

/** The most items that one paste gives. */
export const mostPasted = 500

/** An item as a pasted line tells it. */
export const pastedValueSchema = z.strictObject({ kind: valueKindSchema, title: z.string(), url: z.string() })
export type PastedValue = z.infer<typeof pastedValueSchema>

/** Addresses that tell the kind by themselves. */
const hosts: [RegExp, ValueKind][] = [
  [/(^|\.)(eventbrite\.[a-z.]+|meetup\.com|lu\.ma|zoom\.us|hopin\.com)$/, 'event'],
  [/(^|\.)(x\.com|twitter\.com|facebook\.com|instagram\.com|threads\.net|bsky\.app|mastodon\.social|tiktok\.com)$/, 'social-post'],
  [/(^|\.)pinterest\.[a-z.]+$/, 'infographic'],
]

/**
 * The items in a pasted text, one per address or line: `Title - https://…`, `[Title](https://…)`, an address by itself,
 * with its title in the line above or taken from its path, or a title without an address.
 */
export function readPaste(text: string): PastedValue[] {
  const items: PastedValue[] = []
  /** A line without an address: the title of the next one, or an item of its own. */
  let waiting: string | null = null
  const settle = () => {
    if (waiting !== null) items.push(itemOf(waiting, ''))
    waiting = null
  }
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const plain = line.replace(/^\s*([-*•–]|\d{1,3}[.)])\s+/, '').trim()
    const found = addressesIn(plain)
    if (plain === '') settle()
    else if (found.length === 0) {
      settle()
      waiting = cleaned(plain)
    } else {
      const isAlone = found.length === 1 && found[0]?.title === ''
      if (!isAlone) settle()
      for (const { title, url } of found) items.push(itemOf(title || (isAlone ? (waiting ?? '') : ''), url))
      waiting = null
    }
  }
  settle()
  return items
}

function itemOf(title: string, url: string): PastedValue {
  const shown = (title || titleFrom(url)).replace(/\s+/g, ' ').trim().slice(0, 300)
  return { kind: guessKind(shown, url), title: shown, url: url.slice(0, 2000) }
}

/** The addresses of a line, each with the words before it; those after the last one count where there are none before. */
function addressesIn(line: string): { title: string; url: string }[] {
  const linked = [...line.matchAll(/\[([^\]]+)\]\((\S+?)\)/g)]
  if (linked.length > 0) return linked.flatMap(([, title = '', url = '']) => (isAddress(url) ? [{ title: cleaned(title), url }] : []))
  const found: { title: string; url: string }[] = []
  let before: string[] = []
  for (const part of line.split(/\s+/)) {
    const url = part.replace(/^[<("'“]+/, '').replace(/[>)"'”,.;]+$/, '')
    if (isAddress(url)) {
      found.push({ title: cleaned(before.join(' ')), url })
      before = []
    } else before.push(part)
  }
  const last = found.at(-1)
  if (last && last.title === '') last.title = cleaned(before.join(' '))
  return found
}

/** A web address, with its scheme or so that nothing else can be meant: `www.`, or a path after the host. */
function isAddress(text: string): boolean {
  if (/^https?:\/\//i.test(text)) return linkTarget(text)?.kind === 'outside'
  return /^(www\.|[^\s/@:]+\.\p{L}{2,}\/)/iu.test(text) && linkTarget(text)?.kind === 'outside'
}

/** A title without the signs that set it off from its address. */
function cleaned(title: string): string {
  return title.replace(/^[\s|:–—-]+|[\s|:–—-]+$/g, '').replace(/^["“](.*)["”]$/, '$1')
}

/** A title from an address: the last part of its path in words, else its host. */
function titleFrom(url: string): string {
  const [place = ''] = url.replace(/^https?:\/\//i, '').split(/[?#]/)
  const [host = '', ...path] = place.split('/').filter((part) => part !== '')
  const last = decoded(path.at(-1) ?? '').replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[-_+]+/g, ' ').trim()
  const name = /\p{L}{3}/u.test(last) ? last : host.replace(/^www\./i, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The kind of an item by its address and the words of its title; an article where nothing tells. */
export function guessKind(title: string, url: string): ValueKind {
  const [place = ''] = url.toLowerCase().replace(/^https?:\/\//, '').split(/[?#]/)
  const [host = ''] = place.split('/')
  const byHost = hosts.find(([pattern]) => pattern.test(host))
  if (byHost) return byHost[1]
  if (/(^|\.)linkedin\.com$/.test(host)) return /linkedin\.com\/events\//.test(place) ? 'event' : /linkedin\.com\/pulse\//.test(place) ? 'article' : 'social-post'
  if (/\.(png|jpe?g|webp|svg|gif)$/.test(place)) return 'infographic'
  if (/\.(xlsx?|ods|csv)$/.test(place)) return 'tool'
  const text = ` ${[title, ...decoded(place).split('/').slice(1)].join(' ').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const signs = Object.entries(kindSigns) as [ValueKind, string][]
  return signs.find(([, list]) => list.split(', ').some((sign) => text.includes(` ${sign} `)))?.[0] ?? 'article'
}
