import { use, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import { LibraryContext, type LibraryParts } from '../contexts/library.ts'
import styles from './library-part.module.css'

/** A part with its own properties. */
type Props = { [Name in keyof LibraryParts]: { readonly part: Name } & ComponentProps<LibraryParts[Name]> }[keyof LibraryParts]

/** Reserves space for a part of the library until that is loaded. */
export function LibraryPart({ part, ...props }: Props): ReactNode {
  const Part = use(LibraryContext)?.[part] as ComponentType<typeof props> | undefined
  // The tools of a feed are blocks.
  const Element = part === 'FeedTools' ? 'div' : 'span'
  return (
    <Element className={styles[part]} data-part={part} data-scripted="">
      {Part && <Part {...props} />}
    </Element>
  )
}
