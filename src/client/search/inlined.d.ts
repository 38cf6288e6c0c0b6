/** A copy of a module for the file that imports it, so that this needs no other. */
declare module '*?inlined'
