import { inspect } from 'node:util'

/** An error whose message is meant for the person at the terminal, and says all: it prints without a stack. */
export function userError(message: string): Error {
  const error = new Error(message)
  error.stack = message
  return Object.defineProperty(error, inspect.custom, { value: () => message })
}
