import { CircleAlert } from 'lucide-react'
import { wholeNumber } from '../../shared/format.ts'
import { chosenFields, type ImportField } from '../../shared/import.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Import.module.css'
import type { Import, OpenedFile } from './useImport.ts'

/** What each column means, with some of its values beside it. */
export function Mapping({ session, file, onNext, onBack }: { session: Import; file: OpenedFile; onNext: () => void; onBack: () => void }) {
  const { locale } = useReader()
  const say = importWords
  const { columns, needsMapping, remembered } = file.reading
  const fields = file.choices.mapping ?? columns.map(({ field }) => field)
  const shown = columns.flatMap((column, place) => (column.filled > 0 ? [{ ...column, place }] : []))
  const empty = columns.length - shown.length
  const change = (column: number, field: ImportField) => void session.choose({ mapping: fields.with(column, field) })
  return (
    <>
      <h2 className={styles.heading}>{say.mappingTitle}</h2>
      <p className={styles.hint}>{remembered ? say.remembered : say.mappingHint}</p>
      {needsMapping && (
        <output className={styles.warning}>
          <CircleAlert aria-hidden />
          {say.needsMapping}
        </output>
      )}
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th scope="col">{say.column}</th>
            <th scope="col">{say.samples}</th>
            <th scope="col">{say.means}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ header, samples, place }) => {
            const name = header || say.noHeader(place + 1)
            return (
              <tr key={place}>
                <th scope="row">{name}</th>
                <td className={styles.samples}>{samples.join(' · ')}</td>
                <td>
                  <Select label={say.meansOf(name)} hideLabel options={optionsFor(fields[place] ?? 'note')} value={fields[place] ?? 'note'} onChange={(field) => change(place, field)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {empty > 0 && <p className={styles.hint}>{say.emptyColumns(empty, wholeNumber(empty, locale))}</p>}
      <div className={styles.actions}>
        <Button onPress={onBack}>{say.again}</Button>
        <span className={styles.space} />
        <Button kind="primary" isDisabled={needsMapping || session.working !== null} onPress={onNext}>
          {say.toPreview}
        </Button>
      </div>
    </>
  )
}

/** What may be chosen, and what the file itself says of the column where that is something else. */
function optionsFor(field: ImportField): { id: ImportField; label: string }[] {
  const known = (chosenFields as readonly ImportField[]).includes(field)
  return [...(known ? [] : [field]), ...chosenFields].map((id) => ({ id, label: importWords.fields[id] }))
}
