import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { securityHeaders, TRANSPORT_SECURITY } from '../../src/node/app/security-headers.ts'
import { feedFile, feedPath, HASHED_DATA_FOLDERS, siteFiles, topicPath } from '../../src/shared/contract/permalinks.ts'
import { askSocket } from '../support/ask-socket.ts'
import { buildSite, withSite } from '../support/build-site.ts'
import { observatoryScore } from '../support/observatory.ts'
import { seedText } from '../support/seed-text.ts'
import { withSeeds, writeFiles } from '../support/temp-folder.ts'

/** As a response has them. */
const SECURE = Object.fromEntries(Object.entries(securityHeaders('link')).map(([name, value]) => [name.toLowerCase(), value]))

const FOREVER = 'public, max-age=31536000, immutable'

/** A regular expression for the folders whose files are named by a hash of their content. */
function hashedFolders(): string {
  const parentOf = (folder: string) => folder.slice(0, folder.lastIndexOf('/') + 1)
  const parts = [...new Set(HASHED_DATA_FOLDERS.map(parentOf))].map((parent) => {
    const names = HASHED_DATA_FOLDERS.filter((folder) => parentOf(folder) === parent).map((folder) => folder.slice(parent.length))
    return parent === '' ? names.join('|') : `${parent}(?:${names.join('|')})`
  })
  return `assets|data/(?:${parts.join('|')})`
}

it.each([
  ['nginx.conf', `"~^(?:200|206|304) /(?:${hashedFolders()})/"`],
  ['Caddyfile', `path_regexp ^/(?:${hashedFolders()})/ `],
  ['vercel.json', `"source": "/(${hashedFolders()})/(.*)"`],
  ['vercel.json', `"source": "/((?!(?:${hashedFolders()})/).*)"`],
])('docs/hosting/%s tells files that are named by their content from all others: %s', (file, expression) => {
  expect(readFileSync(`docs/hosting/${file}`, 'utf8')).toContain(expression)
})

it('docs/hosting/publish.sh copies the files that are named by their content first', () => {
  const hashed = ['assets', ...HASHED_DATA_FOLDERS.map((folder) => `data/${folder}`)]
  expect(readFileSync('docs/hosting/publish.sh', 'utf8')).toContain(`hashed='/{${hashed.join(',')}}/**'`)
})

