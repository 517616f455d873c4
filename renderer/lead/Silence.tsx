import { EarOff } from 'lucide-react'
import { useState } from 'react'
import { silenceWords, todayWords } from '../../shared/strings/today-words.ts'
import { SilenceForm } from '../touch/SilenceForm.tsx'
import { Button } from '../ui/Button.tsx'
import type { LeadData } from './data.ts'
import styles from './Silence.module.css'

/** Asks what becomes of a lead that stayed silent for too long, as Today does (practice P6); nothing while it does not. */
export function Silence({ data, name }: { data: LeadData; name: string }) {
  const [isOpen, setOpen] = useState(false)
  const { lead, silence } = data
  if (silence === null) return null
  return (
    <section className={styles.box} aria-label={todayWords.groups.silence}>
      <div className={styles.head}>
        <EarOff aria-hidden />
        <p className={styles.words}>{silenceWords.asks(silence.unanswered, silence.limit)}</p>
        {!isOpen && (
          <Button size="small" onPress={() => setOpen(true)}>
            {todayWords.choose}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className={styles.form}>
          <SilenceForm leadId={lead.id} name={name} onClose={() => setOpen(false)} />
        </div>
      )}
    </section>
  )
}
