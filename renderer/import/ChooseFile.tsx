import { FileUp, Upload } from 'lucide-react'
import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components'
import { importWords } from '../../shared/strings/import-words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { ErrorState } from '../ui/States.tsx'
import { Working } from './Working.tsx'
import styles from './Import.module.css'
import type { Import } from './useImport.ts'

/** Choose a file or drop it, and where such files come from. */
export function ChooseFile({ session, onFile }: { session: Import; onFile: (file: File) => void }) {
  const { working, problem } = session
  return (
    <>
      <DropZone className={classes(styles.drop)} getDropOperation={() => 'copy'} onDrop={(event) => void droppedFile(event).then((file) => file && onFile(file))} aria-label={importWords.drop}>
        {working ? (
          <Working working={working} onCancel={session.cancel} />
        ) : (
          <>
            {problem === null ? <Invitation /> : <ErrorState message={problem} />}
            <FileTrigger acceptedFileTypes={['.csv', '.tsv', '.txt', '.vcf', '.vcard', 'text/csv', 'text/vcard']} onSelect={(files) => files?.[0] && onFile(files[0])}>
              <Button kind="primary" icon={<FileUp aria-hidden />}>
                {problem === null ? importWords.choose : importWords.again}
              </Button>
            </FileTrigger>
          </>
        )}
      </DropZone>
      <section aria-label={importWords.kindsTitle}>
        <h2 className={styles.heading}>{importWords.kindsTitle}</h2>
        <dl className={styles.kinds}>
          {importWords.kinds.map(({ name, how }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

function Invitation() {
  return (
    <div className={styles.invitation}>
      <Upload aria-hidden />
      <strong>{importWords.drop}</strong>
      <span>{importWords.dropHint}</span>
    </div>
  )
}

async function droppedFile(event: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]): Promise<File | undefined> {
  const item = event.items.find((dropped) => dropped.kind === 'file')
  return item?.getFile()
}
