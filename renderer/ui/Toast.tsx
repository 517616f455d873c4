import { CircleAlert, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore, type FocusEvent } from 'react'
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
  showPassingToast(toast)
}

/** Says what may cease to hold while it shows. @returns what takes it away again */
export function showPassingToast(toast: ToastMessage): () => void {
  const tone = toast.tone ?? 'plain'
  if (tone === 'plain' && latestPlain !== null) queue.close(latestPlain)
  const key = queue.add(toast, { timeout: stay[tone] })
  if (tone === 'plain') latestPlain = key
  return () => queue.close(key)
}

function actionsOf({ also, action }: ToastMessage): ToastAction[] {
  return [also, action].filter((offered) => offered !== undefined)
}

/** Follows the focus into the messages, and gives it back to what had it before. */
function useFocusBefore() {
  const region = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  const onFocusCapture = ({ relatedTarget }: FocusEvent) => {
    // Null: the window came back to the front with the focus where it was.
    if (relatedTarget !== null && !region.current?.contains(relatedTarget)) before.current = relatedTarget
  }
  const giveBack = () => {
    const within = document.activeElement
    if (!(within instanceof HTMLElement) || !region.current?.contains(within)) return
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    // What is gone by now takes no focus.
    if (document.activeElement === within) within.blur()
    before.current = null
  }
  return { region, onFocusCapture, giveBack }
}

/** Lets the key of a message that shows do what its button does, before the screen hears it. */
function useToastKeys(press: (key: string, action: ToastAction) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return
    for (const { key, content } of queue.visibleToasts) {
      const action = actionsOf(content).find(({ keys }) => keys?.toLowerCase() === event.key.toLowerCase())
      if (!action) continue
      event.preventDefault()
      event.stopPropagation()
      press(key, action)
      return
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

const subscribe = (heard: () => void) => queue.subscribe(heard)
const isAnyVisible = () => queue.visibleToasts.length > 0

/** Where toasts show; once in the app. F6 goes there, and who has pressed a button there goes on where they were. */
export function ToastRegion() {
  const isAny = useSyncExternalStore(subscribe, isAnyVisible)
  const { region, onFocusCapture, giveBack } = useFocusBefore()
  const press = (key: string, action?: ToastAction) => {
    // Before the message goes: React Aria would hand the focus of one that is gone to the next, even one that comes later.
    giveBack()
    action?.run()
    queue.close(key)
  }
  useToastKeys(press)
  // React Aria makes a landmark for F6 of what is there when it mounts, and of no messages nothing is.
  if (!isAny) return null
  return (
    <AriaToastRegion
      ref={region}
      queue={queue}
      aria-label={words.ui.messages}
      className={classes(styles.region)}
      render={(own) => <div {...own} onFocusCapture={onFocusCapture} />}
    >
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
              onPress={() => press(toast.key, action)}
            >
              {action.label}
              {action.keys !== undefined && <Kbd>{action.keys}</Kbd>}
            </Button>
          ))}
          <IconButton label={words.app.close} icon={<X />} size="small" onPress={() => press(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
