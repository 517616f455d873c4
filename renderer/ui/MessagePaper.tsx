import { writing } from '../../shared/strings/writing-words.ts'
import type { TemplateKind, TemplateText } from '../../shared/template.ts'
import { FilledText } from './FilledText.tsx'
import styles from './MessagePaper.module.css'

const say = writing.templates

/** A message as it would go out, with what is left to fill in; only an email has a subject. */
export function MessagePaper({ kind, text: { subject, body } }: { kind: TemplateKind; text: TemplateText }) {
  return (
    <div className={styles.paper}>
      {kind === 'email' && (
        <p className={styles.subject} dir="auto">
          {subject === '' ? <span className={styles.nothing}>{say.noSubject}</span> : <FilledText text={subject} />}
        </p>
      )}
      <p className={styles.body} dir="auto">
        {body.trim() === '' ? <span className={styles.nothing}>{say.noBody}</span> : <FilledText text={body} />}
      </p>
    </div>
  )
}
