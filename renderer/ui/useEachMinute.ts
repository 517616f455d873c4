import { useEffect } from 'react'
import { useReader } from './Reader.tsx'

/** Asks anew with each minute of the wall, for what changes as time passes and nothing else does. */
export function useEachMinute({ dataUpdatedAt, refetch }: { dataUpdatedAt: number; refetch: () => Promise<unknown> }): void {
  const { now } = useReader()
  useEffect(() => {
    if (dataUpdatedAt > 0 && dataUpdatedAt < now) void refetch()
  }, [now, dataUpdatedAt, refetch])
}
