import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { realDisk, type Disk, type DiskFile } from '../../main/core/database/disk.ts'

/** A disk that refuses with this code once so many more bytes were written, until it is healed; what is cut off again is free again. */
export function failingDisk(code: string): { disk: Disk; failAfter(bytes: number): void; heal(): void } {
  let bytesLeft = Infinity
  const disk: Disk = {
    ...realDisk,
    async open(path, content) {
      const file = await realDisk.open(path, content)
      return {
        ...file,
        write(bytes, at) {
          const fitting = Math.min(bytes.length, bytesLeft)
          file.write(bytes.subarray(0, fitting), at)
          bytesLeft -= fitting
          if (fitting < bytes.length) throw Object.assign(new Error('injected'), { code })
        },
        async truncate(size) {
          bytesLeft += Math.max(0, (await file.size()) - size)
          await file.truncate(size)
        },
      }
    },
  }
  return { disk, failAfter: (bytes) => (bytesLeft = bytes), heal: () => (bytesLeft = Infinity) }
}

/** What the disk keeps apart: each of them is written whole or not at all. */
const sector = 512

/** A file of which a power cut left each sector as it was or as it was written, in either length. */
export function mixOfSectors(old: Buffer, written: Buffer, arrived: () => boolean): Buffer {
  const mixed = Buffer.alloc(arrived() ? written.length : old.length)
  for (let start = 0; start < mixed.length; start += sector) {
    const source = arrived() ? written : old
    mixed.set(source.subarray(start, Math.min(start + sector, mixed.length)), start)
  }
  return mixed
}

/** A file's content as the platters have it, and where it can be read as the system shows it. */
interface Inode {
  durable: Buffer
  path: string
}

/**
 * The real disk, counted step by step, with a picture beside it of what would outlast a power cut at this moment, in
 * the worst case that POSIX allows: content only up to the last sync of the file, names only up to the last sync of
 * their folder.
 */
export class CountedDisk implements Disk {
  /** How many steps were asked for. */
  steps = 0
  /** The step at which something happens; the first is 1. */
  #fatalStep = Infinity
  #what: 'cut' | 'fail' = 'cut'
  readonly #root: string
  readonly #names = new Map<string, Inode>()
  #durableNames = new Map<string, Inode>()

  constructor(root: string) {
    this.#root = root
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile()) this.#names.set(path, { durable: readFileSync(path), path })
    }
    this.#durableNames = new Map(this.#names)
  }

  /** From this step on nothing reaches the disk any more. */
  cutAt(step: number): void {
    this.#fatalStep = step
    this.#what = 'cut'
  }

  /** This one step is refused, the later ones are not. */
  failAt(step: number): void {
    this.#fatalStep = step
    this.#what = 'fail'
  }

  get isCut(): boolean {
    return this.#what === 'cut' && this.steps >= this.#fatalStep
  }

  async open(path: string, content: 'keep' | 'empty'): Promise<DiskFile> {
    this.#step()
    const file = await realDisk.open(path, content)
    const inode = this.#names.get(path) ?? { durable: Buffer.alloc(0), path }
    this.#names.set(path, inode)
    return {
      write: (bytes, at) => {
        this.#step()
        file.write(bytes, at)
      },
      datasync: async () => {
        this.#step()
        await file.datasync()
        inode.durable = readFileSync(inode.path)
      },
      truncate: async (size) => {
        this.#step()
        await file.truncate(size)
      },
      size: async () => file.size(),
      close: async () => file.close(),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step()
    await realDisk.rename(from, to)
    const inode = this.#names.get(from)
    if (!inode) throw new Error(`a file was made behind the disk's back: ${from}`)
    inode.path = to
    this.#names.set(to, inode)
    this.#names.delete(from)
  }

  async link(from: string, to: string): Promise<void> {
    this.#step()
    await realDisk.link(from, to)
    const inode = this.#names.get(from)
    if (inode) this.#names.set(to, { durable: inode.durable, path: to })
  }

  async remove(path: string): Promise<void> {
    this.#step()
    await realDisk.remove(path)
    this.#names.delete(path)
  }

  async syncFolder(folder: string): Promise<void> {
    this.#step()
    await realDisk.syncFolder(folder)
    for (const path of this.#durableNames.keys()) if (dirname(path) === folder) this.#durableNames.delete(path)
    for (const [path, inode] of this.#names) if (dirname(path) === folder) this.#durableNames.set(path, inode)
  }

  /**
   * Writes what a power cut now would leave into another folder. `arrived` says of each sector that waits for a sync
   * whether it came to the disk nevertheless; without it none did.
   */
  async leftAfterCut(target: string, arrived: () => boolean = () => false): Promise<void> {
    await mkdir(join(target, 'backups'), { recursive: true })
    for (const [path, inode] of this.#durableNames) {
      const isThere = this.#names.get(inode.path) === inode
      const written = isThere ? readFileSync(inode.path) : inode.durable
      await writeFile(join(target, relative(this.#root, path)), mixOfSectors(inode.durable, written, arrived))
    }
  }

  #step(): void {
    this.steps += 1
    if (this.isCut || (this.#what === 'fail' && this.steps === this.#fatalStep)) {
      throw Object.assign(new Error(`step ${this.steps} was refused`), { code: 'EIO' })
    }
  }
}

