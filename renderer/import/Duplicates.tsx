import { wholeNumber } from '../../shared/format.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './Import.module.css'
import { isNothing, Problem, Run } from './Run.tsx'
import type { Import, OpenedFile } from './useImport.ts'

const manners = ['skip', 'fill'] as const

/** Who is there already, and what to do with each: nothing, or fill in what they lack. */
export function Duplicates({ session, file, onBack, onRun }: { session: Import; file: OpenedFile; onBack: () => void; onRun: () => void }) {
  const say = importWords
  const { locale } = useReader()
  const { choices, reading } = file
  const options = manners.map((id) => ({ id, label: say.known[id] }))
  const other = (row: number) => choices.except.includes(row)
  const turn = (row: number) => void session.choose({ except: other(row) ? choices.except.filter((one) => one !== row) : [...choices.except, row] })
  const rest = reading.knownPeople - reading.duplicates.length
  return (
    <>
      <div>
        <div className={styles.sectionHead}>
          <h2 className={styles.heading}>{say.duplicatesTitle}</h2>
          <Segmented label={say.knownAll} options={options} value={choices.known} onChange={(known) => void session.choose({ known, except: [] })} />
        </div>
        <p className={styles.hint}>{say.duplicatesHint}</p>
      </div>
      <Problem session={session} />
      <ul className={styles.list} aria-label={say.duplicatesTitle}>
        {reading.duplicates.map(({ row, name, company, where, fills }) => {
          const value = other(row) ? manners[choices.known === 'skip' ? 1 : 0] : choices.known
          return (
            <li key={row}>
              <span className={styles.rowNumber}>{say.row(wholeNumber(row, locale))}</span>
              <span className={styles.grow}>
                <strong>{name}</strong>
                {company !== '' && company !== name && ` · ${company}`}
                {where === 'file' && ` · ${say.inFile}`}
                <span className={styles.hint}>{fills.length === 0 ? say.nothingToFill : say.fills(listOf(fills.map((field) => say.facts[field]), locale))}</span>
              </span>
              {fills.length > 0 && <Segmented label={say.whatFor(name)} options={options} value={value} onChange={() => turn(row)} />}
            </li>
          )
        })}
      </ul>
      {rest > 0 && <p className={styles.hint}>{say.more(wholeNumber(rest, locale))}</p>}
      {isNothing(reading) && <p>{say.nothing}</p>}
      <div className={styles.actions}>
        <Button onPress={onBack}>{say.toPreview}</Button>
        <span className={styles.space} />
        <Run session={session} reading={reading} onRun={onRun} />
      </div>
    </>
  )
}

function listOf(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}
