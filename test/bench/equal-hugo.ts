import type { Peer } from './peers.ts'

const HEAD = `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} · Fold</title>
<meta name="description" content="{{ .Params.excerpt }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:site_name" content="Fold"><meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:description" content="{{ .Params.excerpt }}">
{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}
{{ if .IsPage }}<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ range .Params.topics }}<meta property="article:tag" content="{{ . }}">{{ end }}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "description" .Params.excerpt "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00") "url" .Permalink "isBasedOn" .Params.webUrl "keywords" .Params.topics | jsonify | safeJS }}</script>{{ end }}</head>`

const TOPICS = '{{ range .Params.topics }}<a href="{{ "topics" | relURL }}/{{ . | urlize }}/">{{ . }}</a> {{ end }}'

const PROVIDER = '{{ .Date.Format "2006-01-02" }} {{ with .Params.provider }}{{ .name }}{{ end }}'

/** Hugo doing what Newsfold does for a story and a topic: related stories by topics, a sidebar of eight, metadata, an RSS feed for each topic. */
export const EQUAL_HUGO: Peer = {
  name: 'Hugo, equal work',
  packageName: '',
  isNpm: false,
  command: 'hugo',
  // Hugo takes `published: false` for a draft.
  args: ['--buildDrafts', '--quiet'],
  content: 'content/story',
  output: 'public',
  files: {
    'config.toml': `baseURL = "https://example.org/"
title = "Fold"
[taxonomies]
topic = "topics"
[frontmatter]
date = ["publishedDateTime"]
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html", "rss"]
[services.rss]
limit = 20
[related]
threshold = 1
includeNewer = true
[[related.indices]]
name = "topics"
weight = 100
`,
    'layouts/partials/head.html': HEAD,
    'layouts/_default/single.html': `<!doctype html><html lang="en">{{ partial "head.html" . }}<body><main data-pagefind-body><h1>{{ .Title }}</h1><p>${PROVIDER}</p><p>${TOPICS}</p><p>{{ .Params.excerpt }}</p>{{ .Content }}</main><aside><h2>Also covered by</h2>{{ range .Params.related }}<a href="{{ .webUrl }}">{{ .title }}</a>{{ end }}<h2>Related stories</h2>{{ range first 8 (.Site.RegularPages.Related .) }}<article><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>${PROVIDER}</p></article>{{ end }}</aside></body></html>`,
    'layouts/_default/list.html': `<!doctype html><html lang="en">{{ partial "head.html" . }}<body><main><h1>{{ .Title }}</h1>{{ range (.Paginate .Pages 24).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>${PROVIDER}</p><p>{{ .Params.excerpt }}</p><p>${TOPICS}</p></article>{{ end }}{{ template "_internal/pagination.html" . }}</main></body></html>`,
  },
}
