import { CircleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
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
import { Kbd } from './Kbd.tsx'
import { isCovered, isTyping } from './keys.ts'
import styles from './Toast.module.css'

export interface ToastAction {
  label: string
  /** The one key, a letter, that does the same while the message shows and nobody types. */
  keys?: string
  run: () => void
}

export interface ToastMessage {
  /** One sentence. */
  message: string
  tone?: 'plain' | 'error'
  action?: ToastAction
  /** What may come next, before the action. */
  also?: ToastAction
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

function actionsOf({ also, action }: ToastMessage): ToastAction[] {
  return [also, action].filter((offered) => offered !== undefined)
}

/** Lets the key of a message that shows do what its button does, before the screen hears it. */
function useToastKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return
      for (const { key, content } of queue.visibleToasts) {
        const action = actionsOf(content).find(({ keys }) => keys?.toLowerCase() === event.key.toLowerCase())
        if (!action) continue
        event.preventDefault()
        event.stopPropagation()
        action.run()
        queue.close(key)
        return
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

/** Where toasts show; once in the app. F6 goes there. */
export function ToastRegion() {
  useToastKeys()
  return (
    <AriaToastRegion queue={queue} aria-label={words.ui.messages} className={classes(styles.region)}>
      {({ toast }) => (
        <AriaToast toast={toast} className={classes(styles.toast, toast.content.tone === 'error' && styles.error)}>
          {toast.content.tone === 'error' && <CircleAlert aria-hidden />}
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {actionsOf(toast.content).map((action) => (
            <Button
              key={action.label}
              size="small"
              {...(action.keys !== undefined && { 'aria-keyshortcuts': action.keys })}
              onPress={() => {
                action.run()
                queue.close(toast.key)
              }}
            >
              {action.label}
              {action.keys !== undefined && <Kbd>{action.keys}</Kbd>}
            </Button>
          ))}
          <IconButton label={words.app.close} icon={<X />} size="small" onPress={() => queue.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
