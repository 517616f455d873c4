import { isKnownZone } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/errors.ts'
import { idSchema } from '../../../shared/id.ts'
import { mostRows } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Decoded } from './decode.ts'
import { blankFacts, checkedFacts, type ContactFacts, type Entry, type ReadFile, type Reading, type Rejected } from './entry.ts'
import { cardsIn, partsOf, textOf, type Card, type Property } from './vcard-lines.ts'
import { readInstant } from './values.ts'

const cardsPerStep = 100

/** True when the text is one of vCards. */
export function isVcard(text: string): boolean {
  return /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 4000))
}

/**
 * Reads the cards of a file (vCard 2.1, 3.0 and 4.0). Photos and sounds are left out; whatever else has no place of its
 * own goes into the notes.
 * @throws {Refusal} when there is no whole card in it, or too many
 */
export function* readVcards({ text, encoding }: Decoded): Reading<ReadFile> {
  const read: ReadFile = {
    origin: 'vcard', encoding, header: ['vCard'], fields: [], columns: [], holdsLeads: false, needsMapping: false, remembered: false,
    dates: null, decimal: null, currency: null, entries: [], rejected: [],
  }
  let characters = 0
  let count = 0
  for (const card of cardsIn(text)) {
    count += 1
    characters += card.text.length
    if (count > mostRows) throw new Refusal('too-large', importWords.problems.tooManyRows)
    if (count % cardsPerStep === 0) yield Math.min(1, characters / text.length)
    const entry = entryOf(card)
    if ('reason' in entry) read.rejected.push(entry)
    else read.entries.push(entry)
  }
  if (count === 0) throw new Refusal('unreadable-file', importWords.problems.empty)
  return read
}

function entryOf(card: Card): Entry | Rejected {
  const { line: row, properties, isWhole } = card
  const cells = [card.text]
  const { reasons } = importWords
  if (!isWhole) return { row, cells, reason: reasons.cardNotClosed }
  if (properties.some(({ name, value }) => /^(KIND|X-ADDRESSBOOKSERVER-KIND)$/.test(name) && value.trim().toLowerCase() === 'group')) return { row, cells, reason: reasons.group }
  const first = (name: string) => properties.find((property) => property.name === name && property.value !== '')?.value ?? ''
  const facts = checkedFacts(factsOf(properties, first))
  if (typeof facts === 'string') return { row, cells, reason: facts }
  const id = textOf(first('UID'))
  const isOurs = properties.some((property) => property.name === 'X-FOLLOWTHROUGH-CREATED')
  if (!isOurs && card.text.includes('\uFFFD')) return { row, cells, reason: reasons.damagedLetters }
  return {
    row,
    cells,
    facts,
    id: isOurs && idSchema.safeParse(id).success ? id : null,
    createdAt: isOurs ? readInstant(first('X-FOLLOWTHROUGH-CREATED'), 'day-first') : null,
    referredById: textOf(first('X-FOLLOWTHROUGH-REFERRED-BY')) || null,
    referredBy: '',
    lead: null,
  }
}

/** What has a place of its own, is the card's own business, or is a picture or sound. */
const placed = new Set(['FN', 'N', 'EMAIL', 'TEL', 'URL', 'CATEGORIES', 'NOTE', 'UID', 'KIND'])
const passedOver = /^(VERSION|PRODID|REV|PHOTO|LOGO|SOUND|KEY|SOURCE|CLASS|MAILER|SORT-STRING|X-ABLABEL|X-ABSHOWAS|X-ABADR|X-ABUID|X-PHONETIC.*|X-FOLLOWTHROUGH-.*|AGENT|BEGIN|END|LABEL|X-IMAGE.*|PROFILE|NAME|CLIENTPIDMAP|LANG|X-MS-OL-.*)$/

function factsOf(properties: readonly Property[], first: (name: string) => string): object {
  const emails = labelled(properties, 'EMAIL')
  const phones = labelled(properties, 'TEL')
  const all = (name: string) => properties.filter((property) => property.name === name)
  const permission = partsOf(first('X-FOLLOWTHROUGH-PERMISSION'), ';')
  const company = (partsOf(first('ORG'), ';').filter((part) => part.trim() !== '').join(', ')).trim()
  const name = nameOf(first, company, emails[0]?.value ?? '')
  return {
    ...blankFacts,
    name,
    company,
    role: textOf(first('TITLE') || first('ROLE')),
    emails: emails.map(({ label, value }) => ({ label, address: value })),
    phones: phones.map(({ label, value }) => ({ label, number: value.replace(/^tel:/i, '') })),
    links: all('URL').map(({ value }) => textOf(value)).filter((link) => link.trim() !== ''),
    tags: all('CATEGORIES').flatMap(({ value }) => partsOf(value, ',')).map((tag) => tag.trim()).filter((tag) => tag !== '' && tag !== 'myContacts'),
    zone: zoneOf(first('TZ')),
    industry: textOf(first('X-FOLLOWTHROUGH-INDUSTRY')),
    howWeMet: textOf(first('X-FOLLOWTHROUGH-HOW-WE-MET')),
    notes: [...all('NOTE').map(({ value }) => textOf(value)), ...others(properties, name)].join('\n'),
    permission: permission[0] ? permissionOf(permission) : blankFacts.permission,
    preferredChannel: textOf(first('X-FOLLOWTHROUGH-PREFERRED-CHANNEL')) || null,
    doNotContact: first('X-FOLLOWTHROUGH-DO-NOT-CONTACT') === 'yes',
    keepInTouchDays: first('X-FOLLOWTHROUGH-KEEP-IN-TOUCH-DAYS') === '' ? null : Number(first('X-FOLLOWTHROUGH-KEEP-IN-TOUCH-DAYS')),
  } satisfies Record<keyof ContactFacts, unknown>
}

