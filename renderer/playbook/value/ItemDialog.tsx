import { useState, type FormEvent } from 'react'
import type { LibraryItem } from '../../../shared/api.ts'
import { linkTarget } from '../../../shared/contact.ts'
import { libraryWords } from '../../../shared/strings/library-words.ts'
import { words } from '../../../shared/strings/words.ts'
import { addressKey, blankValue, type ValueKind } from '../../../shared/value.ts'
import { useCall, useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { Checkbox, TextArea, TextField } from '../../ui/TextField.tsx'
import { ValueIcon } from '../../ui/ValueIcon.tsx'
import styles from './ItemDialog.module.css'
import { draftOf, factsOf, type ItemDraft } from './item-draft.ts'

const say = libraryWords

export const kindOptions = (Object.keys(say.kinds) as ValueKind[]).map((id) => ({ id, label: say.kinds[id], icon: <ValueIcon kind={id} /> }))

export interface ItemDialogProps {
  /** Null for a new one. */
  item: LibraryItem | null
  /** The library, so that an address which is there already is noticed. */
  items: readonly LibraryItem[]
  onClose: () => void
}

/** Everything a person says of an item, for a new one or one that is there. */
export function ItemDialog({ item, items, onClose }: ItemDialogProps) {
  const [draft, setDraft] = useState<ItemDraft>(() => draftOf(item ?? { ...blankValue, kind: 'article' }))
  const [errors, setErrors] = useState<Partial<Record<'title' | 'url' | 'bestBefore', string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const saving = useCommand('saveValueItem', { ownErrors: true, said: ({ title }) => say.saved(title) })
  const change = (changes: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const same = draft.url.trim() === '' ? undefined : items.find((other) => other.id !== item?.id && other.url !== '' && addressKey(other.url) === addressKey(draft.url))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const url = draft.url.trim()
    const found = {
      ...(draft.title.trim() === '' && { title: say.noTitle }),
      ...(url !== '' && url !== item?.url && linkTarget(url) === null && { url: say.badUrl }),
      ...(draft.publishedOn !== null && draft.bestBefore !== null && draft.bestBefore < draft.publishedOn && { bestBefore: say.reversed }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0 || saving.pending) return
    const reply = await saving.run({ id: item?.id ?? null, facts: factsOf(draft) })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }

  return (
    <Dialog title={item ? say.editTitle : say.addTitle} isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <div className={styles.fields}>
            <div className={styles.wide}>
              <TextField label={say.name} placeholder={say.nameExample} autoFocus autoComplete="off" maxLength={300} value={draft.title} onChange={(title) => change({ title })} error={errors.title} />
            </div>
            <TextField
              label={say.url}
              placeholder={say.urlExample}
              autoComplete="off"
              inputMode="url"
              maxLength={2000}
              value={draft.url}
              onChange={(url) => change({ url })}
              error={errors.url}
              {...(same && { hint: say.known(same.title) })}
            />
            <Select<ValueKind> label={say.kind} options={kindOptions} value={draft.kind} onChange={(kind) => change({ kind })} />
            <div className={styles.wide}>
              <TextArea label={say.summary} placeholder={say.summaryExample} rows={2} maxLength={10_000} value={draft.summary} onChange={(summary) => change({ summary })} />
            </div>
            <DateField label={say.published} value={draft.publishedOn} onChange={(publishedOn) => change({ publishedOn })} />
            <div>
              <DateField label={say.bestBefore} value={draft.bestBefore} onChange={(bestBefore) => change({ bestBefore })} />
              <p className={errors.bestBefore === undefined ? styles.hint : styles.error} {...(errors.bestBefore !== undefined && { role: 'alert' })}>
                {errors.bestBefore ?? say.bestBeforeHint}
              </p>
            </div>
            <h3 className={styles.part}>{say.forWhom}</h3>
            <TextField label={say.tags} placeholder={say.tagsExample} hint={say.listHint} autoComplete="off" value={draft.tags} onChange={(tags) => change({ tags })} />
            <TextField label={say.industries} placeholder={say.industriesExample} hint={say.listHint} autoComplete="off" value={draft.industries} onChange={(industries) => change({ industries })} />
            <Stages chosen={draft.stageIds} onChange={(stageIds) => change({ stageIds })} />
            <div className={styles.wide}>
              <TextArea label={say.objections} placeholder={say.objectionsExample} hint={say.objectionsHint} rows={2} value={draft.objections} onChange={(objections) => change({ objections })} />
            </div>
          </div>
          {refusal !== undefined && (
            <p className={styles.error} role="alert">
              {refusal}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={saving.pending}>
            {words.app.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The stages that it suits; none ticked is any. */
function Stages({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const stages = useCall('getBoard', { limit: 1 }).data?.stages ?? []
  return (
    <fieldset className={styles.stages}>
      <legend>{say.stages}</legend>
      {stages.map(({ id, name }) => (
        <Checkbox key={id} label={name} isSelected={chosen.includes(id)} onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))} />
      ))}
    </fieldset>
  )
}
