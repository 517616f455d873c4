import { DatabaseBackup } from 'lucide-react'
import type { State } from '../../shared/api.ts'
import { dateAndTime } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { queryClient, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState } from '../ui/States.tsx'
import styles from './Recovery.module.css'

/** What shows instead of everything when the data could not be opened: why, and the backups to go back to. */
export function Recovery({ state }: { state: State }) {
  const reader = useReader()
  const restore = useCommand('restoreBackup')
  const { message, backups } = state.database
  const goBackTo = async (file: string) => {
    const reply = await restore.run({ file })
    if (reply.ok) await queryClient.invalidateQueries()
  }
  return (
    <main className={styles.screen}>
      <EmptyState icon={<DatabaseBackup />} title={words.recovery.title}>
        <p>{message}</p>
        <p className={styles.folder}>{words.recovery.folder(state.dataDir)}</p>
      </EmptyState>
      {backups.length > 0 && (
        <section className={styles.backups} aria-labelledby="backups">
          <h2 id="backups">{words.recovery.backups}</h2>
          <ul className={styles.list}>
            {backups.map((backup) => (
              <li key={backup.file} className={styles.backup}>
                <span className={styles.when}>{dateAndTime(backup.at, reader)}</span>
                <span className={styles.holds}>{words.recovery.holds(backup.leads, backup.contacts)}</span>
                <Button size="small" isDisabled={restore.pending} onPress={() => void goBackTo(backup.file)}>
                  {words.recovery.restore}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
