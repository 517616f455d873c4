import { useEffect, type RefObject } from 'react'

/** How long a finger rests on a card until it lifts it, in ms, and how far it may stray meanwhile, in px. */
const rest = 300
const stray = 8

/**
 * Lets a finger drag the cards of the board: one that rests lifts the card under it, one that moves before that scrolls.
 * From then on it fires the drag events that the browser fires for a mouse, so that all that hears those, up to the
 * drop, is one and the same. The browser's own dragging by finger differs from system to system (on in Windows, off in
 * macOS and Linux) and takes turns with a context menu, so it is held back on all of them. A pen drags as a mouse does.
 */
export function useTouchDragging(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listening = new AbortController()
    const start = (event: TouchEvent) => {
      const touched = event.target as Element
      const card = touched.closest<HTMLElement>('[data-lead]')
      // A button takes a slow tap, too.
      if (card && !touched.closest('button') && event.touches.length === 1) press(card, event, listening.signal)
    }
    // Not passive, or the browser would not wait for what the finger's later moves are answered with.
    board.current?.addEventListener('touchstart', start, { passive: false, signal: listening.signal })
    return () => listening.abort()
  }, [board])
}

/** Follows one finger from touching a card to leaving the screen. */
function press(card: HTMLElement, { target, changedTouches }: TouchEvent, until: AbortSignal) {
  const [from] = changedTouches as unknown as [Touch]
  const pressing = new AbortController()
  const signal = AbortSignal.any([pressing.signal, until])
  let drag: Drag | null = null
  const timer = setTimeout(() => {
    drag = lift(card, from)
  }, rest)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    drag?.cancel()
  })

  const move = (event: Event) => {
    const [at] = (event as TouchEvent).changedTouches as unknown as [Touch]
    if (drag) drag.moveTo(at)
    else if (Math.hypot(at.clientX - from.clientX, at.clientY - from.clientY) > stray) pressing.abort()
    // Also once it was cancelled: a finger that has lifted a card neither scrolls nor clicks until it leaves.
    if (drag) event.preventDefault()
  }
  const leave = (event: Event) => {
    if (drag) event.preventDefault()
    drag?.drop()
    pressing.abort()
  }
  // On what was touched itself: should it go, its events no longer pass through the page.
  target?.addEventListener('touchmove', move, { passive: false, signal })
  target?.addEventListener('touchend', leave, { passive: false, signal })
  target?.addEventListener('touchcancel', () => pressing.abort(), { signal })
  // A second finger.
  window.addEventListener('touchstart', () => (drag ? drag.cancel() : pressing.abort()), { capture: true, passive: true, signal })
  for (const type of heldBack) window.addEventListener(type, (event) => event.isTrusted && event.preventDefault(), { capture: true, signal })
}

/** What the browser makes of a finger that rests. */
const heldBack = ['dragstart', 'selectstart', 'contextmenu']

interface Drag {
  moveTo: (at: Touch) => void
  /** Where it is; nothing happens where nobody takes it. */
  drop: () => void
  cancel: () => void
}

/** Fires what the browser fires while a mouse drags the card, and shows the picture of it that the drag asks for. */
function lift(card: HTMLElement, from: Touch): Drag {
  let at = from
  let picture: Picture | null = null
  let frame = 0
  const dragging = new AbortController()
  const { signal } = dragging
  const dataTransfer = new DataTransfer()
  dataTransfer.setDragImage = (image, x, y) => {
    picture = pictureOf(image, x, y)
    picture.moveTo(at)
  }
  // False for what the page has taken upon itself: there, a drop may follow.
  const fire = (type: string, on: Element) =>
    on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: at.clientX, clientY: at.clientY }))
  const under = () => document.elementFromPoint(at.clientX, at.clientY) ?? document.documentElement

  // Again and again, as browsers do: what is under a resting finger changes when the column scrolls.
  const follow = () => {
    fire('dragover', under())
    frame = requestAnimationFrame(follow)
  }
  const end = () => {
    dragging.abort()
    cancelAnimationFrame(frame)
    picture?.remove()
    // To the page: the card itself may have gone meanwhile.
    fire('dragend', document.documentElement)
    // What shields the page under a pointer after a drag goes with its next move; a finger that has left makes none.
    window.dispatchEvent(new PointerEvent('pointermove'))
  }
  // While the browser drags, no pointer moves beside it: that would count as the end of the drag.
  window.addEventListener('pointermove', (event) => event.stopImmediatePropagation(), { capture: true, signal })
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopImmediatePropagation()
    end()
  }
  window.addEventListener('keydown', escape, { capture: true, signal })

  // As pressing with a mouse does; the card that has the focus stays drawn wherever its column is scrolled to.
  card.focus({ preventScroll: true })
  fire('dragstart', card)
  frame = requestAnimationFrame(follow)
  return {
    moveTo(to) {
      at = to
      picture?.moveTo(at)
    },
    drop() {
      if (signal.aborted) return
      const place = under()
      if (!fire('dragover', place)) fire('drop', place)
      end()
    },
    cancel() {
      if (!signal.aborted) end()
    },
  }
}

type Picture = ReturnType<typeof pictureOf>

/** A copy of `image` above everything that keeps its point (`x`, `y`) under the finger. */
function pictureOf(image: Element, x: number, y: number) {
  const picture = image.cloneNode(true) as HTMLElement
  picture.inert = true
  document.body.append(picture)
  picture.showPopover()
  return {
    moveTo({ clientX, clientY }: Touch) {
      picture.style.translate = `${clientX - x}px ${clientY - y}px`
    },
    remove: () => picture.remove(),
  }
}
