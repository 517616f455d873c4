import { startTransition, useEffect, useState } from 'react'

/** False until a screen has been seen for the first time: what is out of sight is drawn after that. */
export function useOpened(): boolean {
  const [isOpened, setOpened] = useState(false)
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => startTransition(() => setOpened(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(later)
    }
  }, [])
  return isOpened
}
