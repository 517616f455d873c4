import { Component, type ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import { ErrorState } from '../ui/States.tsx'

interface ErrorBoundaryProps {
  /** The address of what is inside; another one is tried afresh. */
  place?: string
  children: ReactNode
}

interface ErrorBoundaryState {
  /** Where it failed; null while all is well. */
  failedAt: { place: string | undefined } | null
}

/** Keeps a screen that fails from taking the others with it; says so in a sentence and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failedAt: null }

  override componentDidCatch() {
    this.setState({ failedAt: { place: this.props.place } })
  }

  override render() {
    const { failedAt } = this.state
    if (failedAt?.place !== this.props.place || failedAt === null) return this.props.children
    return <ErrorState message={words.ui.screenBroke} onRetry={() => this.setState({ failedAt: null })} />
  }
}
