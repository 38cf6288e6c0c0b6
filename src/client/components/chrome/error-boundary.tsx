import { Component, type ReactNode } from 'react'

interface Props {
  readonly fallback: ReactNode
  /** Key of the view. */
  readonly view: string
  /** The user has left the view that threw. */
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** Shows `fallback` in place of a view that threw; React has no hook for this. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidUpdate(previous: Props): void {
    if (this.state.failed && previous.view !== this.props.view) this.props.onLeave()
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
