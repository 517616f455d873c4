import { useMemo, useState, type FormEvent } from 'react'
import type { Person } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Checkbox, TextField } from '../ui/TextField.tsx'
import styles from './People.module.css'

const say = words.people

/** Gives people tags and takes others away, all in one step (practice P13). */
export function TagDialog({ people, onClose }: { people: Person[]; onClose: () => void }) {
  const { locale } = useReader()
  const [text, setText] = useState('')
  const [remove, setRemove] = useState<string[]>([])
  const [refusal, setRefusal] = useState<string>()
  const counts = useMemo(() => tagCounts(people), [people])
  const command = useCommand('tagContacts', { ownErrors: true, said: ({ changed }) => say.tagged(changed, wholeNumber(changed, locale)) })
  const add = text.split(',').map((tag) => tag.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (command.pending || (add.length === 0 && remove.length === 0)) return
    const reply = await command.run({ ids: people.map(({ id }) => id), add, remove })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }
  return (
    <Dialog title={say.tagTitle(people.length, wholeNumber(people.length, locale))} isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <TextField label={say.tagAdd} hint={say.tagAddHint} error={refusal} value={text} onChange={setText} autoFocus autoComplete="off" />
          {counts.length > 0 && (
            <fieldset className={styles.tagList}>
              <legend>{say.tagRemove}</legend>
              {counts.map(([tag, count]) => (
                <Checkbox
                  key={tag}
                  label={say.tagCount(tag, wholeNumber(count, locale))}
                  isSelected={remove.includes(tag)}
                  onChange={(isGone) => setRemove(isGone ? [...remove, tag] : remove.filter((other) => other !== tag))}
                />
              ))}
            </fieldset>
          )}
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={command.pending || (add.length === 0 && remove.length === 0)}>
            {say.tagSave}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The tags that these people have, and how many have each: the most frequent first, fifty at most. */
function tagCounts(people: readonly Person[]): [string, number][] {
  const counts = new Map<string, { tag: string; count: number }>()
  for (const tag of people.flatMap((person) => person.tags)) {
    const known = counts.get(tag.toLowerCase())
    if (known) known.count += 1
    else counts.set(tag.toLowerCase(), { tag, count: 1 })
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
    .slice(0, 50)
    .map(({ tag, count }) => [tag, count])
}