it('docs/hosting/publish.sh makes a folder equal to dist/', async ({ skip }) => {
  if (spawnSync('rclone', ['version']).error !== undefined) skip('rclone is not installed.')
  const { site } = await builtSite('/')
  const project = withSeeds({ 'docs/hosting/publish.sh': readFileSync('docs/hosting/publish.sh', 'utf8'), 'live/old.html': 'gone' })
  cpSync(site, join(project, 'dist'), { recursive: true })
  const live = join(project, 'live')
  const { status, stderr } = spawnSync('sh', [join(project, 'docs/hosting/publish.sh'), live], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  expect(filesOf(live)).toEqual(filesOf(site))
})

it.each(['nginx.conf', 'Caddyfile', 'vercel.json'])('docs/hosting/%s has every security header, word for word', (file) => {
  const text = readFileSync(`docs/hosting/${file}`, 'utf8')
  for (const [name, value] of Object.entries({ ...securityHeaders('link'), 'Strict-Transport-Security': TRANSPORT_SECURITY })) {
    expect(text).toContain(file === 'vercel.json' ? `"key": "${name}",\n          "value": "${value}"` : `${name} "${value}"`)
  }
})

/** A web server whose configuration `docs/hosting/` holds. */
interface WebServer {
  readonly command: string
  readonly versionFlag: string
  readonly file: string
  /** The documented configuration, made to serve the folder `root` over the socket file `socket`. */
  readonly toConfig: (documented: string, root: string, socket: string) => string
  /** Arguments of the command; `folder` is an empty one for its own files. */
  readonly args: (config: string, folder: string) => readonly string[]
}

const SERVERS: readonly WebServer[] = [
  {
    command: 'nginx',
    versionFlag: '-v',
    file: 'docs/hosting/nginx.conf',
    toConfig: (documented, root, socket) => `
      daemon off; master_process off; pid nginx.pid; error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        ${documented.replace('listen 80;', `listen unix:${socket};`).replace('root /srv/newsfold;', `root ${root};`)}
      }`,
    args: (config, folder) => ['-e', 'stderr', '-p', folder, '-c', config],
  },
  {
    command: 'caddy',
    versionFlag: 'version',
    file: 'docs/hosting/Caddyfile',
    toConfig: (documented, root, socket) =>
      `{\n\tadmin off\n}\n${documented.replace('news.example {', `http:// {\n\tbind unix/${socket}`).replace('root * /srv/newsfold', `root * ${root}`)}`,
    args: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
  },
]

describe.each(SERVERS)('$file', ({ command, versionFlag, file, toConfig, args }) => {
  const isInstalled = spawnSync(command, [versionFlag]).error === undefined

  it.for(['/', '/news/'])('serves a site at %s with the right headers', async (base, { skip }) => {
    if (!isInstalled) skip(`${command} is not installed.`)
    const { root, site } = await builtSite(base)
    const folder = withSeeds({})
    const [socket, config] = [join(folder, 'socket'), join(folder, 'config')]
    writeFileSync(config, toConfig(base === '/' ? readFileSync(file, 'utf8') : underPath(file), root, socket))
    const server = spawn(command, args(config, folder), { env: { ...process.env, HOME: folder } })
    onTestFinished(() => void server.kill())
    const get = (path: string) => askSocket(socket, base + path)
    let said = ''
    server.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const hasEnded = new Promise((_, reject) => server.on('exit', () => reject(new Error(said))))
    await Promise.race([hasEnded, vi.waitFor(() => get(''), { timeout: 120_000 })])

    const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...SECURE }
    const { headers } = await get('')
    // nginx serves HTTPS only once a certificate is set up, and then this header.
    expect(observatoryScore({ ...headers, 'strict-transport-security': TRANSPORT_SECURITY }, readFileSync(join(site, 'index.html'), 'utf8'))).toBeGreaterThanOrEqual(100)
    expect(await get('')).toMatchObject({ status: 200, headers: page, body: readFileSync(join(site, 'index.html'), 'utf8') })
    expect((await get('data/catalog.json')).headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-cache' })

    const hashed = ['assets', ...HASHED_DATA_FOLDERS.map((name) => `data/${name}`)].filter((name) => existsSync(join(site, name)))
    expect(hashed.length).toBeGreaterThan(3)
    for (const name of hashed) {
      const [first = ''] = readdirSync(join(site, name))
      expect((await get(`${name}/${first}`)).headers, name).toMatchObject({ 'cache-control': FOREVER, ...SECURE })
      expect(await get(`${name}/gone.json`), name).toMatchObject({ status: 404, headers: { 'cache-control': 'no-cache', ...SECURE } })
    }

    for (const page of [feedPath, topicPath('robotics')]) {
      const typeOf = async (format: 'rss' | 'atom' | 'json') => (await get(feedFile(format, page))).headers['content-type']
      expect(await typeOf('rss')).toMatch(/^application\/rss\+xml/)
      expect(await typeOf('atom')).toMatch(/^application\/atom\+xml/)
      expect(await typeOf('json')).toMatch(/^application\/feed\+json/)
    }
    expect((await get(siteFiles.manifest)).headers['content-type']).toBe('application/manifest+json')

    const notFound = { status: 404, headers: { ...page }, body: readFileSync(join(site, '404.html'), 'utf8') }
    for (const path of ['nothing-here', 'story/gone/', 'data/', siteFiles.headers]) expect(await get(path), path).toMatchObject(notFound)
    expect((await get('topic/robotics')).headers.location).toMatch(/(?:^|\/)robotics\/$/)
  })
})

/** A configuration after the command by which docs/hosting.md moves a site under `/news/`. */
function underPath(file: string): string {
  const [, expression = ''] = new RegExp(`sed '(.*)' ${file}\n`).exec(readFileSync('docs/hosting.md', 'utf8')) ?? []
  return spawnSync('sed', [expression, file], { encoding: 'utf8' }).stdout
}

/** A small site built for the path `base`; `root` is the folder of the whole host. */
async function builtSite(base: string): Promise<{ readonly root: string; readonly site: string }> {
  const project = withSite({ 'one.md': seedText({ title: 'A library lends out robots', publishedDateTime: '2020-05-20', webUrl: 'https://a.example/1', topics: ['Robotics'] }) })
  const { error, dist: site } = await buildSite(project, { siteUrl: `https://news.example${base}`, cards: 'off' }, { build: { outDir: `host${base}` } })
  expect(error).toBeNull()
  // The minimal page has no scripts of its own.
  writeFiles(site, { 'assets/app-1a2b3c4d.js': 'let app = 1' })
  return { root: join(project, 'host'), site }
}
