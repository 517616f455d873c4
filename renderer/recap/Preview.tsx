import { memo, useLayoutEffect, useRef } from 'react'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { patchHtml } from './patchHtml.ts'
import styles from './Preview.module.css'

/**
 * The recap exactly as it will be pasted: the same HTML string, in a shadow root, where the app's own styles do not
 * reach it. Setting it as HTML is safe, because `renderRecap` wrote it and escaped every character that a person
 * typed; scripts set this way would not run either, and the page's policy forbids them. It takes the focus, so that a
 * long letter scrolls by keys.
 */
export const Preview = memo(function Preview({ html }: { html: string }) {
  const host = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    patchHtml(host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' }), html)
    host.current.tabIndex = 0
  }, [html])
  return <section ref={host} className={styles.body} aria-label={composerWords.letter} />
})
