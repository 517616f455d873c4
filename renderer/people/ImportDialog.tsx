import { FileSpreadsheet, Upload } from 'lucide-react'
import { useState } from 'react'
import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components'
import type { ImportPreview } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { readContactFile } from './contact-file.ts'
import styles from './ImportDialog.module.css'
import { PreviewOfImport } from './PreviewOfImport.tsx'

type Step =
  | { step: 'choose' }
  | { step: 'reading' }
  | { step: 'refused'; reason: string }
  | { step: 'preview'; file: string; text: string; preview: ImportPreview }

const peopleOnly = 'people-only'

/** Takes over a CSV of contacts: choose or drop it, look at what it holds, say what to make of it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { locale } = useReader()
  const [state, setState] = useState<Step>({ step: 'choose' })
  const [into, setInto] = useState<string | null>(null)
  const stages = useCall('getBoard', { limit: 1 }).data?.stages.filter((stage) => stage.kind === 'open') ?? []
  const stage = into ?? stages[0]?.id ?? peopleOnly
  const importing = useCommand('importContacts', { said: (done) => words.importing.done(done.contacts, wholeNumber(done.contacts, locale), done.leads > 0) })

  const look = async (file: File | undefined) => {
    if (!file) return
    setState({ step: 'reading' })
    setState(await previewOf(file))
  }
  const run = async (text: string) => {
    const reply = await importing.run({ text, stageId: stage === peopleOnly ? null : stage })
    if (reply.ok) onClose()
  }
  const choose = (label: string, primary: boolean) => (
    <FileTrigger acceptedFileTypes={['.csv', 'text/csv', '.txt', '.tsv']} onSelect={(files) => void look(files?.[0])}>
      <Button kind={primary ? 'primary' : 'secondary'} icon={<FileSpreadsheet aria-hidden />}>
        {label}
      </Button>
    </FileTrigger>
  )
  return (
    <Dialog title={words.importing.title} isOpen onOpenChange={onClose}>
      <DialogBody>
        {state.step === 'reading' ? (
          <Spinner />
        ) : state.step === 'preview' ? (
          <PreviewOfImport file={state.file} preview={state.preview} />
        ) : (
          <DropZone
            className={classes(styles.drop)}
            getDropOperation={() => 'copy'}
            onDrop={(event) => void droppedFile(event).then(look)}
            aria-label={words.importing.drop}
          >
            {state.step === 'refused' ? <ErrorState message={state.reason} /> : <Invitation />}
            {choose(state.step === 'refused' ? words.importing.again : words.importing.choose, true)}
          </DropZone>
        )}
      </DialogBody>
      {state.step === 'preview' && (
        <DialogActions>
          {choose(words.importing.again, false)}
          <span className={styles.space} />
          {state.preview.fresh > 0 && (
            <>
              <Select
                label={words.importing.into}
                hideLabel
                options={[...stages.map(({ id, name }) => ({ id, label: words.importing.leadsIn(name) })), { id: peopleOnly, label: words.importing.peopleOnly }]}
                value={stage}
                onChange={setInto}
              />
              <Button kind="primary" autoFocus isDisabled={importing.pending} onPress={() => void run(state.text)}>
                {importing.pending ? words.importing.reading : words.importing.import(state.preview.fresh, wholeNumber(state.preview.fresh, locale))}
              </Button>
            </>
          )}
        </DialogActions>
      )}
    </Dialog>
  )
}

function Invitation() {
  return (
    <div className={styles.invitation}>
      <Upload aria-hidden />
      <strong>{words.importing.drop}</strong>
      <span>{words.importing.or}</span>
    </div>
  )
}

async function previewOf(file: File): Promise<Step> {
  const read = await readContactFile(file)
  if ('problem' in read) return { step: 'refused', reason: read.problem === 'too-large' ? words.importing.tooLarge : words.importing.unreadable }
  const reply = await runCommand('previewImport', { text: read.text }, { ownErrors: true })
  return reply.ok ? { step: 'preview', file: file.name, text: read.text, preview: reply.data } : { step: 'refused', reason: reply.error.message }
}

async function droppedFile(event: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]): Promise<File | undefined> {
  const item = event.items.find((dropped) => dropped.kind === 'file')
  return item?.getFile()
}
