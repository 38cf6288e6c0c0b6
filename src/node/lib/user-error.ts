import { inspect } from 'node:util'

/** An error whose message alone is meant for the user: it prints without a stack. */
export function userError(message: string): Error {
  const error = new Error(message)
  error.stack = message
  return Object.defineProperty(error, inspect.custom, { value: () => message })
}
