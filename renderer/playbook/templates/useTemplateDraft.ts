import { useState } from 'react'
import type { Id } from '../../../shared/id.ts'
import type { TemplateFacts } from '../../../shared/template.ts'

const prefix = 'template-draft:'

/** The draft of the template that is not there yet. */
export const newTemplate = 'new'

export const blankTemplate: TemplateFacts = { name: '', kind: 'email', subject: '', body: '' }

/** The templates that were changed and not saved, by id. */
export function templateDraftIds(): ReadonlySet<Id> {
  return new Set(Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])))
}

/**
 * What is written of a template and not saved yet: this window's storage keeps it until it is saved or discarded, so that
 * leaving the screen loses nothing. `saved` is how the template stands.
 */
export function useTemplateDraft(id: Id, saved: TemplateFacts) {
  const [kept, setKept] = useState<TemplateFacts | null>(() => read(id))
  const discard = () => {
    localStorage.removeItem(prefix + id)
    setKept(null)
  }
  const change = (draft: TemplateFacts) => {
    if (draft.name === saved.name && draft.kind === saved.kind && draft.subject === saved.subject && draft.body === saved.body) return discard()
    setKept(draft)
    try {
      localStorage.setItem(prefix + id, JSON.stringify(draft))
    } catch {
      // The storage is full: the draft lasts as long as the screen is open.
    }
  }
  return { draft: kept ?? saved, isChanged: kept !== null, change, discard }
}

function read(id: Id): TemplateFacts | null {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + id) ?? 'null') as TemplateFacts | null
    return typeof draft?.body === 'string' ? { ...blankTemplate, ...draft } : null
  } catch {
    return null
  }
}
