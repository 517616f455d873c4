import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

/** Asking the system for a few random bytes takes longer than all the rest of making an id, so it is asked for many. */
let pool = Buffer.alloc(0)
const perId = 16
const idsPerPool = 256

/** A new record's or transaction's id: a UUIDv7 (RFC 9562) of the moment `now`, in milliseconds. */
export function newId(now: number): string {
  if (pool.length < perId) pool = randomBytes(perId * idsPerPool)
  const random = pool.subarray(0, perId)
  pool = pool.subarray(perId)
  return uuidv7({ msecs: now, random })
}
