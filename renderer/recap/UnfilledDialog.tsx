import { composerWords } from '../../shared/strings/composer-words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import type { Way } from './useSending.ts'

const say = composerWords

/** Asks before a letter leaves in which something is still to be filled in (practice P11). */
export function UnfilledDialog({ field, way, onAnswer }: { field: string; way: Way; onAnswer: (goesOn: boolean) => void }) {
  return (
    <Dialog title={say.unfilledTitle} role="alertdialog" width="narrow" isOpen onOpenChange={(isOpen) => !isOpen && onAnswer(false)}>
      <DialogBody>
        <p>{say.unfilled(field)}</p>
      </DialogBody>
      <DialogActions>
        <Button onPress={() => onAnswer(true)}>{say.anyway[way]}</Button>
        <Button kind="primary" autoFocus onPress={() => onAnswer(false)}>
          {say.fillIn}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
