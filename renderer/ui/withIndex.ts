/** The rows of a list that are drawn, in order, and `index` as well: the row that has the focus stays drawn wherever the list is scrolled to. Below 0 it is none. */
export function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].toSorted((a, b) => a - b)
}
