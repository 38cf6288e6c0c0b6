/** Puts a text on the clipboard, even one still being made. Rejects where the browser refuses, and where the text does. */
export async function copyText(text: Promise<string>): Promise<void> {
  // Safari forgets the click while it waits, unless it is told at once what will come.
  if ('ClipboardItem' in globalThis && 'write' in navigator.clipboard) {
    const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  } else await navigator.clipboard.writeText(await text)
}
