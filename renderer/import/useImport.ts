import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportResult } from '../../shared/api.ts'
import { noChoices, type ImportChoices, type ImportReading } from '../../shared/import.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { bridge } from '../api.ts'

/** Main refuses more, too; a larger file is not even read. */
const largestFile = 24 * 1024 * 1024

export interface OpenedFile {
  name: string
  /** Base64. */
  content: string
  choices: ImportChoices
  reading: ImportReading
}

export interface Done {
  result: ImportResult
  /** To take it back; null when nothing was changed. */
  transaction: string | null
}

export interface Import {
  file: OpenedFile | null
  /** What goes on now, with how much of it is done, 0 to 1. */
  working: { what: 'reading' | 'importing'; done: number } | null
  /** Why the last thing asked for was refused, for the person. */
  problem: string | null
  done: Done | null
  open: (file: File) => Promise<ImportReading | null>
  choose: (changes: Partial<ImportChoices>) => Promise<void>
  run: () => Promise<boolean>
  cancel: () => void
  reset: () => void
}

/** One import from the file to its result. What was asked last counts; what it overtakes is stopped. */
export function useImport(): Import {
  const [file, setFile] = useState<OpenedFile | null>(null)
  const [working, setWorking] = useState<Import['working']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const job = useRef<string | null>(null)

  useEffect(
    () => bridge.on('progress', (progress) => progress.job === job.current && setWorking((now) => now && { ...now, done: progress.done })),
    [],
  )

  const begin = useCallback((what: 'reading' | 'importing') => {
    if (job.current !== null) void bridge.call('cancelImport', { job: job.current })
    const name = crypto.randomUUID()
    job.current = name
    setWorking({ what, done: 0 })
    setProblem(null)
    return name
  }, [])
  const end = useCallback((name: string, refused: string | null) => {
    if (job.current !== name) return false
    job.current = null
    setWorking(null)
    setProblem(refused)
    return true
  }, [])

  const read = async (name: string, content: string, choices: ImportChoices, mine: string): Promise<ImportReading | null> => {
    const reply = await bridge.call('readImport', { job: mine, name, content, choices })
    if (!end(mine, reply.ok ? null : reply.error.message) || !reply.ok) return null
    setFile({ name, content, choices, reading: reply.data })
    return reply.data
  }
  const open = async (chosen: File) => {
    setFile(null)
    setDone(null)
    const mine = begin('reading')
    const content = chosen.size > largestFile ? null : await base64Of(chosen)
    if (content === null) {
      end(mine, chosen.size > largestFile ? importWords.problems.tooLarge : importWords.problems.unreadable)
      return null
    }
    return read(chosen.name, content, noChoices, mine)
  }
  const choose = async (changes: Partial<ImportChoices>) => {
    if (!file) return
    const choices = { ...file.choices, ...changes }
    // What was chosen shows at once; what it leads to, when the file was read again.
    setFile({ ...file, choices })
    await read(file.name, file.content, choices, begin('reading'))
  }
  const run = async () => {
    if (!file) return false
    const mine = begin('importing')
    const reply = await bridge.call('importFile', { job: mine, name: file.name, content: file.content, choices: file.choices })
    if (!end(mine, reply.ok ? null : reply.error.message) || !reply.ok) return false
    setDone({ result: reply.data, transaction: reply.transaction ?? null })
    return true
  }
  const cancel = () => {
    if (job.current !== null) void bridge.call('cancelImport', { job: job.current })
  }
  const reset = () => {
    setFile(null)
    setDone(null)
    setProblem(null)
  }
  return { file, working, problem, done, open, choose, run, cancel, reset }
}

/** Null when it cannot be read: it was removed meanwhile, or may not be. */
async function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    // A data: address: the content stands behind its comma.
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : null))
    reader.addEventListener('error', () => resolve(null))
    reader.readAsDataURL(file)
  })
}
