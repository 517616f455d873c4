import { useEffect, useRef, useState } from 'react'
import { useCall } from '../api.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { Duplicates } from './Duplicates.tsx'
import styles from './Import.module.css'
import { Mapping } from './Mapping.tsx'
import { Preview } from './Preview.tsx'
import { Result } from './Result.tsx'
import { useImport } from './useImport.ts'
import { Working } from './Working.tsx'

const steps = ['file', 'mapping', 'preview', 'duplicates', 'result'] as const
type Step = (typeof steps)[number]

/** Takes over people and leads from a file of another program: choose it, say what its columns mean, look, say what to do with who is there already, import. */
export function Import() {
  const session = useImport()
  const [step, setStep] = useState<Step>('file')
  const stages = useCall('getBoard', { limit: 1 }).data?.stages ?? []
  const { file, working } = session
  const open = async (chosen: File) => {
    setStep('file')
    const reading = await session.open(chosen)
    if (reading) setStep(reading.needsMapping ? 'mapping' : 'preview')
  }
  const run = async () => {
    if (await session.run()) setStep('result')
  }
  const startOver = () => {
    session.reset()
    setStep('file')
  }
  return (
    <>
      <TopBar title={importWords.title} />
      <div className={styles.screen}>
        <Steps step={step} />
        <Focused key={step} isFirst={step === 'file'}>
          {step === 'file' || !file ? (
            <ChooseFile session={session} onFile={(chosen) => void open(chosen)} />
          ) : step === 'mapping' ? (
            <Mapping session={session} file={file} onNext={() => setStep('preview')} onBack={startOver} />
          ) : step === 'preview' ? (
            <Preview session={session} file={file} stages={stages} onMapping={() => setStep('mapping')} onDuplicates={() => setStep('duplicates')} onBack={startOver} onRun={() => void run()} />
          ) : step === 'duplicates' ? (
            <Duplicates session={session} file={file} onBack={() => setStep('preview')} onRun={() => void run()} />
          ) : (
            <Result session={session} file={file} onAgain={startOver} />
          )}
        </Focused>
        {working && step !== 'file' && <Working working={working} onCancel={session.cancel} />}
      </div>
    </>
  )
}

/** Where the import stands. */
function Steps({ step }: { step: Step }) {
  return (
    <ol className={styles.steps} aria-label={importWords.stepsLabel}>
      {steps.map((name) => (
        <li key={name} {...(name === step && { 'aria-current': 'step' as const })}>
          {importWords.steps[name]}
        </li>
      ))}
    </ol>
  )
}

/** Takes the focus when it comes up, so that a keyboard goes on from there and a screen reader reads on. */
function Focused({ isFirst, children }: { isFirst: boolean; children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFirst) return
    place.current?.focus({ preventScroll: true })
    place.current?.parentElement?.scrollTo({ top: 0 })
  }, [isFirst])
  return (
    <div ref={place} tabIndex={-1} className={styles.step}>
      {children}
    </div>
  )
}
