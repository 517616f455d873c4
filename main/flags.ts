import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { webWords } from '../shared/strings/shell-words.ts'
import { defaultDataFolder } from './core/data-folder.ts'

/** What was asked for on the command line. */
export interface Flags {
  browser: boolean
  /** The data folder, absolute. */
  dataDir: string
  port: number
  open: boolean
  sample: boolean
}

/** The flags in `args`, or the sentence that says what is wrong with them, or (`--help`) what there is. */
export function readFlags(args: string[]): Flags | { problem: string } | { help: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        browser: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean' },
        sample: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return { help: webWords.help }
    if (values.data === '') return { problem: webWords.dataMissing }
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return { problem: webWords.portInvalid(values.port) }
    return {
      browser: values.browser ?? false,
      dataDir: values.data === undefined ? defaultDataFolder() : resolve(values.data),
      port: Number(values.port),
      open: !values['no-open'],
      sample: values.sample ?? false,
    }
  } catch (error) {
    // parseArgs says in one sentence which flag it does not know or what it lacks.
    return { problem: webWords.noSuchFlag(error instanceof Error ? error.message : String(error)) }
  }
}

/** The flags of this process; ends it when they are wrong (exit code 2) or only help was asked for. */
export function flagsOfThisProcess(): Flags {
  const flags = readFlags(process.argv.slice(2))
  if (!('dataDir' in flags)) {
    if ('help' in flags) process.stdout.write(`${flags.help}\n`)
    else process.stderr.write(`${flags.problem}\n`)
    process.exit('help' in flags ? 0 : 2)
  }
  return flags
}
