import { Refusal } from '../../shared/errors.ts'
import { toInstant } from '../../shared/dates.ts'
import { byId } from '../../shared/id.ts'
import { readyTemplates } from '../../shared/strings/en-templates.ts'
import { words } from '../../shared/strings/words.ts'
import type { Template, TemplateText } from '../../shared/template.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { templateOf } from './look-up.ts'

/** As many earlier versions of a template are kept. */
const mostVersions = 50

export const templateQueries: Queries<'getTemplates' | 'getTemplate'> = {
  getTemplates(reader) {
    const names = new Intl.Collator(words.locale, { sensitivity: 'base', numeric: true })
    return [...reader.all('templates')]
      .toSorted((a, b) => names.compare(a.name, b.name) || byId(a, b))
      .map(({ earlier: _earlier, ...template }) => ({ ...template, used: reader.where('touches', 'templateId', template.id).filter(({ state }) => state === 'done').length }))
  },

  getTemplate(reader, { id }) {
    return templateOf(reader, id)
  },
}

export const templateCommands: Commands<'saveTemplate' | 'restoreTemplate' | 'archiveTemplate' | 'deleteTemplate' | 'addReadyTemplates'> = {
  saveTemplate(transaction, { id, facts }, context) {
    const { name, kind, body } = facts
    if (name === '') throw new Refusal('invalid-input', words.errors.templateName, 'facts.name')
    if (isTaken(transaction, name, id)) throw new Refusal('conflict', words.errors.templateNameTaken, 'facts.name')
    const text = { subject: kind === 'email' ? facts.subject : '', body }
    if (id === null) return transaction.put('templates', { id: context.newId(), name, kind, ...text, earlier: [], archivedAt: null, createdAt: toInstant(context.now) })
    return transaction.change('templates', id, { name, kind, ...rewritten(templateOf(transaction, id), text, context) })
  },

  restoreTemplate(transaction, { id, until }, context) {
    const template = templateOf(transaction, id)
    const version = template.earlier.find((one) => one.until === until)
    if (!version) throw new Refusal('not-found', words.errors.versionGone)
    return transaction.change('templates', id, rewritten(template, { subject: version.subject, body: version.body }, context))
  },

  archiveTemplate(transaction, { id, archived }, context) {
    const { archivedAt } = templateOf(transaction, id)
    if ((archivedAt !== null) !== archived) transaction.change('templates', id, { archivedAt: archived ? toInstant(context.now) : null })
    return null
  },

  deleteTemplate(transaction, { id }, context) {
    const { archivedAt } = templateOf(transaction, id)
    const isUsed = transaction.where('touches', 'templateId', id).length > 0 || transaction.where('mailings', 'templateId', id).length > 0
    if (!isUsed) transaction.remove('templates', id)
    else if (archivedAt === null) transaction.change('templates', id, { archivedAt: toInstant(context.now) })
    return { archived: isUsed }
  },

  addReadyTemplates(transaction, _input, context) {
    return { added: addReadyTemplates(transaction, context) }
  },
}

/** Adds the templates that come with the app, but for those whose name is taken. */
export function addReadyTemplates(transaction: Transaction, context: Context): number {
  const missing = readyTemplates.filter(({ name }) => !isTaken(transaction, name, null))
  for (const facts of missing) transaction.put('templates', { id: context.newId(), ...facts, earlier: [], archivedAt: null, createdAt: toInstant(context.now) })
  return missing.length
}

function isTaken(reader: Reader, name: string, by: string | null): boolean {
  for (const template of reader.all('templates')) if (template.id !== by && template.name.toLowerCase() === name.toLowerCase()) return true
  return false
}

/** What a template says from now on; what it said before is kept, where that was something else. */
function rewritten({ subject, body, earlier }: Template, text: TemplateText, { now }: Context): TemplateText & Partial<Pick<Template, 'earlier'>> {
  if (text.subject === subject && text.body === body) return text
  return { ...text, earlier: [{ subject, body, until: toInstant(now) }, ...earlier].slice(0, mostVersions) }
}
