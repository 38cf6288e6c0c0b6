/** Another generator, set up to make the least a reader needs of the seeds: a page a story, lists by topic, a feed. */
export interface Peer {
  readonly name: string
  readonly packageName: string
  readonly isNpm: boolean
  readonly command: string
  readonly args: readonly string[]
  /** Where seeds go and where the site comes out, under its folder. */
  readonly content: string
  readonly output: string
  readonly files: Readonly<Record<string, string>>
}

export const HUGO: Peer = {
  name: 'Hugo',
  packageName: '',
  isNpm: false,
  command: 'hugo',
  // Hugo takes `published: false` for a draft.
  args: ['--buildDrafts', '--quiet'],
  content: 'content/story',
  output: 'public',
  files: {
    'config.toml': 'baseURL = "https://example.org/"\ntitle = "Fold"\n[taxonomies]\ntopic = "topics"\n[frontmatter]\ndate = ["publishedDateTime"]\n',
    'layouts/_default/single.html':
      '<!doctype html><html><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><p>{{ .Params.excerpt }}</p><p>{{ .Date.Format "2006-01-02" }} {{ with .Params.provider }}{{ .name }}{{ end }}</p>{{ range .Params.topics }}<a href="{{ "topics" | relURL }}/{{ . | urlize }}/">{{ . }}</a>{{ end }}{{ .Content }}{{ range .Params.related }}<a href="{{ .webUrl }}">{{ .title }}</a>{{ end }}</body></html>',
    'layouts/_default/list.html':
      '<!doctype html><html><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ range (.Paginate .Pages 24).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.excerpt }}</p></article>{{ end }}{{ template "_internal/pagination.html" . }}</body></html>',
  },
}

export const ELEVENTY: Peer = {
  name: 'Eleventy',
  packageName: '@11ty/eleventy',
  isNpm: true,
  command: 'eleventy',
  args: ['--quiet', '--input=src', '--output=out'],
  content: 'src/story',
  output: 'out',
  files: {
    'package.json': '{"type":"module"}',
    'src/story/story.json': '{"layout":"story.njk","tags":"story","date":"git Created"}',
    'src/story/story.11tydata.js': 'export default { date: "Last Modified", eleventyComputed: { when: (data) => data.publishedDateTime } }',
    'src/_includes/story.njk':
      '<!doctype html><html><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1><p>{{ excerpt }}</p><p>{{ publishedDateTime }} {{ provider.name }}</p>{% for topic in topics %}<a href="/topics/{{ topic | slugify }}/">{{ topic }}</a>{% endfor %}{{ content | safe }}{% for other in related %}<a href="{{ other.webUrl }}">{{ other.title }}</a>{% endfor %}</body></html>',
    'eleventy.config.js':
      'export default function (config) { config.addCollection("byTopic", (api) => { const topics = new Map(); for (const item of api.getFilteredByTag("story")) for (const topic of item.data.topics ?? []) topics.set(topic, [...(topics.get(topic) ?? []).slice(-23), item]); const slugs = new Set(); return [...topics].map(([name, items]) => ({ name, items })).filter(({ name }) => { const slug = config.getFilter("slugify")(name); return slug !== "" && !slugs.has(slug) && slugs.add(slug) }) }) }',
    'src/topic.njk':
      '---\npagination:\n  data: collections.byTopic\n  size: 1\n  alias: topic\npermalink: "/topics/{{ topic.name | slugify }}/"\n---\n<!doctype html><title>{{ topic.name }}</title>{% for item in topic.items %}<article><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2><p>{{ item.data.excerpt }}</p></article>{% endfor %}',
  },
}

export const ASTRO: Peer = {
  name: 'Astro',
  packageName: 'astro',
  isNpm: true,
  command: 'astro',
  args: ['build', '--silent'],
  content: 'content',
  output: 'dist',
  files: {
    'package.json': '{"type":"module"}',
    'astro.config.mjs': 'export default { telemetry: false }',
    'src/content.config.ts':
      'import { defineCollection } from "astro:content"\nimport { glob } from "astro/loaders"\nexport const collections = { story: defineCollection({ loader: glob({ pattern: "*.md", base: "./content" }) }) }',
    'src/pages/story/[id].astro':
      '---\nimport { getCollection, render } from "astro:content"\nexport async function getStaticPaths() { return (await getCollection("story")).map((entry) => ({ params: { id: entry.id }, props: { entry } })) }\nconst { entry } = Astro.props\nconst { Content } = await render(entry)\n---\n<html><head><title>{entry.data.title}</title></head><body><h1>{entry.data.title}</h1><p>{entry.data.excerpt}</p><p>{String(entry.data.publishedDateTime)} {entry.data.provider?.name}</p>{(entry.data.topics ?? []).map((topic) => <a href={`/topics/${topic}/`}>{topic}</a>)}<Content />{(entry.data.related ?? []).map((other) => <a href={other.webUrl}>{other.title}</a>)}</body></html>',
    'src/pages/topics/[topic].astro':
      '---\nimport { getCollection } from "astro:content"\nexport async function getStaticPaths() { const topics = new Map(); for (const entry of await getCollection("story")) for (const topic of entry.data.topics ?? []) topics.set(topic, [...(topics.get(topic) ?? []).slice(-23), entry]); return [...topics].map(([topic, entries]) => ({ params: { topic: topic.replaceAll("/", "-") }, props: { topic, entries } })) }\nconst { topic, entries } = Astro.props\n---\n<html><head><title>{topic}</title></head><body>{entries.map((entry) => <article><h2><a href={`/story/${entry.id}/`}>{entry.data.title}</a></h2><p>{entry.data.excerpt}</p></article>)}</body></html>',
  },
}
