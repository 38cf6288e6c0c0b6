import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { readPort } from './src/node/config/options.ts'
import { newsfold } from './src/node/newsfold.ts'

export default defineConfig({
  plugins: [
    react(),
    newsfold({
      // Each setting also has an environment variable, which wins: NEWSFOLD_SEEDS,
      // NEWSFOLD_SITE_URL, NEWSFOLD_TITLE, NEWSFOLD_LANGUAGE, NEWSFOLD_UNPUBLISHED, NEWSFOLD_INVALID,
      // NEWSFOLD_CARDS, NEWSFOLD_OFFLINE.
      seeds: 'seeds',
      title: 'Newsfold',
      language: 'en',
      // Most of the archive says `published: false`: its own site no longer promotes those stories.
      unpublished: 'show',
      invalid: 'fail',
    }),
  ],
  server: { port: readPort(process.env['PORT'], 5173), strictPort: process.env['PORT'] !== undefined },
  preview: { port: readPort(process.env['PORT'], 4173), strictPort: true },
})
