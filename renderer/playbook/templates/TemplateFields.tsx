import { Braces, CircleAlert } from 'lucide-react'
import { useEffect, useRef, type RefObject } from 'react'
import { faultsIn, mergeFieldNames, type TemplateFault } from '../../../shared/merge-fields.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { TemplateFacts, TemplateKind } from '../../../shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import styles from './TemplateFields.module.css'

const say = writing.templates
const kinds = (Object.keys(say.kinds) as TemplateKind[]).map((id) => ({ id, label: say.kinds[id] }))
const fieldChoices = mergeFieldNames.map((id) => ({ id, label: say.fields[id], keys: `{{${id}}}` }))

type TextName = 'subject' | 'body'

export interface TemplateFieldsProps {
  draft: TemplateFacts
  onChange: (draft: TemplateFacts) => void
  isNew: boolean
}

/** The fields of a template, a menu of what can be filled in, and what is wrong with it. */
export function TemplateFields({ draft, onChange, isNew }: TemplateFieldsProps) {
  const { kind } = draft
  const texts = useRef<HTMLDivElement>(null)
  const { insert, select, noteField } = useCaret(texts, draft, onChange)
  return (
    <>
      <div className={styles.about}>
        <TextField label={say.name} placeholder={say.nameExample} maxLength={120} autoComplete="off" autoFocus={isNew} value={draft.name} onChange={(name) => onChange({ ...draft, name })} />
        <Select<TemplateKind> label={say.kind} options={kinds} value={kind} onChange={(chosen) => onChange({ ...draft, kind: chosen })} />
      </div>
      <div ref={texts} className={styles.texts} onFocusCapture={(event) => noteField(event.target)}>
        {kind === 'email' && (
          <div data-text="subject">
            <TextField label={say.subject} placeholder={say.subjectExample} maxLength={500} autoComplete="off" value={draft.subject} onChange={(subject) => onChange({ ...draft, subject })} />
          </div>
        )}
        <div data-text="body" className={styles.body}>
          <TextArea label={kind === 'script' ? say.script : say.body} rows={14} maxLength={50_000} value={draft.body} onChange={(body) => onChange({ ...draft, body })} />
        </div>
      </div>
      <div className={styles.tools}>
        <Menu trigger={<Button size="small" icon={<Braces aria-hidden />}>{say.insert}</Button>} label={say.insert} choices={fieldChoices} onChoose={(name) => insert(`{{${name}}}`)} />
      </div>
      <Faults draft={draft} onShow={select} />
      <Syntax />
    </>
  )
}

/** Puts text where the caret is, or was before the menu opened. */
function useCaret(texts: RefObject<HTMLDivElement | null>, draft: TemplateFacts, onChange: (draft: TemplateFacts) => void) {
  const last = useRef<TextName>('body')
  const wanted = useRef<{ name: TextName; from: number; to: number } | null>(null)
  const elementOf = (name: TextName) => texts.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-text=${name}] :is(input, textarea)`)
  const select = (name: TextName, from: number, to: number) => {
    const element = elementOf(name)
    element?.focus()
    element?.setSelectionRange(from, to)
  }
  useEffect(() => {
    if (wanted.current === null) return
    const { name, from, to } = wanted.current
    wanted.current = null
    select(name, from, to)
  })
  const insert = (text: string) => {
    const name = draft.kind === 'email' ? last.current : 'body'
    const before = draft[name]
    const element = elementOf(name)
    const from = element?.selectionStart ?? before.length
    wanted.current = { name, from: from + text.length, to: from + text.length }
    onChange({ ...draft, [name]: before.slice(0, from) + text + before.slice(element?.selectionEnd ?? from) })
  }
  const noteField = (target: EventTarget) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-text]')?.dataset['text'] : undefined
    if (name === 'subject' || name === 'body') last.current = name
  }
  return { insert, select, noteField }
}

function Faults({ draft: { kind, subject, body }, onShow }: { draft: TemplateFacts; onShow: (name: TextName, from: number, to: number) => void }) {
  const faults: (TemplateFault & { name: TextName })[] = [
    ...(kind === 'email' ? faultsIn(subject).map((fault) => ({ ...fault, name: 'subject' as const })) : []),
    ...faultsIn(body).map((fault) => ({ ...fault, name: 'body' as const })),
  ]
  if (faults.length === 0) return null
  return (
    <section className={styles.faults} aria-label={say.faultsTitle}>
      <h3>{say.faultsTitle}</h3>
      <ul>
        {faults.map(({ name, kind: fault, at, line, column, what }) => (
          <li key={`${name} ${at} ${fault}`}>
            <CircleAlert aria-hidden />
            <span className={styles.fault}>
              {say.faults[fault](what)} <span className={styles.place}>{name === 'subject' ? say.inSubject : say.place(line, column)}</span>
            </span>
            <Button size="small" kind="quiet" onPress={() => onShow(name, at, at + what.length)}>
              {say.goTo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Syntax() {
  return (
    <details className={styles.syntax}>
      <summary>{say.syntax}</summary>
      <dl>
        {say.syntaxLines.map(({ write, does }) => (
          <div key={write}>
            <dt>{write}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
