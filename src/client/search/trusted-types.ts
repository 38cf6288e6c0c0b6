/** What may become HTML or the address of a script: nothing else in a page can, as its security policy demands. */
interface TrustedTypes {
  readonly defaultPolicy: unknown
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string | null>>): unknown
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }

// A feed's page has it before the app.
if (trustedTypes?.defaultPolicy === null) {
  // The only HTML that code may set is a story's body, which the build has sanitised, and the only workers are the site's own.
  trustedTypes.createPolicy('default', {
    createHTML: (html) => (/<(script|iframe|object|embed|form|base|link|meta|style|svg)\b/i.test(html.replace(/="[^"]*"/g, '')) ? null : html),
    createScriptURL: (url) => (new URL(url, location.href).origin === origin ? url : null),
  })
}
