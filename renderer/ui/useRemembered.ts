import { useState } from 'react'

/** A state that this window's storage keeps, under a name; `initial` until there is one, or when it cannot be read. */
export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(name, initial))
  return [
    value,
    (next) => {
      localStorage.setItem(name, JSON.stringify(next))
      setValue(next)
    },
  ]
}

function read<T>(name: string, initial: T): T {
  try {
    const text = localStorage.getItem(name)
    return text === null ? initial : (JSON.parse(text) as T)
  } catch {
    return initial
  }
}
