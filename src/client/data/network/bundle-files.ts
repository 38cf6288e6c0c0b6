import type { BundleVersion, Catalog, MonthCounts, ProviderCount, Story, StorySummary, ThreadPage, TopicCount, TopicPage } from '../../../shared/contract/bundle.ts'
import type { FacetColumn, FacetName, IdColumn, IndexDirectory, PayloadShard, ScoreColumn, ShardIndex, SpellingShard, TermShard, WordPositionShard } from '../../../shared/search/index-format.ts'

/** The content of each kind of file of the bundle. */
export interface BundleFiles {
  readonly version: BundleVersion
  readonly catalog: Catalog
  readonly topics: readonly TopicCount[]
  readonly providers: readonly ProviderCount[]
  readonly months: MonthCounts
  readonly feedPage: readonly StorySummary[]
  readonly topicPage: TopicPage
  readonly stories: readonly Story[]
  readonly thread: ThreadPage
  readonly searchDirectory: IndexDirectory
  readonly searchTerms: TermShard
  readonly searchWordPositions: WordPositionShard
  readonly searchPayloads: PayloadShard
  readonly searchFacetNames: readonly FacetName[]
  readonly searchFacetColumn: FacetColumn
  readonly searchIds: IdColumn
  readonly searchScores: ScoreColumn
  readonly searchShards: ShardIndex
  readonly searchSpellingShard: SpellingShard
}
