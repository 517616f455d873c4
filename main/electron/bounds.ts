import type { Rectangle } from 'electron'

export const smallest = { width: 720, height: 520 }
const usual = { width: 1280, height: 800 }

/** How much of the window's top edge, in pixels, has to be on a display for the window to be found and dragged. */
const grip = { width: 120, height: 40 }

/**
 * Where to open the window: where it was, fitted into the display it is on. When no display there is left (unplugged),
 * or it never was anywhere, only a size, which the system then centres.
 * @param saved the bounds at the last close, or null
 * @param workAreas of the displays there are now, without task bars
 */
export function boundsToOpen(
  saved: Rectangle | null,
  workAreas: readonly Rectangle[],
): { width: number; height: number } | Rectangle {
  if (saved === null) return fitSize(usual, workAreas[0])
  const area = workAreas.find((candidate) => showsGrip(saved, candidate))
  if (area === undefined) return fitSize(saved, workAreas[0])
  const { width, height } = fitSize(saved, area)
  return {
    x: clamp(saved.x, area.x, area.x + area.width - width),
    y: clamp(saved.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

function showsGrip(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= grip.width && window.y >= area.y - grip.height && window.y <= area.y + area.height - grip.height
}

function fitSize(size: { width: number; height: number }, area: Rectangle | undefined): { width: number; height: number } {
  return {
    width: Math.max(smallest.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(smallest.height, Math.min(size.height, area?.height ?? size.height)),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
