import { CircleAlert, X } from 'lucide-react'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'
import { words } from '../../shared/strings/words.ts'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Toast.module.css'

export interface ToastMessage {
  /** One sentence. */
  message: string
  tone?: 'plain' | 'error'
  action?: { label: string; run(): void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
let latestPlain: string | null = null

/** Long enough to read a sentence and reach for Undo. */
const stay = { plain: 8000, error: 15_000 }

/**
 * Says that something happened, for a few seconds; the time stands still while it is pointed at or focused. A plain
 * message takes the place of the plain one before it, so that quick work does not pile them up.
 */
export function showToast(toast: ToastMessage): void {
  const tone = toast.tone ?? 'plain'
  if (tone === 'plain' && latestPlain !== null) queue.close(latestPlain)
  const key = queue.add(toast, { timeout: stay[tone] })
  if (tone === 'plain') latestPlain = key
}

/** Where toasts show; once in the app. F6 goes there. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} aria-label={words.ui.messages} className={classes(styles.region)}>
      {({ toast }) => (
        <AriaToast toast={toast} className={classes(styles.toast, toast.content.tone === 'error' && styles.error)}>
          {toast.content.tone === 'error' && <CircleAlert aria-hidden />}
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton label={words.app.close} icon={<X />} size="small" onPress={() => queue.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
