import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import './jsdom-gaps.ts'

// Against waits that never end; far beyond what a slow machine needs.
configure({ asyncUtilTimeout: 120_000 })

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
