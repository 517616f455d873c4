import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { words } from '../../shared/strings/words.ts'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** `alert` for a question that must be answered: a click beside it does not close it. */
  role?: 'dialog' | 'alertdialog'
  width?: 'narrow' | 'normal' | 'wide'
  children: ReactNode
}

/** A modal dialog with a title. Escape, the cross and, unless it is an alert, a click beside it close it. */
export function Dialog({ title, isOpen, onOpenChange, role = 'dialog', width = 'normal', children }: DialogProps) {
  return (
    <ModalOverlay className={classes(styles.overlay)} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={role === 'dialog'}>
      <Modal className={classes(styles.modal, styles[width])}>
        <AriaDialog role={role} className={classes(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" className={classes(styles.title)}>
              {title}
            </Heading>
            <IconButton label={words.app.close} icon={<X />} size="small" onPress={() => onOpenChange(false)} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The part of a dialog that scrolls when it is long. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>
}

/** The row of buttons at the foot of a dialog, the main one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <footer className={styles.actions}>{children}</footer>
}
