import { expect, test } from 'vitest'
import { boundsToOpen } from './bounds.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 860 }
const beside = { x: 1440, y: -200, width: 1920, height: 1040 }

test('a window that never was anywhere has only a size, and fits a small display', () => {
  expect(boundsToOpen(null, [laptop])).toEqual({ width: 1280, height: 800 })
  expect(boundsToOpen(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 })
})

test('a window opens where it was, on a second display as well', () => {
  const saved = { x: 1700, y: -100, width: 1000, height: 700 }
  expect(boundsToOpen(saved, [laptop, beside])).toEqual(saved)
})

test('a window whose display was unplugged opens on another one in its size', () => {
  expect(boundsToOpen({ x: 1700, y: -100, width: 1000, height: 700 }, [laptop])).toEqual({ width: 1000, height: 700 })
})

test('a window that sticks out is moved in, and one larger than its display is made smaller', () => {
  expect(boundsToOpen({ x: 1200, y: 500, width: 1000, height: 700 }, [laptop])).toEqual({ x: 440, y: 160, width: 1000, height: 700 })
  expect(boundsToOpen({ x: -20, y: -10, width: 3000, height: 2000 }, [laptop])).toEqual(laptop)
})

test('a window of which only a sliver would show counts as lost', () => {
  expect(boundsToOpen({ x: 1400, y: 0, width: 1000, height: 700 }, [laptop])).toEqual({ width: 1000, height: 700 })
  expect(boundsToOpen({ x: 0, y: 850, width: 1000, height: 700 }, [laptop])).toEqual({ width: 1000, height: 700 })
})

test('a window is never opened below its smallest size, nor without any display known', () => {
  expect(boundsToOpen({ x: 0, y: 0, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 720, height: 520 })
  expect(boundsToOpen({ x: 0, y: 0, width: 900, height: 600 }, [])).toEqual({ width: 900, height: 600 })
})
