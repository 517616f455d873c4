import type { ImportChoices, ImportReading } from '../../../shared/import.ts'
import type { Stage, StageKind } from '../../../shared/stage.ts'
import type { Reader } from '../database/store.ts'
import { plain } from './headers.ts'
import { firstStage, stagesInOrder } from '../look-up.ts'

/** What HubSpot and Pipedrive call the end of a deal, in English, German, Spanish and French. */
const ends: readonly (readonly [StageKind, RegExp])[] = [
  ['won', /^(closed ?won|won|gewonnen|abgeschlossen und gewonnen|cierre ganado|ganado|gagnee?|fermee? gagnee?|conclue?)$/],
  ['lost', /^(closed ?lost|lost|verloren|abgeschlossen und verloren|cierre perdido|perdido|perdue?|fermee? perdue?)$/],
]

/** Which stage each name in a file means: the one chosen, else of that name, else won or lost, else the first. */
export class StagesOfFile {
  readonly #stages: Stage[]
  readonly #first: Stage
  readonly #chosen: ImportChoices['stages']
  readonly #found = new Map<string, { stage: Stage; count: number }>()

  constructor(reader: Reader, choices: ImportChoices) {
    this.#stages = stagesInOrder(reader)
    this.#first = firstStage(reader)
    this.#chosen = choices.stages
  }

  find(name: string): Stage {
    const known = this.#found.get(name)
    if (known) {
      known.count += 1
      return known.stage
    }
    const stage = this.#meant(name)
    this.#found.set(name, { stage, count: 1 })
    return stage
  }

  /** The names that the file uses, as they came up. */
  list(): ImportReading['stages'] {
    return [...this.#found].map(([name, { stage, count }]) => ({ name, stageId: stage.id, count }))
  }

  #meant(name: string): Stage {
    const chosen = Object.hasOwn(this.#chosen, name) ? this.#chosen[name] : undefined
    const wanted = plain(name)
    const kind = ends.find(([, pattern]) => pattern.test(wanted))?.[0]
    return (
      this.#stages.find(({ id }) => id === chosen) ??
      this.#stages.find((stage) => stage.name === name) ??
      this.#stages.find((stage) => plain(stage.name) === wanted) ??
      this.#stages.find((stage) => stage.kind === kind) ??
      this.#first
    )
  }
}
