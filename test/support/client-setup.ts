import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import './jsdom-gaps.ts'

// Against waits for what never comes; a slow machine is no failure.
configure({ asyncUtilTimeout: 120_000 })

let complaints: MockInstance[] = []

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

// Nothing the reader does may make the console complain.
afterEach(() => {
  for (const complaint of complaints) {
    const said = complaint.mock.calls
    complaint.mockRestore()
    expect(said).toEqual([])
  }
})
