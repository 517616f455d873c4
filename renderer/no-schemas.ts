/*
 * Stands in for zod in the renderer's bundle. Main checks whatever crosses the boundary, so the renderer needs the
 * rules of shared/ but none of the schemas beside them: here they are made of nothing, and using one fails at once.
 */

const checks = new Set<string | symbol>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode'])

const nothing: object = new Proxy(() => nothing, {
  get: (_target, name) => {
    if (checks.has(name)) throw new Error('Schemas are checked in main only.')
    return nothing
  },
})

export { nothing as z }
