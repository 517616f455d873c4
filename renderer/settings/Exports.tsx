import { Download, RotateCcw, Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { CallInput } from '../../shared/api.ts'
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
  const save = async (what: Exported) => {
    const reply = await bridge.call('exportFile', { what })
    if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
    const { name, type, text } = reply.data
    download(name, type, text)
    showToast({ message: say.saved(name) })
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
          <Button size="small" icon={<RotateCcw aria-hidden />}>
            {say.readBack}
          </Button>
        </FileTrigger>
      </div>
      <span className={styles.hint}>{say.hint}</span>
      {asked && <ReplaceQuestion file={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function ReplaceQuestion({ file, onClose }: { file: File; onClose: () => void }) {
  const say = words.export
  const replace = async () => {
    onClose()
    if (file.size > largestFile) return showToast({ message: say.readBackTooLarge, tone: 'error' })
    const reply = await runCommand('importDatabase', { text: await file.text() })
    if (!reply.ok) return
    showToast({ message: say.readBackDone })
    await queryClient.invalidateQueries()
  }
  return (
    <Dialog title={say.readBackTitle} role="alertdialog" width="narrow" isOpen onOpenChange={onClose}>
      <DialogBody>
        <p>{say.readBackBody(file.name)}</p>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.app.cancel}
        </Button>
        <Button kind="danger" onPress={() => void replace()}>
          {say.replace}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
