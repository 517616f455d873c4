import { Building2, CircleCheck, CircleSlash, UserCheck } from 'lucide-react'
import { wholeNumber } from '../../shared/format.ts'
import type { ImportReading } from '../../shared/import.ts'
import type { Stage } from '../../shared/stage.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './Import.module.css'
import { Questions } from './Questions.tsx'
import { Rejected } from './Rejected.tsx'
import { isNothing, Problem, Run } from './Run.tsx'
import type { Import, OpenedFile } from './useImport.ts'

export interface PreviewProps {
  session: Import
  file: OpenedFile
  stages: readonly Stage[]
  onMapping: () => void
  onDuplicates: () => void
  onBack: () => void
  onRun: () => void
}

/** What would become of the file, and the choices that are left. */
export function Preview({ session, file, stages, onMapping, onDuplicates, onBack, onRun }: PreviewProps) {
  const say = importWords
  const { locale } = useReader()
  const { reading } = file
  const written = (count: number) => wholeNumber(count, locale)
  const rows = reading.origin === 'vcard' ? say.cards(reading.rows, written(reading.rows)) : say.rows(reading.rows, written(reading.rows))
  return (
    <>
      <div className={styles.headline}>
        <h2 className={styles.heading}>{file.name}</h2>
        <p className={styles.hint}>{say.from(say.origins[reading.origin], say.encodings[reading.encoding], rows)}</p>
      </div>
      <Counts reading={reading} />
      <Problem session={session} />
      {isNothing(reading) && <p>{reading.rejectedRows === reading.rows ? say.nothingFit : say.nothing}</p>}
      <Questions session={session} file={file} stages={stages} />
      <Sample reading={reading} />
      {reading.rejectedRows > 0 && <Rejected file={file} />}
      <Columns reading={reading} />
      <div className={styles.actions}>
        <Button onPress={onBack}>{say.again}</Button>
        {reading.columns.length > 0 && <Button onPress={onMapping}>{say.toMapping}</Button>}
        <span className={styles.space} />
        {reading.knownPeople > 0 ? (
          <Button kind="primary" isDisabled={session.working !== null} onPress={onDuplicates}>
            {say.toDuplicates}
          </Button>
        ) : (
          <Run session={session} reading={reading} onRun={onRun} />
        )}
      </div>
    </>
  )
}

function Counts({ reading }: { reading: ImportReading }) {
  const say = importWords
  const { locale } = useReader()
  const { newPeople, newLeads, knownPeople, knownLeads, rejectedRows } = reading
  const written = (count: number) => wholeNumber(count, locale)
  return (
    <output className={styles.counts}>
      <Chip tone="ok" icon={<CircleCheck aria-hidden />}>
        {say.newPeople(newPeople, written(newPeople))}
      </Chip>
      {(newLeads > 0 || reading.holdsLeads) && (
        <Chip tone="ok" icon={<Building2 aria-hidden />}>
          {say.newLeads(newLeads, written(newLeads))}
        </Chip>
      )}
      {knownPeople > 0 && <Chip icon={<UserCheck aria-hidden />}>{say.knownPeople(written(knownPeople))}</Chip>}
      {knownLeads > 0 && <Chip icon={<UserCheck aria-hidden />}>{say.knownLeads(knownLeads, written(knownLeads))}</Chip>}
      {rejectedRows > 0 && (
        <Chip tone="today" icon={<CircleSlash aria-hidden />}>
          {say.rejectedRows(rejectedRows, written(rejectedRows))}
        </Chip>
      )}
    </output>
  )
}

function Sample({ reading: { sample, holdsLeads, newPeople, newLeads } }: { reading: ImportReading }) {
  const say = importWords
  const { locale } = useReader()
  if (sample.length === 0) return null
  const rest = (holdsLeads ? newLeads : newPeople) - sample.length
  const heads = holdsLeads ? [say.name, say.company, say.lead, say.stage, say.value] : [say.name, say.company, say.email]
  return (
    <section aria-label={say.sampleTitle}>
      <h3 className={styles.subheading}>{say.sampleTitle}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ row, name, company, email, lead, stage, value }) => (
            <tr key={row}>
              <td>{name}</td>
              <td>{company}</td>
              {holdsLeads ? (
                <>
                  <td>{lead}</td>
                  <td>{stage}</td>
                  <td>{value}</td>
                </>
              ) : (
                <td>{email}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.hint}>{say.more(wholeNumber(rest, locale))}</p>}
    </section>
  )
}

/** Where the columns went that mean nothing of their own, so that nothing is left out unsaid. */
function Columns({ reading: { columns } }: { reading: ImportReading }) {
  const named = (field: 'skip' | 'note') => columns.filter((column) => column.field === field && column.filled > 0 && column.header !== '').map(({ header }) => header).join(', ')
  const notes = named('note')
  const leftOut = named('skip')
  if (notes === '' && leftOut === '') return null
  return (
    <p className={styles.hint}>
      {notes !== '' && importWords.intoNotes(notes)} {leftOut !== '' && importWords.leftOut(leftOut)}
    </p>
  )
}
