import { contactName, permissionNotAsked, withTags, type Contact } from './contact.ts'
import type { LocalDate } from './dates.ts'
import { fold } from './fold.ts'
import { words } from './strings/words.ts'

/** Why two contacts may be the same person, the strongest first. */
export const duplicateReasons = ['email', 'phone', 'name-company', 'name'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

type Identity = Pick<Contact, 'id' | 'name' | 'company' | 'emails' | 'phones'>

/** Contacts that may be one person. */
export interface DuplicateGroup<T> {
  reasons: DuplicateReason[]
  contacts: T[]
}

/**
 * The groups of contacts that may be the same person, those with the strongest reason first. Contacts that share an
 * e-mail address, a phone number, or name and company are one group, over however many steps; those that share a name
 * alone are one only when they are not together already.
 */
export function duplicateGroups<T extends Identity>(contacts: Iterable<T>): DuplicateGroup<T>[] {
  const all = [...contacts]
  const group = all.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] as number
    group[index] = root
    return root
  }
  const why = new Map<number, Set<DuplicateReason>>()
  const join = (members: number[], reason: DuplicateReason) => {
    const roots = new Set(members.map(rootOf))
    const [root] = [...roots] as [number]
    const reasons = new Set<DuplicateReason>([reason])
    for (const other of roots) {
      for (const known of why.get(other) ?? []) reasons.add(known)
      group[other] = root
    }
    why.set(root, reasons)
  }
  for (const reason of ['email', 'phone', 'name-company'] as const) {
    for (const members of sharers(all, reason)) join(members, reason)
  }
  const strong = Map.groupBy(all.keys(), rootOf)
  const found = [...strong].filter(([, members]) => members.length > 1).map(([root, members]) => ({ reasons: [...(why.get(root) ?? [])], members }))
  for (const members of sharers(all, 'name')) {
    if (new Set(members.map(rootOf)).size > 1) found.push({ reasons: ['name'], members })
  }
  return found
    .map(({ reasons, members }) => ({
      reasons: duplicateReasons.filter((reason) => reasons.includes(reason)),
      contacts: members.map((index) => all[index] as T),
    }))
    .toSorted((a, b) => strength(a) - strength(b))
}

function strength({ reasons }: { reasons: DuplicateReason[] }): number {
  return duplicateReasons.indexOf(reasons[0] ?? 'name')
}

/** The places of the contacts that share a key of this kind with others. */
function sharers(contacts: readonly Identity[], reason: DuplicateReason): number[][] {
  const places = new Map<string, number[]>()
  for (const [index, contact] of contacts.entries()) {
    for (const key of new Set(keysOf(contact, reason))) {
      const list = places.get(key)
      if (list) list.push(index)
      else places.set(key, [index])
    }
  }
  return [...places.values()].filter((list) => list.length > 1)
}

function keysOf(contact: Identity, reason: DuplicateReason): string[] {
  const name = fold(contact.name)
  const company = fold(contact.company)
  switch (reason) {
    case 'email':
      return contact.emails.map((email) => email.address.toLowerCase())
    case 'phone':
      return contact.phones.flatMap((phone) => phoneKey(phone.number) ?? [])
    case 'name-company':
      return company === '' ? [] : [`${name}|${company}`]
    case 'name':
      return name === '' ? [] : [name]
  }
}

/**
 * The digits by which two ways of writing a number are the same: the last nine, so that `+49 170 1234567` is
 * `0170 1234567`; all of them for a shorter one, null below seven, which are extensions and short codes.
 */
export function phoneKey(number: string): string | null {
  const digits = number.replace(/\D/g, '')
  return digits.length < 7 ? null : digits.slice(-9)
}

/** What a person knows of a contact. */
export type ContactFacts = Omit<Contact, 'id' | 'createdAt'>

/** The fields of which a merge takes one side; the others are lists, which are united, and notes, which are joined. */
export const chosenFields = ['name', 'company', 'role', 'industry', 'howWeMet', 'zone', 'preferredChannel', 'permission', 'keepInTouchDays', 'referredBy'] as const
export type ChosenField = (typeof chosenFields)[number]
export type Side = 'keep' | 'drop' | 'neither'
export type Choices = Record<ChosenField, Side>

/**
 * Which side to take of each field unless the person says otherwise: the one that is kept, unless only the other says
 * something; and of permissions the more careful one, so that a No is never lost (practice P9).
 */
