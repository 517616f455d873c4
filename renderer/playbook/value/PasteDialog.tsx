import { TriangleAlert } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { PastedItem } from '../../../shared/api.ts'
import { wholeNumber } from '../../../shared/format.ts'
import { libraryWords } from '../../../shared/strings/library-words.ts'
import { words } from '../../../shared/strings/words.ts'
import { blankValue, type ValueKind } from '../../../shared/value.ts'
import { mostPasted } from '../../../shared/value-paste.ts'
import { useCall, useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { kindOptions } from './ItemDialog.tsx'
import styles from './PasteDialog.module.css'

const say = libraryWords

/** What the person made of an item that was found, where it differs. */
interface Edit {
  kind?: ValueKind
  title?: string
  isTaken?: boolean
}

/** Adds items from a pasted text: what was found is shown, to be put right and chosen from, before anything is saved. */
export function PasteDialog({ start, onClose }: { start: string; onClose: () => void }) {
  const { locale } = useReader()
  const [text, setText] = useState(start)
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())
  const [refusal, setRefusal] = useState<string>()
  const reading = useCall('readValuePaste', { text: text.slice(0, 500_000) }, { keep: true })
  const adding = useCommand('addValueItems', { ownErrors: true, said: ({ added }) => say.added(added, wholeNumber(added, locale)) })
  const found = (reading.data?.items ?? []).map((item, place) => ({ key: `${place} ${item.url} ${item.url === '' ? item.title : ''}`, item }))
  const rows = found.map(({ key, item }) => ({ key, item, now: { kind: item.kind, title: item.title, isTaken: item.known === null && !item.isTwice, ...edits.get(key) } }))
  const taken = rows.filter(({ now }) => now.isTaken)
  const lacksTitle = taken.some(({ now }) => now.title.trim() === '')
  const change = (key: string, edit: Edit) => setEdits((before) => new Map(before).set(key, { ...before.get(key), ...edit }))

  const add = async (event: FormEvent) => {
    event.preventDefault()
    // What is added is what is shown.
    if (taken.length === 0 || lacksTitle || reading.isPlaceholderData || adding.pending) return
    const reply = await adding.run({ items: taken.map(({ item, now }) => ({ ...blankValue, kind: now.kind, title: now.title, url: item.url })) })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }

  return (
    <Dialog title={say.pasteTitle} width="wide" isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={(event) => void add(event)} noValidate>
        <DialogBody>
          <TextArea label={say.pasteLabel} placeholder={say.pasteExample} hint={say.pasteHint} rows={4} autoFocus={start === ''} value={text} onChange={setText} />
          <output className={styles.found}>
            {rows.length === 0 ? say.pasteNothing : say.pasteFound(rows.length, wholeNumber(rows.length, locale))}
            {reading.data !== undefined && reading.data.left > 0 && ` ${say.pasteLeft(wholeNumber(mostPasted, locale))}`}
          </output>
          {rows.length > 0 && (
            <ul className={styles.list}>
              {rows.map(({ key, item, now }) => (
                <li key={key} className={styles.row}>
                  <input type="checkbox" className={styles.take} aria-label={say.pasteTake(now.title)} checked={now.isTaken} onChange={(event) => change(key, { isTaken: event.target.checked })} />
                  <div className={styles.kind}>
                    <Select<ValueKind> label={say.kind} hideLabel options={kindOptions} value={now.kind} onChange={(kind) => change(key, { kind })} />
                  </div>
                  <div className={styles.what}>
                    <TextField label={say.name} hideLabel maxLength={300} value={now.title} onChange={(title) => change(key, { title })} error={now.isTaken && now.title.trim() === '' ? say.noTitle : undefined} />
                    {item.url !== '' && (
                      <span className={styles.url} dir="ltr">
                        {item.url}
                      </span>
                    )}
                    <Known item={item} />
                  </div>
                </li>
              ))}
            </ul>
          )}
          {(refusal ?? reading.error?.message) !== undefined && (
            <p className={styles.refusal} role="alert">
              {refusal ?? reading.error?.message}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" autoFocus={start !== ''} isDisabled={taken.length === 0 || lacksTitle || adding.pending}>
            {say.pasteAdd(taken.length, wholeNumber(taken.length, locale))}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** That its address is known already, which is why it is not ticked. */
function Known({ item: { known, isTwice } }: { item: PastedItem }) {
  if (known === null && !isTwice) return null
  return (
    <span className={styles.known}>
      <TriangleAlert aria-hidden />
      {known === null ? say.pasteTwice : known.archivedAt === null ? say.pasteKnown(known.title) : say.pasteKnownArchived(known.title)}
    </span>
  )
}
