import { Component, type ReactNode } from 'react'

interface Props {
  readonly fallback: ReactNode
  /** Key of what is shown: another one is tried again. */
  readonly view: string
  /** The user has left what threw; by default it is rendered again. */
  readonly onLeave?: () => void
  readonly children: ReactNode
}

/** Shows `fallback` in place of a view, or a part of one, that threw; React has no hook for this. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidUpdate(previous: Props): void {
    if (this.state.failed && previous.view !== this.props.view) (this.props.onLeave ?? (() => this.setState({ failed: false })))()
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
