import { sharedValue } from '../data/shared-value.ts'

/** The dialog of the library that is open; null for none. One whose code is still loading opens once it is loaded. */
export const openDialog = sharedValue<'shortcuts' | null>(null)
