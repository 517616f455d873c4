import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Lead } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Fact } from './Fact.tsx'
import styles from './Needs.module.css'
import { refusal } from './refusal.ts'

const say = words.lead

/** What the lead needs and what troubles them, in their own words; Alt with an arrow moves a line. */
export function Needs({ lead: { id, needs } }: { lead: Lead }) {
  const [adding, setAdding] = useState(false)
  const below = useKeptFocus<HTMLDivElement>(String(adding))
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ to: number; line: string } | null>(null)
  const change = (next: string[], ownErrors = false) => runCommand('editLead', { id, changes: { needs: next } }, { ownErrors, said: say.needsChanged })
  const save = (next: string[]) => refusal(change(next, true))
  const without = (index: number) => needs.toSpliced(index, 1)
  const move = (index: number, step: -1 | 1) => {
    const to = index + step
    const line = needs[index]
    if (line === undefined || to < 0 || to >= needs.length) return
    moved.current = { to, line }
    void change(without(index).toSpliced(to, 0, line))
  }
  // The line that was moved keeps the keyboard, so that it can be moved on.
  useEffect(() => {
    const field = moved.current && list.current?.querySelectorAll('textarea')[moved.current.to]
    if (!field || field.value !== moved.current?.line) return
    moved.current = null
    field.focus()
  })
  return (
    <section className={styles.needs} aria-label={say.needs}>
      <h2>{say.needs}</h2>
      {needs.length > 0 && (
        <ul className={styles.list} ref={list}>
          {needs.map((need, index) => (
            <li key={`${need} ${needs.slice(0, index).filter((other) => other === need).length}`} className={styles.line}>
              <Fact label={say.need(index + 1)} hideLabel wraps value={need} onSave={(text) => save(text === '' ? without(index) : needs.with(index, text))} onMove={(step) => move(index, step)} />
              <span className={styles.actions}>
                <IconButton label={say.moveUp} icon={<ArrowUp />} size="small" keys="Alt ↑" isDisabled={index === 0} onPress={() => move(index, -1)} />
                <IconButton label={say.moveDown} icon={<ArrowDown />} size="small" keys="Alt ↓" isDisabled={index === needs.length - 1} onPress={() => move(index, 1)} />
                <IconButton label={say.removeNamed(need)} icon={<X />} size="small" onPress={() => void change(without(index))} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div ref={below} className={styles.below}>
        {adding ? (
          <Fact
            key={needs.length}
            label={say.addNeed}
            hideLabel
            wraps
            value=""
            placeholder={say.needExample}
            fresh
            onSave={(text) => save([...needs, text])}
            onLeave={() => setAdding(false)}
          />
        ) : (
          <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {say.addNeed}
          </Button>
        )}
      </div>
    </section>
  )
}
