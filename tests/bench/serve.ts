import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A page that is served for a while. */
export interface Served {
  address: string
  close(): Promise<void>
}

/** The production build that lies in `built`, in plain Node, as `npm start` runs it. */
export async function serveApp(dataDir: string, built = join(root, 'dist')): Promise<Served> {
  const child = spawn(process.execPath, [join(built, 'main/serve.js'), '--data', dataDir, '--port', '0', '--no-open'], {
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    output += String(chunk)
    const address = /http:\S+/.exec(output)?.[0]
    if (address === undefined) continue
    child.stdout.resume()
    return {
      address,
      close: async () => {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error('the web shell did not start')
}
