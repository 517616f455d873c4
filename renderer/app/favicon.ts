import mark from '../icon.svg?raw'

/* A tab knows neither the app's theme nor its tokens: these are the colours of the tray's images, readable on any bar. */
const due = { badge: '#e09b00', figure: '#1d1c1a' }
const overdue = { badge: '#d93025', figure: '#ffffff' }

/** The app's mark as a picture for the tab, its address; with how much is due in a badge, of another colour once some of it is overdue. */
export function favicon(counts: { today: number; overdue: number }): string {
  return `data:image/svg+xml,${encodeURIComponent(mark.replace('</svg>', `${badge(counts)}</svg>`))}`
}

function badge(counts: { today: number; overdue: number }): string {
  if (counts.today === 0) return ''
  const { badge: fill, figure } = counts.overdue > 0 ? overdue : due
  const text = counts.today > 9 ? '9+' : String(counts.today)
  const [width, size] = text.length > 1 ? [24, 13.5] : [18, 14.5]
  const left = 31.25 - width
  return (
    `<rect x="${left}" y="13.25" width="${width}" height="18" rx="9" fill="${fill}" stroke="#fff" stroke-width="1.5"/>` +
    `<text x="${left + width / 2}" y="${22.25 + size * 0.36}" fill="${figure}" font-family="system-ui,sans-serif" font-size="${size}" font-weight="700" text-anchor="middle">${text}</text>`
  )
}
