import { setMaxListeners } from 'node:events'
import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import './jsdom-gaps.ts'

// Against waits that never end; far beyond what a slow machine needs.
configure({ asyncUtilTimeout: 120_000 })

// A search waits for many files at once with one abort signal; Node would warn of more than ten, and browsers do not.
setMaxListeners(0)

let consoleSpies: MockInstance[] = []

beforeEach(() => {
  consoleSpies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

// The app may never write an error or a warning to the console.
afterEach(() => {
  for (const spy of consoleSpies) {
    const { calls } = spy.mock
    spy.mockRestore()
    expect(calls).toEqual([])
  }
})
