import { z } from 'zod'
import { channelSchema } from '../channel.ts'
import { contactSchema, lineSchema, permissionSchema } from '../contact.ts'
import { dueSchema, instantSchema, plannableDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { duplicateReasons } from '../merge.ts'
import { moneySchema } from '../money.ts'
import { stageKindSchema } from '../stage.ts'
import { command, done, idsSchema, nothing, oneId, query } from './declare.ts'

/** A contact as the table of people shows it: lean, since all of them come in one answer. */
export const personSchema = z.strictObject({
  ...contactSchema.pick({ id: true, name: true, company: true, role: true, emails: true, phones: true, tags: true, industry: true }).shape,
  permission: permissionSchema.shape.status,
  /** The leads with this contact, newest first. */
  leads: z.array(z.strictObject({ id: idSchema, title: z.string(), stageId: idSchema })),
  /** When the latest touch with them was done. */
  lastTouch: instantSchema.nullable(),
  nextTouch: z.strictObject({ channel: channelSchema, due: dueSchema }).nullable(),
})
export type Person = z.infer<typeof personSchema>

/** A contact by name, and the newest lead with them, where there is one. */
export const namedContactSchema = z.strictObject({ id: idSchema, name: z.string(), company: z.string(), leadId: idSchema.nullable() })
export type NamedContact = z.infer<typeof namedContactSchema>

/** A lead as the page of another one with the same person lists it. */
export const contactLeadSchema = z.strictObject({ id: idSchema, title: z.string(), value: moneySchema.nullable(), stage: z.string(), kind: stageKindSchema })
export type ContactLead = z.infer<typeof contactLeadSchema>

/** A contact, and how much hangs on them. */
export const mergeEntrySchema = z.strictObject({
  contact: contactSchema,
  leads: z.number().int(),
  touches: z.number().int(),
  promises: z.number().int(),
  recaps: z.number().int(),
})
export type MergeEntry = z.infer<typeof mergeEntrySchema>

/** Contacts that may be one person. */
export const duplicatesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      reasons: z.array(z.enum(duplicateReasons)),
      /** The one that was there first comes first. */
      contacts: z.array(mergeEntrySchema),
    }),
  ),
  /** How many groups there are; `groups` has the first ones. */
  total: z.number().int(),
})
export type Duplicates = z.infer<typeof duplicatesSchema>

/** What a person knows of a contact; dates are such as somebody means. */
export const contactFactsSchema = contactSchema.omit({ id: true, createdAt: true }).extend({
  permission: permissionSchema.extend({ until: plannableDateSchema.nullable(), notBefore: plannableDateSchema.nullable() }),
})

/** Tags that are given or taken in one go. */
const tagsSchema = z.array(lineSchema(60)).max(50, { error: 'tooManyTagsAtOnce' })

/** People: alone, in the table of all, and those who are there twice. */
export const contactCalls = {
  getPeople: query(nothing, z.array(personSchema)),
  getContact: query(
    oneId,
    z.strictObject({
      contact: contactSchema,
      /** The leads with this contact, newest first. */
      leads: z.array(contactLeadSchema),
      referredBy: namedContactSchema.nullable(),
      /** Those whom this contact introduced (practice P19). */
      referred: z.array(namedContactSchema),
    }),
  ),
  /** The contacts in whose name, company or e-mail each word of `text` occurs, by name; at most `limit`, `without` left out. */
  findContacts: query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(100), without: idSchema.nullable() }),
    z.array(namedContactSchema),
  ),
  /** How much would go with these contacts. */
  countWithContacts: query(
    z.strictObject({ ids: idsSchema }),
    z.strictObject({ contacts: z.number().int(), leads: z.number().int(), touches: z.number().int(), promises: z.number().int(), questions: z.number().int(), recaps: z.number().int() }),
  ),
  /** Contacts that may be the same person, but for those of whom the person said that they are not. */
  getDuplicates: query(nothing, duplicatesSchema),
  /** Contacts as a merge shows them, the one that was there first first. */
  getMergeEntries: query(z.strictObject({ ids: z.array(idSchema).min(2).max(2) }), z.array(mergeEntrySchema)),
  editContact: command(z.strictObject({ id: idSchema, changes: contactFactsSchema.partial() }), done),
  /** Gives contacts tags and takes others away; case does not count. `changed` is how many had to change. */
  tagContacts: command(
    z.strictObject({ ids: idsSchema, add: tagsSchema, remove: tagsSchema }),
    z.strictObject({ changed: z.number().int() }),
  ),
  /** Removes contacts with their leads and all that hangs on those; those they introduced stay. */
  deleteContacts: command(z.strictObject({ ids: idsSchema }), done),
  /** Makes one contact of two: `keep` gets `facts` and all that hangs on `drop`, which goes. */
  mergeContacts: command(z.strictObject({ keep: idSchema, drop: idSchema, facts: contactFactsSchema }), done),
}
