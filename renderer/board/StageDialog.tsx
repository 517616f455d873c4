import { useState, type FormEvent } from 'react'
import type { Stage, StageColour, StageFacts, StageKind } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import columns from './Columns.module.css'
import styles from './StageDialog.module.css'

const say = words.stageEditor

const kinds = (Object.keys(say.kinds) as StageKind[]).map((id) => ({ id, label: say.kinds[id] }))
const colours = (Object.keys(say.colours) as StageColour[]).map((id) => ({
  id,
  label: say.colours[id],
  icon: <span className={columns.dot} data-colour={id} aria-hidden />,
}))

/** What a new stage is until it is told otherwise. */
const fresh: StageFacts = { name: '', kind: 'open', colour: 'blue', chance: 50, staleAfterDays: 10 }

export interface StageDialogProps {
  /** The stage to change, or that behind which a new one comes. */
  stage: Stage
  isNew: boolean
  onClose: () => void
}

/** Everything a person decides of a stage, for a new one or one that is there. */
export function StageDialog({ stage, isNew, onClose }: StageDialogProps) {
  const [facts, setFacts] = useState<StageFacts>(() => (isNew ? fresh : factsOf(stage)))
  const [chance, setChance] = useState(String(facts.chance))
  const [days, setDays] = useState(facts.staleAfterDays === null ? '' : String(facts.staleAfterDays))
  const [errors, setErrors] = useState<Partial<Record<'name' | 'chance' | 'days', string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const addStage = useCommand('addStage', { ownErrors: true })
  const editStage = useCommand('editStage', { ownErrors: true })

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = {
      ...(facts.name.trim() === '' && { name: say.noName }),
      ...(!isBetween(chance, 0, 100) && { chance: say.badChance }),
      ...(days.trim() !== '' && !isBetween(days, 1, 365) && { days: say.badDays }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const whole = { ...facts, chance: Number(chance), staleAfterDays: days.trim() === '' ? null : Number(days) }
    const reply = isNew ? await addStage.run({ facts: whole, after: stage.id }) : await editStage.run({ id: stage.id, changes: whole })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }

  return (
    <Dialog title={isNew ? say.addTitle(stage.name) : say.editTitle(stage.name)} isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <div className={styles.fields}>
            <div className={styles.wide}>
              <TextField label={say.name} autoFocus autoComplete="off" maxLength={60} value={facts.name} onChange={(name) => setFacts({ ...facts, name })} error={errors.name} />
            </div>
            <Select<StageKind> label={say.kind} options={kinds} value={facts.kind} onChange={(kind) => setFacts({ ...facts, kind })} />
            <Select<StageColour> label={say.colour} options={colours} value={facts.colour} onChange={(colour) => setFacts({ ...facts, colour })} />
            <TextField label={say.chance} inputMode="numeric" autoComplete="off" value={chance} onChange={setChance} error={errors.chance} />
            <TextField label={say.stale} inputMode="numeric" autoComplete="off" value={days} onChange={setDays} error={errors.days} hint={say.staleHint} />
          </div>
          {refusal !== undefined && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={addStage.pending || editStage.pending}>
            {isNew ? say.add : words.app.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Asks where a stage's leads go before it is deleted. */
export function DeleteStageDialog({ stage, count, others, onClose }: { stage: Stage; count: number; others: readonly Stage[]; onClose: () => void }) {
  const next = others.find(({ kind }) => kind === stage.kind) ?? others[0]
  const [target, setTarget] = useState(next?.id ?? '')
  const [refusal, setRefusal] = useState<string>()
  const deleteStage = useCommand('deleteStage', { said: say.deleted(stage.name), ownErrors: true })
  const remove = async () => {
    const reply = await deleteStage.run({ id: stage.id, target: count > 0 ? target : null })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }
  return (
    <Dialog title={say.deleteTitle(stage.name)} isOpen onOpenChange={(open) => !open && onClose()} width="narrow" role="alertdialog">
      <DialogBody>
        {count > 0 ? (
          <Select label={say.target(count)} options={others.map(({ id, name }) => ({ id, label: name }))} value={target} onChange={setTarget} />
        ) : (
          <p>{say.deleteEmpty}</p>
        )}
        {refusal !== undefined && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="danger" isDisabled={deleteStage.pending} onPress={() => void remove()}>
          {say.remove}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function factsOf({ name, kind, colour, chance, staleAfterDays }: Stage): StageFacts {
  return { name, kind, colour, chance, staleAfterDays }
}

function isBetween(text: string, least: number, most: number): boolean {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= least && value <= most
}