/** The name as it is shown; not the company's or the address's that stands for a missing one. */
function nameOf(first: (name: string) => string, company: string, address: string): string {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = partsOf(first('N'), ';')
  const parts = [prefix, given, middle, family, suffix].map((part) => part.trim()).filter((part) => part !== '')
  const shown = textOf(first('FN')).trim()
  const isCompany = first('KIND').toLowerCase() === 'org'
  const standsIn = first('X-FOLLOWTHROUGH-CREATED') === '' && (shown === company || shown === address)
  if (parts.length === 0 && (isCompany || standsIn)) return ''
  return shown || parts.join(' ') || textOf(first('NICKNAME')).trim()
}

/** Their labels: Apple's own, else what TYPE says. */
function labelled(properties: readonly Property[], name: 'EMAIL' | 'TEL'): { label: string; value: string }[] {
  const found = properties.filter((property) => property.name === name && property.value.trim() !== '')
  return found.map((property) => {
    return { label: ownLabel(property, properties) ?? labelOf(property.types), value: textOf(property.value).trim() }
  })
}

/** Apple's own label of the same group (`_$!<Work>!$_`), or null. */
function ownLabel({ group }: Property, properties: readonly Property[]): string | null {
  const own = group === '' ? undefined : properties.find((other) => other.name === 'X-ABLABEL' && other.group === group)
  return own ? textOf(own.value).replace(/^_\$!<(.*)>!\$_$/, '$1') : null
}

const labels: readonly (readonly [string, string])[] = [['CELL', 'Mobile'], ['IPHONE', 'Mobile'], ['FAX', 'Fax'], ['PAGER', 'Pager'], ['WORK', 'Work'], ['HOME', 'Home'], ['MAIN', 'Main'], ['OTHER', 'Other']]

function labelOf(types: readonly string[]): string {
  return labels.find(([type]) => types.includes(type))?.[1] ?? ''
}

function zoneOf(value: string): string | null {
  const zone = textOf(value).trim()
  return zone !== '' && isKnownZone(zone) ? zone : null
}

function permissionOf([status = '', on = '', said = '', notBefore = '', channels = '', until = '']: string[]): object {
  return { status, on: on || null, words: said, channels: channels.split(',').filter((channel) => channel !== ''), until: until || null, notBefore: notBefore || null }
}

/** Postal addresses, birthdays, messengers, a second title and the like, a line each. */
function others(properties: readonly Property[], name: string): string[] {
  return properties
    .filter((property) => !isPlaced(property, properties, name) && !passedOver.test(property.name) && !isPicture(property) && property.value.replace(/[;\s]/g, '') !== '')
    .map((property) => {
      const text = partsOf(property.value, ';').map((part) => part.trim()).filter((part) => part !== '').join(', ')
      const label = property.name === 'ADR' ? null : ownLabel(property, properties)
      return `${label || ((importWords.cardNames as Record<string, string>)[property.name] ?? property.name)}: ${text}`
    })
}

/** Whether a property is told elsewhere. Only the first company and the first title are, the role only without a title. */
function isPlaced(property: Property, properties: readonly Property[], name: string): boolean {
  const isFirst = (...names: string[]) => properties.find((other) => names.includes(other.name) && other.value !== '') === property
  if (property.name === 'TZ') return zoneOf(property.value) !== null
  if (property.name === 'ORG') return isFirst('ORG')
  if (property.name === 'TITLE') return isFirst('TITLE')
  if (property.name === 'ROLE') return isFirst('ROLE') && !properties.some((other) => other.name === 'TITLE' && other.value !== '')
  if (property.name === 'NICKNAME') return textOf(property.value).trim() === name
  return placed.has(property.name)
}

function isPicture({ types, parameters, value }: Property): boolean {
  return types.includes('BASE64') || /^(b|base64)$/i.test(parameters.get('ENCODING') ?? '') || /^data:/i.test(value)
}
