import { Download, RotateCcw, Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { CallInput } from '../../shared/api.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, queryClient, runCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { download } from '../ui/download.ts'
import { showToast } from '../ui/Toast.tsx'
import styles from './Settings.module.css'

/** A larger one goes into an empty data folder by hand; see the README. */
const largestFile = 96 * 1024 * 1024

type Exported = CallInput<'exportFile'>['what']
const exported: readonly Exported[] = ['people-csv', 'leads-csv', 'vcard', 'database']

/** Everything that can be taken out, and the way in. */
export function Exports() {
  const say = words.export
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<File | null>(null)
  const [isReading, setIsReading] = useState(false)
  const save = async (what: Exported) => {
    const reply = await bridge.call('exportFile', { what })
    if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
    const { name, type, text } = reply.data
    download(name, type, text)
    showToast({ message: say.saved(name) })
  }
  const replace = async (file: File) => {
    setAsked(null)
    setIsReading(true)
    await readBack(file)
    setIsReading(false)
  }
  return (
    <div>
      <span className={styles.label}>{say.title}</span>
      <div className={styles.buttons}>
        {exported.map((what) => (
          <Button key={what} size="small" icon={<Download aria-hidden />} onPress={() => void save(what)}>
            {say.what[what]}
          </Button>
        ))}
        <Button size="small" icon={<Upload aria-hidden />} onPress={() => navigate('/import')}>
          {say.import}
        </Button>
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => setAsked(files?.[0] ?? null)}>
          <Button size="small" icon={<RotateCcw aria-hidden />} isDisabled={isReading}>
            {say.readBack}
          </Button>
        </FileTrigger>
      </div>
      <output className={styles.hint}>{isReading ? importWords.reading : say.hint}</output>
      {asked && <ReplaceQuestion file={asked} onClose={() => setAsked(null)} onReplace={() => void replace(asked)} />}
    </div>
  )
}

/** Puts what is in the file in the place of everything, or says why not. */
async function readBack(file: File): Promise<void> {
  const say = words.export
  if (file.size > largestFile) return showToast({ message: say.readBackTooLarge, tone: 'error' })
  const text = await file.text().catch(() => null)
  if (text === null) return showToast({ message: importWords.problems.unreadable, tone: 'error' })
  // Anything else need not go all the way to be refused.
  if (!/^\uFEFF?\s*\{/.test(text.slice(0, 100))) return showToast({ message: importWords.problems.noDatabase, tone: 'error' })
  const reply = await runCommand('importDatabase', { text })
  if (!reply.ok) return
  showToast({ message: say.readBackDone })
  await queryClient.invalidateQueries()
}

function ReplaceQuestion({ file, onClose, onReplace }: { file: File; onClose: () => void; onReplace: () => void }) {
  const say = words.export
  return (
    <Dialog title={say.readBackTitle} role="alertdialog" width="narrow" isOpen onOpenChange={onClose}>
      <DialogBody>
        <p>{say.readBackBody(file.name)}</p>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.app.cancel}
        </Button>
        <Button kind="danger" onPress={onReplace}>
          {say.replace}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
