/*
 * What the English catalogue says of the value library on any screen: what just happened to it, and what it refuses.
 */

/** What just happened to the library, as a message. */
export const valueDid = {
  saveValueItem: 'Item saved',
  addValueItems: 'Items added',
  archiveValueItem: 'Item archived',
  restoreValueItem: 'Item restored',
  deleteValueItem: 'Item deleted',
} as const

export const valueCommands = {
  saveValueItem: 'save item',
  addValueItems: 'add items',
  archiveValueItem: 'archive item',
  restoreValueItem: 'restore item',
  deleteValueItem: 'delete item',
} as const

export const valueErrors = {
  valueGone: 'That item is no longer in the library. It may have been deleted; undo brings it back.',
  valueUsed: 'It was given to somebody or is planned for them, so it stays with what they got. Nothing was changed; archive it instead, and it is no longer suggested.',
  valueReversed: 'It cannot be at its best only before it came out. Nothing was changed; choose a later date.',
} as const
