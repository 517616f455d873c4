import { useEffect } from 'react'
import { useLocation } from 'wouter'

const key = 'recent-leads'
const most = 6

/** The leads that were opened last in this window, the latest first. */
export function recentLeads(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** Remembers each lead that is opened. */
export function useRememberedLeads(): void {
  const [location] = useLocation()
  useEffect(() => {
    const id = /^\/lead\/([^/]+)/.exec(location)?.[1]
    if (id !== undefined) localStorage.setItem(key, JSON.stringify([id, ...recentLeads().filter((other) => other !== id)].slice(0, most)))
  }, [location])
}
