import { distance } from 'fastest-levenshtein'
import { transpositions } from '../../../shared/text/transpositions.ts'
import { memoize } from '../../lib/memoize.ts'
import type { Mapping } from '../values/mapping.ts'
import { KNOWN_NAMES } from './field-names.ts'
import type { Fields } from './field-reader.ts'
import { quote } from '../../issues/terminal-text.ts'

/** Names that have a meaning in JavaScript: no seed has such a field by accident. They have no effect here. */
const RESERVED = ['__proto__', 'constructor', 'prototype']

/** Shortest name that is compared: shorter ones resemble too many others. */
const MIN_LENGTH = 5

/** Reports fields whose names look like misspelt names of a seed's fields. Other unknown fields are ignored silently. */
export function reportUnknownFields(mapping: Mapping, fields: Fields): void {
  for (const name of Object.keys(mapping)) {
    if (KNOWN_NAMES.has(name)) continue
    if (RESERVED.includes(name)) fields.report(name, 'is not a field of a seed and is ignored. Remove it.')
    const similar = similarNames(name).find((known) => !Object.hasOwn(mapping, known))
    if (similar !== undefined) fields.report(name, `is not a field of a seed. Did you mean ${quote(similar)}?`)
  }
}

const similarNames = memoize((name) => (name.length < MIN_LENGTH ? [] : [...KNOWN_NAMES].filter((known) => isMisspelt(name, known))))

function isMisspelt(name: string, known: string): boolean {
  if (known.length < MIN_LENGTH) return false
  return name.toLowerCase() === known.toLowerCase() || distance(name, known) <= (known.length < 8 ? 1 : 2) || transpositions(known).has(name)
}
