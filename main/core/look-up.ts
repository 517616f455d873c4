import type { Cadence } from '../../shared/cadence.ts'
import type { Contact } from '../../shared/contact.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Lead } from '../../shared/lead.ts'
import { byRank, type Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import type { Template } from '../../shared/template.ts'
import type { ValueItem } from '../../shared/value.ts'
import type { Reader } from './database/store.ts'

/*
 * What the commands and queries of every noun look up: the record that an id names, or a refusal with a sentence.
 */

/** The stages in board order. */
export function stagesInOrder(reader: Reader): Stage[] {
  return [...reader.all('stages')].toSorted(byRank)
}

/** The stage, or a refusal when it is gone. */
export function stageOf(reader: Reader, id: string): Stage {
  const stage = reader.get('stages', id)
  if (!stage) throw new Refusal('not-found', words.errors.stageGone, 'stageId')
  return stage
}

/** The stage that new leads come into: the first open one. */
export function firstStage(reader: Reader): Stage {
  const stages = stagesInOrder(reader)
  const stage = stages.find(({ kind }) => kind === 'open') ?? stages[0]
  if (!stage) throw new Refusal('not-found', words.errors.stageGone, 'stageId')
  return stage
}

/** The contact, or a refusal when it is gone. */
export function contactOf(reader: Reader, id: string): Contact {
  const contact = reader.get('contacts', id)
  if (!contact) throw new Refusal('not-found', words.errors.contactGone)
  return contact
}

/** The cadence, or a refusal when it is gone. */
export function cadenceOf(reader: Reader, id: string): Cadence {
  const cadence = reader.get('cadences', id)
  if (!cadence) throw new Refusal('not-found', words.errors.cadenceGone)
  return cadence
}

/** The item of the value library, or a refusal when it is gone. */
export function valueItemOf(reader: Reader, id: string): ValueItem {
  const item = reader.get('valueItems', id)
  if (!item) throw new Refusal('not-found', words.errors.valueGone)
  return item
}

/** The template, or a refusal when it is gone. */
export function templateOf(reader: Reader, id: string): Template {
  const template = reader.get('templates', id)
  if (!template) throw new Refusal('not-found', words.errors.templateGone)
  return template
}

/** The lead, or a refusal when it is gone. */
export function leadOf(reader: Reader, id: string): Lead {
  const lead = reader.get('leads', id)
  if (!lead) throw new Refusal('not-found', words.errors.leadGone)
  return lead
}

/** The fields that were given: one that is undefined is as good as not there. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
