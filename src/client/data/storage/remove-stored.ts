/** Deletes a value that `store` has stored on this device. */
export function removeStored(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where storage is refused, nothing is stored.
  }
}
