import { z } from 'zod'
import { contactSchema, unknownContact } from '../../../shared/contact.ts'
import type { ImportChoices, ImportField, ImportReading } from '../../../shared/import.ts'
import type { Link } from '../../../shared/lead.ts'
import type { Money } from '../../../shared/money.ts'
import { importWords } from '../../../shared/strings/import-words.ts'

/** What a file can tell of a person. Who referred them is told apart: it names another person. */
export const factsSchema = contactSchema.omit({ id: true, createdAt: true, referredBy: true })
export type ContactFacts = z.output<typeof factsSchema>

const { referredBy: _, ...blank } = unknownContact
/** The facts of somebody of whom nothing is known. */
export const blankFacts: ContactFacts = blank

/** What a row tells of a lead. Stages and days are still as the file has them. */
export interface EntryLead {
  id: string | null
  title: string
  value: Money | null
  source: string
  inbound: boolean
  /** What the file calls its stage; won or lost when it says so beside. */
  stage: string
  needs: string[]
  links: Link[]
  createdAt: string | null
  stageSince: string | null
  closedOn: string | null
  closedReason: string
  parkedUntil: string | null
  minimumGap: number | null
  silenceLimit: number | null
}

/** One row or card that can be taken over. Rows count as a spreadsheet counts them: from 1, the header's included. */
export interface Entry {
  row: number
  /** The row as the file has it, to hand back if it cannot be taken over after all. */
  cells: readonly string[]
  facts: ContactFacts
  id: string | null
  createdAt: string | null
  /** Who introduced them: an id of ours, or whatever the file says. */
  referredById: string | null
  referredBy: string
  lead: EntryLead | null
}

export interface Rejected {
  row: number
  cells: readonly string[]
  reason: string
}

/** A file, read. */
export interface ReadFile extends Pick<ImportReading, 'origin' | 'encoding' | 'holdsLeads' | 'columns' | 'needsMapping' | 'remembered' | 'dates' | 'decimal' | 'currency'> {
  header: readonly string[]
  fields: readonly ImportField[]
  entries: Entry[]
  rejected: Rejected[]
}

/** A file that was read before its call's turn on the tables. */
export interface PreparedImport {
  read: ReadFile
  choices: ImportChoices
}

/** Reading yields how much of it is done, 0 to 1, so that whoever drives it can pause, tell and stop. */
export type Reading<T> = Generator<number, T>

/** What the schema of a contact allows. */
export const longestNotes = 100_000

/** Why a row with longer notes is left out. */
export const notesTooLong = importWords.reasons.tooLong(importWords.facts.notes, longestNotes)

/** The facts when they fit, else the reason in a person's words. */
export function checkedFacts(facts: unknown): ContactFacts | string {
  const parsed = factsSchema.safeParse(facts)
  if (!parsed.success) return reasonOf(parsed.error)
  const { name, company, emails } = parsed.data
  return name === '' && company === '' && emails.length === 0 ? importWords.reasons.nobody : parsed.data
}

function reasonOf(error: z.ZodError): string {
  const { reasons, facts } = importWords
  const issue = error.issues[0]
  const field = (facts as Record<string, string>)[String(issue?.path[0])] ?? String(issue?.path[0])
  if (issue?.code !== 'too_big' || issue.origin === 'number') return reasons.notUnderstood(field)
  const most = Number(issue.maximum)
  return issue.origin === 'array' ? reasons.tooMany(field, most) : reasons.tooLong(field, most)
}
