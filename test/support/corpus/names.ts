import type { Random } from './random.ts'

/** Made-up names; nobody real is said to have done anything. */
export const COMPANIES = [
  'Helia Robotics', 'Cobaltic', 'Fathom Works', 'Greyfield Motors', 'Quillon', 'Orrery Systems', 'Tessellate', 'Brightwater', 'Norrland Compute', 'Saltmarsh',
  'Vantry', 'Lodestar Health', 'Pinecroft', 'Umbra Cloud', 'Keel & Anchor', 'Tidewise', 'Halcyon Semiconductor', 'Marrow Labs', 'Oxbow', 'Perigee',
  'Thistle Software', 'Copperline', 'Wayfare', 'Juniper Lane', 'Sable Networks', 'Ostrava Dynamics', 'Kitewing', 'Mossbank', 'Larkspur AI', 'Northmoor',
] as const

export const PRODUCTS = ['Kestrel 2', 'Lantern', 'Atlas One', 'Wren', 'Compass', 'Harbour 4', 'Pocket Tutor', 'Sextant', 'Mica', 'Bluebell', 'Orbit X', 'Tandem'] as const

export const SCHOOLS = [
  'University of Halden', 'Tarn University', 'Bergen Polytechnic', 'Kyoto Polytechnic', 'Cape Coast Institute', 'Delft College', 'Westbridge University', 'São Carlos Institute',
  'Turku Technical School', 'Lakeside College', 'Trieste School of Physics', 'Otago Polytechnic',
] as const

export const CITIES = [
  'Oslo', 'Lisbon', 'Nairobi', 'Kyoto', 'Bergen', 'Antwerp', 'Montreal', 'Tallinn', 'Seoul', 'Graz', 'Porto', 'Accra', 'Lyon', 'Pittsburgh', 'Gdansk', 'Leeds',
  'Bogota', 'Turin', 'Hobart', 'Malmo', 'Denver', 'Jaipur', 'Basel', 'Cork', 'Da Nang', 'Tromso', 'Valencia', 'Leipzig', 'Austin', 'Aarhus',
] as const

export interface Provider {
  /** The usual one first, then what crawlers made of it. */
  readonly names: readonly string[]
  readonly domain: string
}

/** Largest first. Its domains are reserved for examples (RFC 2606). */
const PROVIDERS: readonly Provider[] = [
  { names: ['Circuit', 'CIRCUIT', 'Circuit Home Page - All Rights Reserved'], domain: 'circuit.example' },
  { names: ['The Daily Ledger'], domain: 'dailyledger.example' },
  { names: ['Nordic Tech Review'], domain: 'nordictech.example' },
  { names: ['Robot Report', 'robotreport.example'], domain: 'robotreport.example' },
  { names: ['Harbour Post'], domain: 'harbourpost.example' },
  { names: ['Analytics Weekly', 'analyticsweekly', 'Untitled Document'], domain: 'analyticsweekly.example' },
  { names: ['The Evening Standard-Bearer'], domain: 'eveningbearer.example' },
  { names: ['Machine Room'], domain: 'machineroom.example' },
  { names: ['BioWire'], domain: 'biowire.example' },
  { names: ['朝の技術'], domain: 'asanogijutsu.example' },
  { names: ['أخبار التقنية'], domain: 'akhbar-tech.example' },
  { names: ['Технический вестник'], domain: 'techvestnik.example' },
  { names: ['Policy Desk', 'Policy Desk | Policy Desk'], domain: 'policydesk.example' },
  { names: ['Garage Notes'], domain: 'garagenotes.example' },
  { names: ['Ledger & Light'], domain: 'ledgerlight.example' },
  { names: ['IEEE-ish Spectrum of Opinions'], domain: 'blog.opinions.example' },
  { names: ['Morning Compiler'], domain: 'morningcompiler.example' },
  { names: ['Field & Sensor'], domain: 'fieldsensor.example' },
]

const PAPERS = ['Courier', 'Observer', 'Herald', 'Gazette', 'Tribune', 'Dispatch', 'Business Journal', 'Tech Monitor'] as const

/** Providers when nothing else is asked for. */
export const DEFAULT_PROVIDERS = 30

/** The paper whose every picture is its logo. */
export const LOGO_DOMAIN = 'machineroom.example'

/** The provider of a rank; beyond the known ones there are a city's papers, then numbered ones. */
export function providerOf(rank: number): Provider {
  const known = PROVIDERS[rank]
  if (known) return known
  const beyond = rank - PROVIDERS.length
  const city = CITIES[beyond % CITIES.length] ?? 'Oslo'
  const paper = PAPERS[Math.floor(beyond / CITIES.length) % PAPERS.length] ?? 'Courier'
  const edition = Math.floor(beyond / CITIES.length / PAPERS.length)
  const name = `${city} ${paper}${edition > 0 ? ` ${edition + 1}` : ''}`
  return { names: [name], domain: `${name.toLowerCase().replaceAll(' ', '')}.example` }
}

/** A provider by chance, large ones more often; an English one where `isEnglish`. */
export function pickProvider(random: Random, providers: number, isEnglish = false): Provider {
  // Flatter than Zipf: no paper writes a quarter of an archive.
  const provider = providerOf(Math.min(random.below(providers), random.below(providers)))
  return isEnglish && !/^[ -~]+$/.test(provider.names[0] ?? '') ? pickProvider(random, providers, isEnglish) : provider
}
