import type { Problem } from '../issues/place.ts'

/** Thrown for front matter that can't be read. Line 1 of its problem is the opening delimiter. */
export class FrontMatterError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}
