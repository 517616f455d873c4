import { Component, type ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import { ErrorState } from '../ui/States.tsx'

/** Keeps a screen that fails from taking the others with it; says so in a sentence and offers to try again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorState message={words.ui.screenBroke} onRetry={() => this.setState({ failed: false })} />
  }
}
