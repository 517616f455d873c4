import Papa from 'papaparse'
import { fullMoney } from '../../../shared/format.ts'
import type { ImportReading } from '../../../shared/import.ts'
import { ranksFirst } from '../../../shared/lead.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import { words } from '../../../shared/strings/words.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Commands, Queries } from '../handlers.ts'
import { formula } from './csv.ts'
import type { ReadFile } from './entry.ts'
import { planImport } from './plan.ts'
import type { NewLead, Plan } from './planned.ts'

/** As many rows of each kind are shown; counts are of all. */
const mostShown = 200
const sampleRows = 8

export const importQueries: Queries<'readImport'> = {
  readImport(reader, { read, choices }, context) {
    return readingOf(read, planImport(reader, read, choices, context))
  },
}

export const importCommands: Commands<'importFile'> = {
  importFile(transaction, { read, choices }, context) {
    const plan = planImport(transaction, read, choices, context)
    for (const { contact } of plan.contacts.values()) transaction.put('contacts', contact)
    for (const [id, changes] of plan.fills) transaction.change('contacts', id, changes)
    putLeads(transaction, plan.leads)
    return { people: plan.contacts.size, filled: plan.fills.size, leads: plan.leads.length, known: plan.duplicates.length, rejected: plan.rejected.length }
  },
}

/** On top of their stages, in the order of the file. */
function putLeads(transaction: Transaction, leads: readonly NewLead[]): void {
  for (const [stageId, inStage] of Map.groupBy(leads, ({ stage }) => stage.id)) {
    const ranks = ranksFirst(transaction.where('leads', 'stageId', stageId), inStage.length)
    for (const [index, { lead }] of inStage.entries()) transaction.put('leads', { ...lead, rank: ranks[index] ?? '' })
  }
}

function readingOf(read: ReadFile, plan: Plan): ImportReading {
  const { origin, encoding, columns, holdsLeads, needsMapping, remembered, dates, decimal, currency } = read
  return {
    origin, encoding, columns, holdsLeads, needsMapping, remembered, dates, decimal, currency,
    stages: holdsLeads ? plan.stages.list() : [],
    rows: read.entries.length + read.rejected.length,
    newPeople: plan.contacts.size,
    filledPeople: plan.fills.size,
    newLeads: plan.leads.length,
    knownLeads: plan.knownLeads,
    sample: sampleOf(plan, holdsLeads),
    knownPeople: plan.duplicates.length,
    duplicates: plan.duplicates.slice(0, mostShown),
    rejectedRows: plan.rejected.length,
    rejected: plan.rejected.slice(0, mostShown).map(({ row, reason }) => ({ row, reason })),
    rejectedFile: rejectedFile(read, plan),
  }
}

function sampleOf(plan: Plan, holdsLeads: boolean): ImportReading['sample'] {
  const leads = new Map(plan.leads.map((one) => [one.entry, one]))
  const entries = holdsLeads ? plan.leads.map(({ entry }) => entry) : [...plan.contacts.values()].map(({ entry }) => entry)
  return entries.slice(0, sampleRows).map((entry) => {
    const { name, company, emails } = entry.facts
    const { lead, stage } = leads.get(entry) ?? {}
    const value = lead?.value ? fullMoney(lead.value, words.locale) : ''
    return { row: entry.row, name, company, email: emails[0]?.address ?? '', lead: lead?.title ?? '', stage: stage?.name ?? '', value }
  })
}

/** The rejected rows as they were, to be corrected and imported again, with the reason in the last column. */
function rejectedFile(read: ReadFile, { rejected }: Plan): string {
  if (rejected.length === 0) return ''
  const width = Math.max(read.header.length, ...rejected.map(({ cells }) => cells.length))
  const filled = (cells: readonly string[]) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]
  const rows = [[...filled(read.header), importWords.reason], ...rejected.map(({ cells, reason }) => [...filled(cells), reason])]
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: formula })}\r\n`
}
