import { CircleCheck, CircleSlash, UserCheck } from 'lucide-react'
import type { ImportPreview } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useReader } from '../ui/Reader.tsx'
import { Chip } from '../ui/Chip.tsx'
import styles from './PreviewOfImport.module.css'

/** As many left-out rows as are told one by one. */
const mostTold = 50

/** What a file of contacts holds, before anything is taken over. */
export function PreviewOfImport({ file, preview }: { file: string; preview: ImportPreview }) {
  const say = words.importing
  const { locale } = useReader()
  const written = (count: number) => wholeNumber(count, locale)
  const { fresh, known, rejected, sample } = preview
  return (
    <div className={styles.preview}>
      <p className={styles.from}>{say.from(say.origins[preview.origin], file)}</p>
      <div className={styles.counts}>
        <Chip tone="ok" icon={<CircleCheck aria-hidden />}>
          {say.fresh(fresh, written(fresh))}
        </Chip>
        {known > 0 && <Chip icon={<UserCheck aria-hidden />}>{say.known(written(known))}</Chip>}
        {rejected.length > 0 && (
          <Chip tone="today" icon={<CircleSlash aria-hidden />}>
            {say.rejected(rejected.length, written(rejected.length))}
          </Chip>
        )}
      </div>
      {fresh === 0 && <p>{say.nobodyNew}</p>}
      {sample.length > 0 && (
        <section aria-label={say.sample}>
          <h3>{say.sample}</h3>
          <table className={styles.table}>
            <tbody>
              {sample.map((person) => (
                <tr key={`${person.name} ${person.company} ${person.email}`}>
                  <td>{person.name || person.company || person.email}</td>
                  <td>{person.name === '' ? '' : person.company}</td>
                  <td>{person.name === '' && person.company === '' ? '' : person.email}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {fresh > sample.length && <p className={styles.more}>{say.more(written(fresh - sample.length))}</p>}
        </section>
      )}
      {rejected.length > 0 && (
        <section aria-label={say.rejectedHead}>
          <h3>{say.rejectedHead}</h3>
          <ul className={styles.rejected}>
            {rejected.slice(0, mostTold).map(({ row, reason }) => (
              <li key={`${row} ${reason}`}>
                <span className={styles.row}>{say.row(row)}</span> {reason}
              </li>
            ))}
          </ul>
          {rejected.length > mostTold && <p className={styles.more}>{say.more(written(rejected.length - mostTold))}</p>}
        </section>
      )}
    </div>
  )
}
