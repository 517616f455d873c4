import { useCallback, useState } from 'react'
import type { Events } from '../../shared/api.ts'

type Permission = NotificationPermission | 'unsupported'

/**
 * Whether the browser may show notifications for this page, and a way to ask the person, which browsers allow only on a
 * press. `unsupported`: this browser has none.
 */
export function useNotificationPermission(): [Permission, () => void] {
  const [permission, setPermission] = useState<Permission>(() => ('Notification' in window ? Notification.permission : 'unsupported'))
  const ask = useCallback(() => void Notification.requestPermission().then(setPermission), [])
  return [permission, ask]
}

/**
 * Shows a reminder as a notification of the browser, where the person allowed that; a click brings the page to the front
 * and calls `open`. Several pages of the app show it as one.
 * @returns takes it away again
 */
export function notifyInBrowser({ title, body, silent, touches }: Events['reminder'], open: () => void): () => void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return () => undefined
  const tag = touches.map(({ touchId }) => touchId).join()
  try {
    const notification = new Notification(title, { body, silent, tag })
    notification.addEventListener('click', () => {
      window.focus()
      notification.close()
      open()
    })
    return () => notification.close()
  } catch {
    // Some browsers, such as Chrome on Android, know the constructor and refuse it; the page shows the reminder.
    return () => undefined
  }
}
