// First of all: the layers' order is that of their first mention.
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { App } from './app.tsx'
import { listenForSeeds } from './data/dev-updates.ts'
import { keepForOffline } from './data/keep-for-offline.ts'
import { createQueryClient } from './data/query-client.ts'

const client = createQueryClient()
listenForSeeds(client)
if (import.meta.env['NEWSFOLD_OFFLINE'] === 'on') keepForOffline(client)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <BrowserRouter basename={import.meta.env.BASE_URL}>
      <App client={client} />
    </BrowserRouter>
  </StrictMode>,
)
