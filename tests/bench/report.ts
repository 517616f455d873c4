/*
 * Figures, budgets and what counts as broken. Every budget is a ratio of medians that were measured side by side in
 * one run, or a time that a person feels; machines differ, and so does what else they do meanwhile. So a budget is
 * broken only when it is missed by more than `noise`; one that is missed by less is told as missed all the same.
 */

/** One line of the table. A row without a budget is told for information. */
export interface Row {
  name: string
  value: number
  unit: '×' | 'ms' | 'MB' | ''
  /** At most this, or at least this. */
  budget?: { most: number } | { least: number }
  /** The figures that the value was made of. */
  from: string
}

/** A budget is broken when it is missed by more than this part of it. */
export const noise = 0.1

type Verdict = 'pass' | 'noise' | 'over' | 'told'

/** How a row stands. */
export function verdictOf({ value, budget }: Row): Verdict {
  if (!budget) return 'told'
  const excess = 'most' in budget ? value / budget.most : budget.least / value
  if (Number.isNaN(excess) || excess > 1 + noise) return 'over'
  return excess > 1 ? 'noise' : 'pass'
}

/** The table as lines of text. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.name, figure(row.value, row.unit), budgetOf(row), verdictWords[verdictOf(row)], row.from])
  const lines = [['measured', 'figure', 'budget', '', 'from'], ...cells]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines.map((line) => line.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd()).join('\n')
}

const verdictWords: Record<Verdict, string> = { pass: 'pass', noise: 'over, within noise', over: 'OVER', told: '' }

function budgetOf({ budget, unit }: Row): string {
  if (!budget) return ''
  return 'most' in budget ? `≤ ${figure(budget.most, unit)}` : `≥ ${figure(budget.least, unit)}`
}

function figure(value: number, unit: Row['unit']): string {
  const digits = value >= 100 || (unit === '' && Number.isInteger(value)) ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit === '' || unit === '×' ? unit : ` ${unit}`}`
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value that a part of the values, such as 0.95, does not exceed. NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

/** Median and p95 of times in milliseconds, for the last column. */
export function spreadOf(name: string, times: readonly number[]): string {
  return `${name} ${milliseconds(median(times))} (p95 ${milliseconds(percentile(times, 0.95))})`
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
}
