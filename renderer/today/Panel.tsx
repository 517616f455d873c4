import type { TodayItem } from '../../shared/api.ts'
import { SilenceForm } from '../touch/SilenceForm.tsx'
import { TouchForm } from '../touch/TouchForm.tsx'
import { TouchNotes } from '../ui/TouchNotes.tsx'
import styles from './Panel.module.css'
import { ParkForm } from './ParkForm.tsx'
import { PutOffForm } from './PutOffForm.tsx'
import type { PanelWork } from './works.tsx'

export interface PanelProps {
  item: TodayItem
  work: PanelWork
  onClose: () => void
}

/**
 * What opens below a row: completing or skipping its touch, logging one, moving it, giving the lead a next step, putting
 * off a promise, or what becomes of a lead that stays silent or rests.
 */
export function Panel(props: PanelProps) {
  return (
    <div ref={showWhole} className={styles.panel}>
      <Form {...props} />
    </div>
  )
}

function Form({ item, work, onClose }: PanelProps) {
  const { leadId, touch, contactName } = item
  if (work === 'put-off') return <PutOffForm item={item} onClose={onClose} />
  if (work === 'park') return <ParkForm item={item} onClose={onClose} />
  if (work === 'choose') return <SilenceForm leadId={leadId} name={contactName} onClose={onClose} />
  return (
    <>
      {touch && work !== 'log' && <TouchNotes touch={touch} />}
      <TouchForm work={work} leadId={leadId} touch={touch} name={contactName} onClose={onClose} />
    </>
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
