import type { TodayItem } from '../../shared/api.ts'
import { TouchForm, type TouchWork } from '../touch/TouchForm.tsx'
import { TouchNotes } from '../ui/TouchNotes.tsx'
import styles from './Panel.module.css'

export interface PanelProps {
  item: TodayItem
  work: TouchWork
  onClose: () => void
}

/** What opens below a row: completing or skipping its touch, logging one, moving it, or giving the lead a next step. */
export function Panel({ item: { leadId, touch, contactName }, work, onClose }: PanelProps) {
  return (
    <div ref={showWhole} className={styles.panel}>
      {touch && work !== 'log' && <TouchNotes touch={touch} />}
      <TouchForm work={work} leadId={leadId} touch={touch} name={contactName} onClose={onClose} />
    </div>
  )
}

/** Brings the panel into view once its form is there, from its head on where the window is too low for all of it. */
function showWhole(panel: HTMLElement | null): (() => void) | undefined {
  if (!panel) return undefined
  const observer = new ResizeObserver(() => {
    if (!panel.querySelector('form')) return
    panel.scrollIntoView({ block: panel.offsetHeight > window.innerHeight * 0.75 ? 'start' : 'nearest' })
    observer.disconnect()
  })
  observer.observe(panel)
  return () => observer.disconnect()
}
