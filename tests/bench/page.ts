import type { Page } from '@playwright/test'

/** What the bench's script in the page notes down; times are the page's own, in milliseconds since its navigation. */
export interface Noted {
  /** When the first cards had been painted. */
  firstCards: number | null
  /** The drag under way, or the last one. */
  drag: { gaps: number[]; dropped: number | null; placed: number | null; acknowledged: number | null } | null
}

/** Goes to a place in the app; milliseconds until what `selector` names had been painted there, by the page's own clock. */
export async function paintedAfter(page: Page, place: string, selector: string): Promise<number> {
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        new MutationObserver((_, observer) => {
          if (!document.querySelector(wanted)) return
          observer.disconnect()
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve(performance.now() - start))
            port1.start()
            port2.postMessage(null)
          })
        }).observe(document, { childList: true, subtree: true })
        location.hash = to
      }),
    [place, selector] as const,
  )
}

/** Goes to a screen with little on it, until what `selector` names is gone. */
export async function leave(page: Page, selector: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/recaps'
  })
  await page.waitForSelector(selector, { state: 'detached' })
}

declare global {
  interface Window {
    bench: Noted
  }
}

/**
 * Runs in the page before anything of its own does: notes when the first cards are there, the gaps between frames while
 * something is dragged, and for each drop when the card stands in its new column and when the move was acknowledged.
 */
export function watchPage(): void {
  const noted: Noted = { firstCards: null, drag: null }
  window.bench = noted

  /** Called from within a frame, before its layout and paint; a message is handled after them. */
  function afterThisFrame(note: (noted: Noted) => void) {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => note(noted))
    port1.start()
    port2.postMessage(null)
  }

  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-lead]')) return
    observer.disconnect()
    requestAnimationFrame(() => afterThisFrame((page) => (page.firstCards = performance.now())))
  }).observe(document, { childList: true, subtree: true })

  let dragged: string | undefined
  window.addEventListener('dragstart', (event) => {
    dragged = event.target instanceof HTMLElement ? event.target.dataset['lead'] : undefined
    const drag: NonNullable<Noted['drag']> = { gaps: [], dropped: null, placed: null, acknowledged: null }
    noted.drag = drag
    let last = performance.now()
    requestAnimationFrame(function frame(now) {
      drag.gaps.push(now - last)
      last = now
      if (drag.dropped === null) requestAnimationFrame(frame)
    })
  }, true)

  window.addEventListener('drop', (event) => {
    const { drag } = noted
    const column = event.target instanceof Element ? event.target.closest('[data-column]') : null
    if (!drag) return
    drag.dropped = performance.now()
    const look = () => {
      if (column?.querySelector(`[data-lead="${dragged}"]`)) afterThisFrame(() => (drag.placed = performance.now()))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, true)

  let asked: number | null = null
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given)
      this.addEventListener('message', ({ data }: MessageEvent<string>) => {
        if (asked === null || data.length > 5000 || (JSON.parse(data) as { id?: number }).id !== asked) return
        if (noted.drag) noted.drag.acknowledged = performance.now()
        asked = null
      })
    }

    override send(message: Parameters<WebSocket['send']>[0]) {
      if (typeof message === 'string' && message.includes('"moveLeads"')) asked = (JSON.parse(message) as { id: number }).id
      super.send(message)
    }
  }
}
