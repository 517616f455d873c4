import type { ImportPreview } from '../../../shared/api.ts'

/** Which program wrote a file of contacts, as far as its header row tells. */
export type Origin = ImportPreview['origin']

/** A column of values with the label that each of them has: a fixed one, or the one in another column. */
export interface LabelledColumn {
  value: number
  label: number | string
}

/** Where in a row to look for what, as column numbers from 0. */
export interface Columns {
  origin: Origin
  width: number
  fullName: number | null
  /** In the order in which they are said: prefix, given, middle and family name, suffix. */
  nameParts: number[]
  /** What to call somebody whose name is blank. */
  otherNames: number[]
  company: number | null
  role: number | null
  notes: number | null
  emails: LabelledColumn[]
  phones: LabelledColumn[]
  links: number[]
  tags: number[]
}

/*
 * What columns are called, in lower case and without "e-mail"'s hyphen. Google Contacts, LinkedIn and Outlook write
 * these; so do most spreadsheets made by hand. Of a list, the first name that the file has is the one that counts.
 */
const fullNames = ['name', 'full name', 'contact name', 'contact', 'display name', 'person']
const partNames = [
  ['name prefix'],
  ['first name', 'given name', 'firstname', 'first', 'forename'],
  ['middle name', 'additional name'],
  ['last name', 'family name', 'lastname', 'surname', 'last'],
  ['name suffix', 'suffix'],
]
const otherNames = ['nickname', 'file as']
const companyNames = [
  'organization name', 'organization 1 - name', 'company', 'company name', 'organization', 'organisation', 'account name', 'account',
  'business', 'firm', 'employer',
]
const roleNames = ['organization title', 'organization 1 - title', 'job title', 'position', 'role', 'occupation', 'title']
const notesNames = ['notes', 'note', 'comments', 'comment', 'remarks', 'description']
const tagNames = ['labels', 'group membership', 'tags', 'categories', 'category', 'groups']
const linkNames = new Set(['url', 'website', 'web site', 'web page', 'homepage', 'link', 'linkedin', 'linkedin url', 'profile url'])
const emailLabels: Record<string, string> = {
  email: '', emails: '', 'email address': '', mail: '', 'email 2': '', 'email 2 address': '', 'email 3': '', 'email 3 address': '',
  'primary email': '', 'other email': 'Other', 'work email': 'Work', 'business email': 'Work', 'home email': 'Home', 'personal email': 'Home',
}
const phoneLabels: Record<string, string> = {
  phone: '', 'phone number': '', telephone: '', tel: '', 'primary phone': '', 'phone 2': '', 'other phone': 'Other',
  mobile: 'Mobile', 'mobile phone': 'Mobile', 'mobile number': 'Mobile', cell: 'Mobile', 'cell phone': 'Mobile',
  'work phone': 'Work', 'business phone': 'Work', 'business phone 2': 'Work', 'office phone': 'Work', 'company main phone': 'Work',
  'home phone': 'Home', 'home phone 2': 'Home',
}
/** Google's numbered columns: `E-mail 1 - Value` beside `E-mail 1 - Label`, which was `E-mail 1 - Type` before. */
const numbered = /^(email|phone|website) (\d+) - value$/

/**
 * What the columns of a row of headers mean, or null when the row is none: no column says who somebody is.
 * `known` counts the columns that mean something, to tell the header from other rows.
 */
export function readHeader(cells: readonly string[]): { columns: Columns; known: number } | null {
  const headers = cells.map(normalized)
  const first = (names: readonly string[]) => names.map((name) => headers.indexOf(name)).find((index) => index >= 0) ?? null
  const all = (names: readonly string[]) => names.map((name) => headers.indexOf(name)).filter((index) => index >= 0)
  const columns: Columns = {
    origin: originOf(new Set(headers)),
    width: headers.findLastIndex((header) => header !== '') + 1,
    fullName: first(fullNames),
    nameParts: partNames.map(first).filter((index) => index !== null),
    otherNames: all(otherNames),
    company: first(companyNames),
    role: first(roleNames),
    notes: first(notesNames),
    emails: labelled(headers, 'email', emailLabels),
    phones: labelled(headers, 'phone', phoneLabels),
    links: headers.flatMap((header, index) => (linkNames.has(header) || kindOf(header) === 'website' ? [index] : [])),
    tags: all(tagNames),
  }
  const single = [columns.fullName, columns.company, columns.role, columns.notes].filter((index) => index !== null)
  const lists = [columns.nameParts, columns.otherNames, columns.emails, columns.phones, columns.links, columns.tags]
  const identifies = columns.fullName !== null || columns.company !== null || columns.nameParts.length > 0 || columns.emails.length > 0
  return identifies ? { columns, known: single.length + lists.flat().length } : null
}

function originOf(headers: ReadonlySet<string>): Origin {
  if (headers.has('first name') && headers.has('last name') && headers.has('connected on')) return 'linkedin'
  if (headers.has('given name') && (headers.has('group membership') || headers.has('email 1 - type'))) return 'google-old'
  if (headers.has('first name') && (headers.has('labels') || headers.has('email 1 - label'))) return 'google'
  return 'other'
}

function labelled(headers: readonly string[], kind: 'email' | 'phone', labels: Record<string, string>): LabelledColumn[] {
  return headers.flatMap((header, value) => {
    if (Object.hasOwn(labels, header)) return [{ value, label: labels[header] ?? '' }]
    if (kindOf(header) !== kind) return []
    const beside = ['label', 'type'].map((word) => headers.indexOf(header.replace(/value$/, word))).find((index) => index >= 0)
    return [{ value, label: beside ?? '' }]
  })
}

function kindOf(header: string): string | undefined {
  return numbered.exec(header)?.[1]
}

function normalized(header: string): string {
  return header.toLowerCase().replaceAll('_', ' ').replaceAll('e-mail', 'email').replace(/\s+/g, ' ').trim()
}
