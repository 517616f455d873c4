import type { TodayItem } from '../../shared/api.ts'
import { TouchForm, type TouchWork } from '../touch/TouchForm.tsx'
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
      <TouchForm work={work} leadId={leadId} touch={touch} name={contactName} onClose={onClose} />
    </div>
  )
}

/** Brings the panel into view, also when what it asks for is there only a moment later. */
function showWhole(panel: HTMLElement | null): (() => void) | undefined {
  if (!panel) return undefined
  const observer = new ResizeObserver(() => panel.scrollIntoView({ block: 'nearest' }))
  observer.observe(panel)
  return () => observer.disconnect()
}
