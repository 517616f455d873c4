import { z } from 'zod'

/** A record's id. Made by main as UUIDv7 (RFC 9562); the default stages and sample data have readable ones. */
export const idSchema = z.string().min(1).max(64)
export type Id = z.infer<typeof idSchema>
