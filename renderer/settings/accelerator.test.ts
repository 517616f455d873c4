import { expect, test } from 'vitest'
import { acceleratorOf, keysOf } from './accelerator.ts'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test('pressed keys become the accelerator that Electron registers', () => {
  expect(acceleratorOf({ ...none, code: 'KeyL', ctrlKey: true, shiftKey: true }, false)).toBe('CommandOrControl+Shift+L')
  expect(acceleratorOf({ ...none, code: 'KeyL', metaKey: true, shiftKey: true }, true)).toBe('CommandOrControl+Shift+L')
  expect(acceleratorOf({ ...none, code: 'Digit1', altKey: true }, false)).toBe('Alt+1')
  expect(acceleratorOf({ ...none, code: 'Space', metaKey: true }, false)).toBe('Super+Space')
  expect(acceleratorOf({ ...none, code: 'F9' }, false)).toBe('F9')
})

test('what a person types is no shortcut, nor is a modifier alone', () => {
  expect(acceleratorOf({ ...none, code: 'KeyL' }, false)).toBeNull()
  expect(acceleratorOf({ ...none, code: 'KeyL', shiftKey: true }, false)).toBeNull()
  expect(acceleratorOf({ ...none, code: 'ControlLeft', ctrlKey: true }, false)).toBeNull()
})

test('the keys are shown as they stand on the keyboard', () => {
  expect(keysOf('CommandOrControl+Shift+L', false)).toEqual(['Ctrl', 'Shift', 'L'])
  expect(keysOf('CommandOrControl+Alt+Up', true)).toEqual(['⌘', '⌥', '↑'])
})
