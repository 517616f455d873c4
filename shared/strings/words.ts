import { en } from './en.ts'

export type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Widened<T[K]>
}

/** What every language's catalogue has to say. */
export type Words = Widened<typeof en>

/** The catalogue in use. */
export const words: Words = en
