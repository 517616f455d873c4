import { TriangleAlert } from 'lucide-react'
import { writing } from '../../shared/strings/writing-words.ts'
import styles from './AnywayDialog.module.css'
import { Button } from './Button.tsx'
import { Dialog, DialogActions, DialogBody } from './Dialog.tsx'

export interface AnywayDialogProps {
  title: string
  /** What stands in the way, in words. */
  obstacles: readonly string[]
  /** The words of the second step, which name it. */
  anyway: string
  onAnyway: () => void
  onClose: () => void
}

/** The second step before a message leaves that must not by accident (practice P11). Enter and Escape go back to it. */
export function AnywayDialog({ title, obstacles, anyway, onAnyway, onClose }: AnywayDialogProps) {
  const say = writing.message
  return (
    <Dialog role="alertdialog" title={title} isOpen onOpenChange={(open) => !open && onClose()}>
      <DialogBody>
        <p>{say.stopBody}</p>
        <ul className={styles.list}>
          {obstacles.map((obstacle) => (
            <li key={obstacle}>
              <TriangleAlert aria-hidden />
              {obstacle}
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogActions>
        <span className={styles.anyway}>
          <Button onPress={onAnyway}>{anyway}</Button>
        </span>
        <Button kind="primary" onPress={onClose} autoFocus>
          {say.back}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