export function proposedChoices(keep: Contact, drop: Contact): Choices {
  const side = (field: ChosenField): Side => {
    if (field === 'permission') return caution[drop.permission.status] > caution[keep.permission.status] ? 'drop' : 'keep'
    if (field === 'referredBy' && keep.referredBy === drop.id) return drop.referredBy === null || drop.referredBy === keep.id ? 'neither' : 'drop'
    return isBlank(keep[field]) && !isBlank(drop[field]) ? 'drop' : 'keep'
  }
  return Object.fromEntries(chosenFields.map((field) => [field, side(field)])) as Choices
}

const caution = { 'not-asked': 0, granted: 1, declined: 2 }

/** What a field of one of the two says, in words; empty when it says nothing. */
export type TextOf = (contact: Contact, field: ChosenField) => string

/**
 * The facts of the one contact that two become. Nothing is lost: lists are united, notes joined, and what a field said
 * that was not chosen goes into the notes. They are left alone as long and as far as either of them asked (practice P9).
 */
export function mergedFacts(keep: Contact, drop: Contact, choices: Choices, textOf: TextOf): ContactFacts {
  const pick = <F extends ChosenField>(field: F): Pick<Contact, ChosenField>[F] => {
    if (choices[field] === 'keep') return keep[field]
    return choices[field] === 'drop' ? drop[field] : blank[field]
  }
  const referredBy = pick('referredBy')
  return {
    name: pick('name'),
    company: pick('company'),
    role: pick('role'),
    industry: pick('industry'),
    howWeMet: pick('howWeMet'),
    zone: pick('zone'),
    preferredChannel: pick('preferredChannel'),
    permission: { ...pick('permission'), notBefore: later(keep.permission.notBefore, drop.permission.notBefore) },
    keepInTouchDays: pick('keepInTouchDays'),
    referredBy: referredBy === keep.id || referredBy === drop.id ? null : referredBy,
    emails: unitedLabelled(keep.emails, drop.emails, (email) => email.address.toLowerCase()),
    phones: unitedLabelled(keep.phones, drop.phones, (phone) => phone.number.replace(/[^\d+]/g, '') || phone.number),
    links: united(keep.links, drop.links, (link) => link),
    tags: withTags(keep.tags, drop.tags, []),
    notes: joinedNotes(keep, drop, choices, textOf),
    doNotContact: keep.doNotContact || drop.doNotContact,
  }
}

const blank: Pick<Contact, ChosenField> = {
  name: '',
  company: '',
  role: '',
  industry: '',
  howWeMet: '',
  zone: null,
  preferredChannel: null,
  permission: permissionNotAsked,
  keepInTouchDays: null,
  referredBy: null,
}

function later(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  return one === null || (other !== null && other > one) ? other : one
}

/** As {@link united}; an address that both have keeps the labels of both. */
function unitedLabelled<T extends { label: string }>(first: readonly T[], second: readonly T[], keyOf: (value: T) => string): T[] {
  const labels = new Map(second.map((value) => [keyOf(value), value.label]))
  return united(first.map((value) => ({ ...value, label: bothLabels(value.label, labels.get(keyOf(value)) ?? '') })), second, keyOf)
}

/** As long as a label may be, which is more than anybody writes. */
const longestLabel = 60

function bothLabels(label: string, other: string): string {
  const both = withTags(label === '' ? [] : [label], [other], []).join(', ')
  return both.length > longestLabel ? label : both
}

function united<T>(first: readonly T[], second: readonly T[], keyOf: (value: T) => string): T[] {
  const known = new Set(first.map(keyOf))
  return [...first, ...second.filter((value) => !known.has(keyOf(value)))]
}

function joinedNotes(keep: Contact, drop: Contact, choices: Choices, textOf: TextOf): string {
  const said: TextOf = (contact, field) => (field === 'referredBy' && (contact.referredBy === keep.id || contact.referredBy === drop.id) ? '' : textOf(contact, field))
  const parts = [keep.notes]
  if (!keep.notes.includes(drop.notes)) parts.push(drop.notes)
  for (const field of chosenFields) {
    const left = [choices[field] === 'keep' ? null : keep, choices[field] === 'drop' ? null : drop]
    const taken = choices[field] === 'neither' ? '' : said(choices[field] === 'keep' ? keep : drop, field)
    for (const contact of left) {
      const text = contact === null ? '' : said(contact, field)
      if (text !== '' && fold(text) !== fold(taken)) parts.push(words.merge.also(words.merge.fields[field], text))
    }
  }
  return [...new Set(parts.filter((part) => part !== ''))].join('\n\n')
}

function isBlank(value: unknown): boolean {
  return value === '' || value === null
}

/** Which of two is proposed to stay: the one that was there first. */
export function olderFirst<T extends Pick<Contact, 'createdAt' | 'name' | 'company' | 'emails'>>(contacts: readonly T[]): T[] {
  return contacts.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : contactName(b).length - contactName(a).length))
}
