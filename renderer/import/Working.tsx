import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Import.module.css'

/** How far the work has come, with a way to stop it. */
export function Working({ working, onCancel }: { working: { what: 'reading' | 'importing'; done: number }; onCancel: () => void }) {
  const label = working.what === 'reading' ? importWords.reading : importWords.importing
  return (
    <div className={styles.working}>
      <span id="working-label">{label}</span>
      <progress aria-labelledby="working-label" max={1} value={working.done} />
      <Button size="small" onPress={onCancel}>
        {importWords.cancelReading}
      </Button>
    </div>
  )
}
