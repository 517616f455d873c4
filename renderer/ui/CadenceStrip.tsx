import type { Step } from '../../shared/cadence.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { stepMarks } from './cadenceMarks.ts'
import styles from './CadenceStrip.module.css'
import { ChannelIcon } from './ChannelIcon.tsx'

/** The steps of a cadence at a glance: an icon for each channel, and below it when it comes. */
export function CadenceStrip({ steps }: { steps: readonly Pick<Step, 'id' | 'after' | 'channel'>[] }) {
  const marks = stepMarks(steps)
  return (
    <ol className={styles.strip} aria-label={playbookWords.steps(steps.length)}>
      {steps.map(({ id, channel }, index) => (
        <li key={id} className={styles.step}>
          <span className={styles.icon}>
            <ChannelIcon channel={channel} />
          </span>
          <span className={styles.mark} aria-hidden>
            {marks[index]?.short}
          </span>
          <span className={styles.spoken}>{playbookWords.stepWords(words.channels[channel], marks[index]?.full ?? '')}</span>
        </li>
      ))}
    </ol>
  )
}
