import { z } from 'zod'

/** A record's id. Made by main as UUIDv7 (RFC 9562); the default stages and sample data have readable ones. */
export const idSchema = z.string().min(1).max(64)
export type Id = z.infer<typeof idSchema>

/** Sorts strings by code point: ids, ranks and instants, never words. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The last resort of every order, so that what is equal otherwise never changes places. */
export function byId(a: { id: Id }, b: { id: Id }): number {
  return compare(a.id, b.id)
}
