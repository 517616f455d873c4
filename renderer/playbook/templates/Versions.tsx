import { RotateCcw } from 'lucide-react'
import { dateAndTime } from '../../../shared/format.ts'
import { messageText } from '../../../shared/message.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { Template } from '../../../shared/template.ts'
import { queryClient, runCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useReader } from '../../ui/Reader.tsx'
import styles from './Versions.module.css'

const say = writing.templates

/** What a template said before, the latest first, and the way back to it. */
export function Versions({ template: { id, earlier }, isChanged }: { template: Template; isChanged: boolean }) {
  const reader = useReader()
  const restore = async (until: string) => {
    const reply = await runCommand('restoreTemplate', { id, until }, { said: say.restored })
    if (reply.ok) queryClient.setQueryData(['getTemplate', { id }], reply.data)
  }
  return (
    <section className={styles.versions} aria-label={say.versions}>
      <h3>{say.versions}</h3>
      {earlier.length === 0 ? (
        <p className={styles.none}>{say.noVersions}</p>
      ) : (
        <ul>
          {earlier.map((version) => (
            <li key={version.until}>
              <details>
                <summary>
                  {say.until(dateAndTime(version.until, reader))}
                  <span className={styles.begin}>{version.subject || version.body.split('\n', 1)[0]}</span>
                </summary>
                <p className={styles.text} dir="auto">
                  {messageText(version)}
                </p>
                <Button size="small" icon={<RotateCcw aria-hidden />} isDisabled={isChanged} onPress={() => void restore(version.until)}>
                  {say.restore}
                </Button>
                {isChanged && <span className={styles.none}> {say.saveFirst}</span>}
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
