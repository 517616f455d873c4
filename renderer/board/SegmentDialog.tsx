import { useState, type FormEvent } from 'react'
import type { Filter, Segment } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const say = words.segments

/** Keeps a filter under a name; a name that is there already takes the new filter. */
export function SegmentDialog({ filter, segments, onClose }: { filter: Filter; segments: readonly Segment[]; onClose: () => void }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const saveSegment = useCommand('saveSegment', { ownErrors: true })
  const same = segments.find((segment) => segment.name.toLowerCase() === name.trim().toLowerCase())
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setError(say.noName)
    const reply = await saveSegment.run({ id: same?.id ?? null, name, filter })
    if (reply.ok) onClose()
    else setError(reply.error.message)
  }
  return (
    <Dialog title={say.saveTitle} isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <TextField label={say.name} placeholder={say.example} autoFocus autoComplete="off" maxLength={80} value={name} onChange={setName} error={error} {...(same && { hint: say.replaces })} />
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={saveSegment.pending}>
            {words.app.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
