import { wholeNumber } from '../../shared/format.ts'
import type { ImportReading } from '../../shared/import.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './Import.module.css'
import type { Import } from './useImport.ts'

/** Whether the file would change nothing with the choices so far. */
export function isNothing({ newPeople, newLeads, filledPeople }: ImportReading): boolean {
  return newPeople === 0 && newLeads === 0 && filledPeople === 0
}

/** The button that takes the file over and says how much that is; none while that is nothing. */
export function Run({ session, reading, onRun }: { session: Import; reading: ImportReading; onRun: () => void }) {
  const { locale } = useReader()
  const { newPeople, newLeads } = reading
  if (isNothing(reading)) return null
  return (
    <Button kind="primary" isDisabled={session.working !== null} onPress={onRun}>
      {importWords.run(newPeople, newLeads, wholeNumber(newPeople, locale), wholeNumber(newLeads, locale))}
    </Button>
  )
}

/** Why the last thing asked for was refused. */
export function Problem({ session: { problem } }: { session: Import }) {
  if (problem === null) return null
  return (
    <p className={styles.warning} role="alert">
      {problem}
    </p>
  )
}
