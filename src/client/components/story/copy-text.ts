/** Copies a text to the clipboard once it is ready. Rejects when the browser refuses or when `text` rejects. */
export async function copyText(text: Promise<string>): Promise<void> {
  // Safari requires the clipboard item to be created during the click, so it gets a promise.
  if ('ClipboardItem' in globalThis && 'write' in navigator.clipboard) {
    const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  } else await navigator.clipboard.writeText(await text)
}
