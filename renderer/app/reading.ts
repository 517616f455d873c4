import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../shared/api.ts'
import type { Channel } from '../../shared/channel.ts'
import { localDateAt, type Due } from '../../shared/dates.ts'
import { parseAmount, type Reader } from '../../shared/format.ts'
import { regionOf } from '../../shared/locale.ts'
import type { QuickAddReading, SamePerson } from '../../shared/quick-add.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'

/** The fields of the quick-add dialog, as texts where a person types. */
export interface Fields {
  name: string
  company: string
  role: string
  /** Several are parted by commas, as are phones and tags. */
  emails: string
  phones: string
  tags: string
  title: string
  value: string
  currency: string
  source: string
  inbound: boolean
  notes: string
  channel: Channel
  purpose: string
  due: Due | null
}
export type TextFieldName = { [K in keyof Fields]: Fields[K] extends string ? (string extends Fields[K] ? K : never) : never }[keyof Fields]
export type FieldErrors = Partial<Record<keyof Fields, string>>

export const nothingRead: QuickAddReading = {
  name: '',
  company: '',
  role: '',
  emails: [],
  phones: [],
  links: [],
  tags: [],
  title: '',
  value: null,
  source: '',
  inbound: false,
  next: null,
  notes: '',
  pieces: [],
}

/** What main reads in a line. `read` asks at once; `reading` is that of the latest line that was answered, and of which text. */
export function useReading(text: string, reader: Reader): { reading: QuickAddReading; of: string; read: (text: string) => Promise<QuickAddReading | null> } {
  const [answer, setAnswer] = useState({ reading: nothingRead, of: '' })
  const asked = useRef(0)
  const region = regionOf(reader.locale)
  const read = useCallback(
    async (line: string) => {
      asked.current += 1
      const number = asked.current
      const reply = line.trim() === '' ? { ok: true as const, data: nothingRead } : await bridge.call('readQuickAdd', { text: line, region })
      if (!reply.ok) return null
      // An answer that a later question has overtaken would make the fields jump back.
      if (number === asked.current) setAnswer({ reading: reply.data, of: line })
      return reply.data
    },
    [region],
  )
  useEffect(() => void read(text), [text, read])
  return { ...answer, read }
}

/** How long the fields rest before the people who are there are looked through. */
const restMs = 150

/** The people who are there already and may be the one in the fields. */
export function useSamePeople({ name, emails, phones }: Pick<Fields, 'name' | 'emails' | 'phones'>): SamePerson[] {
  const [people, setPeople] = useState<SamePerson[]>([])
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const reply = await bridge.call('findSamePeople', { name, emails: listed(emails), phones: listed(phones) })
      if (reply.ok && !isOver) setPeople(reply.data)
    }
    const timer = setTimeout(() => void look(), restMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [name, emails, phones])
  return people
}

/** The fields that a reading fills; `usual` is what stands where the line says nothing. */
export function fieldsOf(reading: QuickAddReading, usual: Pick<Fields, 'source' | 'currency'>, reader: Reader): Fields {
  const nextDay: Due = { date: addWorkingDays(localDateAt(reader.now, reader.zone), 1), time: null, zone: null }
  return {
    name: reading.name,
    company: reading.company,
    role: reading.role,
    emails: reading.emails.join(', '),
    phones: reading.phones.join(', '),
    tags: reading.tags.join(', '),
    title: reading.title,
    value: reading.value === null ? '' : String(reading.value.amount),
    currency: reading.value?.currency ?? usual.currency,
    source: reading.source || usual.source,
    inbound: reading.inbound,
    notes: reading.notes,
    channel: reading.next?.channel ?? 'call',
    purpose: reading.next?.purpose ?? '',
    due: reading.next?.due ?? nextDay,
  }
}

/** What stands in the way of saving, by field. */
export function errorsOf({ name, company, emails, phones, value }: Fields, isKnown: boolean): FieldErrors {
  const say = words.newLead
  const errors: FieldErrors = {}
  if (!isKnown && !name.trim() && !company.trim() && !emails.trim()) errors.name = say.nobody
  if (listed(emails).some((email) => !/^\S+@\S+$/.test(email))) errors.emails = say.badEmail
  if (listed(phones).some((phone) => phone.length < 2)) errors.phones = say.badPhone
  if (value.trim() && parseAmount(value) === null) errors.value = say.badValue
  return errors
}

/** The command that saves the fields. */
export function inputOf(fields: Fields, links: string[], contactId: string | null): CallInput<'addLead'> {
  const amount = parseAmount(fields.value)
  return {
    contactId,
    contact: {
      name: fields.name,
      company: fields.company,
      role: fields.role,
      emails: listed(fields.emails).map((address) => ({ label: '', address })),
      phones: listed(fields.phones).map((number) => ({ label: '', number })),
      links,
      tags: listed(fields.tags).map((tag) => tag.replace(/^#/, '')),
      notes: fields.notes.trim(),
    },
    lead: { title: fields.title, value: amount === null ? null : { amount, currency: fields.currency }, source: fields.source, inbound: fields.inbound },
    stageId: null,
    next: fields.due && { channel: fields.channel, purpose: fields.purpose, due: fields.due },
  }
}

function listed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
