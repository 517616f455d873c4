import { Download } from 'lucide-react'
import { wholeNumber } from '../../shared/format.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { download } from '../ui/download.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Import.module.css'
import type { OpenedFile } from './useImport.ts'

/** The rows that cannot be taken over, each with the reason, and all of them as a file to correct. */
export function Rejected({ file: { name, reading } }: { file: OpenedFile }) {
  const say = importWords
  const { locale } = useReader()
  const rest = reading.rejectedRows - reading.rejected.length
  const placeOf = reading.origin === 'vcard' ? say.line : say.row
  return (
    <section aria-label={say.rejectedTitle}>
      <div className={styles.sectionHead}>
        <h3 className={styles.subheading}>{say.rejectedTitle}</h3>
        <Button size="small" icon={<Download aria-hidden />} onPress={() => download(say.rejectedName(name.replace(/\.[^.]+$/, '')), 'text/csv', reading.rejectedFile)}>
          {say.downloadRejected}
        </Button>
      </div>
      <ul className={styles.list}>
        {reading.rejected.map(({ row, reason }) => (
          <li key={row}>
            <span className={styles.rowNumber}>{placeOf(wholeNumber(row, locale))}</span>
            <span className={styles.grow}>{reason}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.hint}>{say.more(wholeNumber(rest, locale))}</p>}
    </section>
  )
}
