import { useEffect, useEffectEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { RecapText } from '../../shared/recap-text.ts'
import styles from './PrintedLetter.module.css'

/** The letter as the page that is printed, whichever way printing is asked for; on the screen there is nothing of it. */
export function PrintedLetter({ letter: { subject, html }, to }: { letter: RecapText; to: string }) {
  const host = useRef<HTMLDivElement>(null)
  const fill = useEffectEvent(() => {
    if (!host.current) return
    // As in the preview: no style of the app reaches the letter.
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.innerHTML = html
  })
  useEffect(() => {
    const listener = () => fill()
    window.addEventListener('beforeprint', listener)
    return () => window.removeEventListener('beforeprint', listener)
  }, [])
  return createPortal(
    <div className={styles.page} aria-hidden>
      <p className={styles.to} dir="auto">
        {to}
      </p>
      <p className={styles.subject} dir="auto">
        {subject}
      </p>
      <div ref={host} />
    </div>,
    document.body,
  )
}
