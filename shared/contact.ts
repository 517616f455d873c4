import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { instantSchema, localDateSchema, zoneSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** One line a person typed: trimmed, without line breaks. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replace(/\s+/g, ' ').trim())

export const emailSchema = z.strictObject({ label: lineSchema(60), address: z.string().trim().min(3).max(254) })
export const phoneSchema = z.strictObject({ label: lineSchema(60), number: z.string().trim().min(2).max(60) })

/** Whether they agreed to be followed up, and in which words (practice P9). */
export const permissionSchema = z.strictObject({
  status: z.enum(['not-asked', 'granted', 'declined']),
  on: localDateSchema.nullable(),
  words: lineSchema(500),
  /** The channels it is for; empty for any. */
  channels: z.array(channelSchema).max(10),
  /** The last date on which it holds; null for no end. */
  until: localDateSchema.nullable(),
  /** They asked not to hear from me before this date. */
  notBefore: localDateSchema.nullable(),
})
export type Permission = z.infer<typeof permissionSchema>

/** What is known of permission before anybody asked. */
export const permissionNotAsked: Permission = { status: 'not-asked', on: null, words: '', channels: [], until: null, notBefore: null }

/** A person. At least one of name, company or an e-mail says who it is. */
export const contactSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(200),
  company: lineSchema(200),
  role: lineSchema(200),
  emails: z.array(emailSchema).max(50),
  phones: z.array(phoneSchema).max(50),
  links: z.array(z.string().trim().max(2000)).max(50),
  tags: z.array(lineSchema(60)).max(100),
  /** The person's own zone, where it is known. */
  zone: zoneSchema.nullable(),
  industry: lineSchema(120),
  howWeMet: lineSchema(500),
  /** Personal notes: family, interests, what to remember (practice P11). */
  notes: z.string().max(100_000),
  /** The contact who introduced them (practice P19). */
  referredBy: idSchema.nullable(),
  permission: permissionSchema,
  /** The channel they said they prefer; null when they did not say (practice P10). */
  preferredChannel: channelSchema.nullable(),
  /** They are not to be written to or called at all. */
  doNotContact: z.boolean(),
  /** A word from me at least every so many days, as for customers and referrers (practice P19); null for none. */
  keepInTouchDays: z.number().int().min(1).max(3660).nullable(),
  createdAt: instantSchema,
})
export type Contact = z.infer<typeof contactSchema>

/** A contact of whom nothing is known yet. */
export const unknownContact: Omit<Contact, 'id' | 'createdAt'> = {
  name: '',
  company: '',
  role: '',
  emails: [],
  phones: [],
  links: [],
  tags: [],
  zone: null,
  industry: '',
  howWeMet: '',
  notes: '',
  referredBy: null,
  permission: permissionNotAsked,
  preferredChannel: null,
  doNotContact: false,
  keepInTouchDays: null,
}

/** What to call a contact on screen: the name, else the company, else the first e-mail address; never empty. */
export function contactName(contact: Pick<Contact, 'name' | 'company' | 'emails'>): string {
  return contact.name || contact.company || contact.emails[0]?.address || '?'
}

/** The given name for a greeting: the first word of the name that has a letter, or null when there is none to use (practice P11). */
export function firstName(contact: Pick<Contact, 'name'>): string | null {
  return contact.name.split(' ').find((word) => /\p{L}/u.test(word) && !/^(mr|mrs|ms|miss|dr|prof)\.?$/i.test(word)) ?? null
}

/**
 * Who introduced whom, from `first` upwards. Ends where nobody is named, or where somebody would come a second time.
 * @param introducer who introduced a contact, or null
 */
export function referralChain(first: string, introducer: (id: string) => string | null): string[] {
  const chain: string[] = []
  for (let id: string | null = first; id !== null && !chain.includes(id); id = introducer(id)) chain.push(id)
  return chain
}

/**
 * The tags with some more and without some others; case does not count. The very same list when nothing changes.
 */
export function withTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map((tag) => tag.toLowerCase()))
  const next = tags.filter((tag) => !gone.has(tag.toLowerCase()))
  const known = new Set(next.map((tag) => tag.toLowerCase()))
  for (const tag of add) {
    if (tag === '' || known.has(tag.toLowerCase())) continue
    known.add(tag.toLowerCase())
    next.push(tag)
  }
  return next.length === tags.length && next.every((tag, index) => tag === tags[index]) ? (tags as string[]) : next
}

/** What can be done with the address of a page or file. */
export type LinkTarget = { kind: 'outside'; href: string } | { kind: 'file'; path: string }

/**
 * Where an address as somebody typed it leads: to the web or a mail program, which open it outside, or to a file, of
 * which only the path is shown. Null when it is neither, such as `javascript:` and `data:`, which may run something.
 */
export function linkTarget(text: string): LinkTarget | null {
  const address = text.trim()
  if (/^(file:\/\/|[a-z]:[\\/]|\\\\|\/|~\/)/i.test(address)) return { kind: 'file', path: address }
  if (/^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])\S*$/i.test(address)) return { kind: 'outside', href: address }
  // "example.com/offer" is how people write a web address; a colon before the first slash would be another scheme.
  const isHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(address)
  return isHost ? { kind: 'outside', href: `https://${address}` } : null
}
