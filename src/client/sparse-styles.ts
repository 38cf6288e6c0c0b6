let loading: Promise<unknown> | null = null

/** Loads the styles that a prerendered page does not use and so lacks. Resolves when they apply or can't be loaded. */
export function loadOtherStyles(): Promise<unknown> {
  loading ??= Promise.all(import.meta.env.SSR ? [] : [...document.querySelectorAll<HTMLLinkElement>('link[data-sparse]')].map(enable))
  return loading
}

function enable(sheet: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve) => {
    sheet.onload = sheet.onerror = resolve
    sheet.disabled = false
  })
}
