import type { Channel } from './channel.ts'
import type { Contact } from './contact.ts'
import type { Id } from './id.ts'
import { filled, type MergeFields } from './merge-fields.ts'
import { leftToFill } from './message-checks.ts'
import { writing } from './strings/writing-words.ts'
import type { TemplateKind, TemplateText } from './template.ts'

/** A message to one lead while it is written. */
export interface Message extends TemplateText {
  kind: TemplateKind
  templateId: Id | null
  /** The lead whose fields went into it; null while none did. */
  filledFor: Id | null
}

const channels = { email: 'email', text: 'text', social: 'social', script: 'call' } as const satisfies Record<TemplateKind, Channel>

/** The channel that a message of this kind goes by. */
export function channelOf(kind: TemplateKind): Channel {
  return channels[kind]
}

/** The kind of message that goes by a channel; what is spoken has a script. */
export function kindOf(channel: Channel): TemplateKind {
  return channel === 'email' || channel === 'text' || channel === 'social' ? channel : 'script'
}

/** Where a message of this kind goes to: the first address that is known, or null. */
export function addressOf({ emails, phones, links }: Pick<Contact, 'emails' | 'phones' | 'links'>, kind: TemplateKind): string | null {
  if (kind === 'email') return emails[0]?.address ?? null
  if (kind === 'social') return links[0] ?? null
  return phones[0]?.number ?? null
}

/** A template made into a message for one lead (practice P11); the message remembers whose fields it has. */
export function messageFrom({ id, kind, subject, body }: TemplateText & { id: Id; kind: TemplateKind }, leadId: Id, fields: MergeFields): Message {
  return { kind, templateId: id, filledFor: leadId, ...filledText({ subject, body }, fields) }
}

/** Subject and body filled in; a subject stays on one line whatever a field says. */
export function filledText({ subject, body }: TemplateText, fields: MergeFields): TemplateText {
  return { subject: filled(subject, fields).text.replace(/\s+/g, ' ').trim().slice(0, 500), body: filled(body, fields).text }
}

/** A message as one text, as it is kept with a touch: a subject is its first line. */
export function messageText({ subject, body }: TemplateText): string {
  return subject === '' ? body : `${writing.message.subjectLine}${subject}\n\n${body}`
}

const subjectKey = new RegExp(writing.message.subjectKey, 'i')

/** The subject and the body in one text, as {@link messageText} writes it. */
export function messageIn(text: string): TemplateText {
  const [first = '', ...rest] = text.split('\n')
  if (!subjectKey.test(first)) return { subject: '', body: text }
  return { subject: first.replace(subjectKey, '').trim().slice(0, 500), body: rest.join('\n').replace(/^\r?\n/, '') }
}

/** Somebody else who is named in a message, and by what. */
export interface OtherPerson {
  name: string
  by: 'name' | 'address'
  /** As it stands in the message. */
  what: string
}

/** What must not leave by accident: it takes a second step, which names it (practice P11). */
export type Obstacle = { kind: 'unfilled'; what: string } | { kind: 'other-lead'; leadId: Id } | { kind: 'other-person'; person: OtherPerson }

/**
 * What stands between a message and its being copied for a lead: what is still to fill in, that it was filled in for
 * another lead, and who else is named in it. Empty when nothing does.
 */
export function obstaclesTo(message: Pick<Message, 'subject' | 'body' | 'filledFor'>, leadId: Id, others: readonly OtherPerson[]): Obstacle[] {
  const open = leftToFill(`${message.subject}\n${message.body}`).map((what): Obstacle => ({ kind: 'unfilled', what }))
  const another: Obstacle[] = message.filledFor === null || message.filledFor === leadId ? [] : [{ kind: 'other-lead', leadId: message.filledFor }]
  return [...another, ...others.map((person): Obstacle => ({ kind: 'other-person', person })), ...open]
}

/** Somebody else in the message, in words; `nameOf` knows what leads are called. */
export function obstacleWords(obstacle: Exclude<Obstacle, { kind: 'unfilled' }>, nameOf: (leadId: Id) => string): string {
  const say = writing.message.obstacles
  if (obstacle.kind === 'other-lead') return say.otherLead(nameOf(obstacle.leadId))
  return obstacle.person.by === 'name' ? say.otherPerson(obstacle.person.name) : say.otherAddress(obstacle.person.what)
}

/**
 * Who of these people is named in a text: by an e-mail address, or by a name of two words at least, since one word may be
 * anybody or anything. Case does not count.
 * @param people everybody but the one it goes to; at most `most` are told
 */
export function othersNamed(text: string, people: Iterable<Pick<Contact, 'name' | 'emails'>>, most: number): OtherPerson[] {
  const searched = plain(text)
  const found: OtherPerson[] = []
  for (const { name, emails } of people) {
    if (found.length >= most) break
    const address = emails.find((email) => isWithin(searched, plain(email.address)))?.address
    if (address !== undefined) found.push({ name: name || address, by: 'address', what: address })
    else if (name.includes(' ') && isWithin(searched, plain(name))) found.push({ name, by: 'name', what: name })
  }
  return found
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}

const letter = /[\p{L}\p{N}]/u

/** True when a text has the words as words of their own, not as a part of longer ones. */
function isWithin(text: string, wanted: string): boolean {
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + wanted.length] ?? '')) return true
  }
  return false
}
