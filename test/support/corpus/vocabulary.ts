/** What made-up news is made of. */

export const ROOT_TOPIC = 'AI'

/** Most used first. */
export const TOPICS = [
  'Machine Learning', 'AI Business', 'AI Hardware', 'Robotics', 'Healthcare', 'Autonomous Cars', 'Privacy', 'Computer Vision',
  'Natural Language Processing', 'AI Ethics', 'Cloud', 'Cybersecurity', 'Education', 'Finance', 'Big Data', 'Chatbots',
  'Deep Learning', 'Law & Policy', 'Smart Homes', 'Climate', 'Agriculture', 'Games', 'Quantum Computing', 'Retail',
  'Space', 'Energy', 'Art & Music', '5G', 'Drones', 'Face Recognition', 'C++', 'C#',
  'Öffentlicher Verkehr', '人工知能', 'الذكاء الاصطناعي', 'Робототехника', 'Mental Health', 'Supply Chains', 'Open Source', '🤖',
] as const

export const PROVIDERS: readonly { readonly names: readonly string[]; readonly domain: string }[] = [
  { names: ['The Daily Ledger'], domain: 'dailyledger.example' },
  { names: ['Circuit', 'CIRCUIT', 'Circuit Home Page - All Rights Reserved'], domain: 'circuit.example' },
  { names: ['Nordic Tech Review'], domain: 'nordictech.example' },
  { names: ['Harbour Post'], domain: 'harbourpost.example' },
  { names: ['Analytics Weekly', 'analyticsweekly'], domain: 'analyticsweekly.example' },
  { names: ['Robot Report'], domain: 'robotreport.example' },
  { names: ['The Evening Standard-Bearer'], domain: 'eveningbearer.example' },
  { names: ['BioWire'], domain: 'biowire.example' },
  { names: ['朝の技術'], domain: 'asanogijutsu.example' },
  { names: ['أخبار التقنية'], domain: 'akhbar-tech.example' },
  { names: ['Policy Desk'], domain: 'policydesk.example' },
  { names: ['Machine Room'], domain: 'machineroom.example' },
  { names: ['Garage Notes'], domain: 'garagenotes.example' },
  { names: ['Ledger & Light'], domain: 'ledgerlight.example' },
]

export const COMPANIES = ['Northwind', 'Helia Robotics', 'Cobalt Systems', 'Lumen Labs', 'Asterion', 'Fathom AI', 'Greyfield Motors', 'Quillon', 'Meridian Health', 'Octave'] as const
export const SCHOOLS = ['the University of Turku', 'ETH Zurich', 'Kyoto University', 'MIT', 'the University of Cape Town', 'TU Delft', 'Carnegie Mellon', 'the University of São Paulo'] as const
export const THINGS = ['a chip the size of a fingernail', 'a robot that folds laundry', 'a model that reads X-rays', 'a supercomputer for weather', 'an open speech data set', 'a camera that sees around corners', 'a translator for 40 languages', 'a battery that learns', 'a tutor for mathematics', 'a drone for small farms'] as const
export const PLACES = ['hospitals', 'schools', 'warehouses', 'city buses', 'courtrooms', 'orchards', 'call centres', 'museums', 'power grids', 'shipping ports'] as const
export const PEOPLE = ['Regulators', 'Doctors', 'Teachers', 'Farmers', 'Artists', 'Investors', 'Engineers', 'Nurses', 'Lawyers', 'Librarians'] as const
export const DOINGS = ['ask how machines decide', 'test self-driving shuttles in the snow', 'want a say in how models are trained', 'turn to robots for the night shift', 'find bias in a hiring tool', 'warn of a shortage of chips', 'publish rules for face recognition', 'share data to predict floods'] as const

/** Titles that no template makes. */
export const ODD_TITLES = [
  'Why?',
  'Robots | The week in pictures | “What we saw” — and what we didn’t',
  '人工知能が天気予報を変える：気象庁の新しい取り組み',
  'الذكاء الاصطناعي يدخل غرف الطوارئ في المستشفيات الكبرى',
  'Нейросеть научилась читать рукописи XVII века',
  '🤖 meets 👩‍🌾: a harvest in emoji',
  'He said \\"learn\\" and it learned: an interview',
  'The long road from a laboratory bench in a basement to the operating theatre, told by the surgeons, engineers, patients and one very patient robot who walked it together over eleven years, four funding crises and a flood',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft führt künstliche Intelligenz ein',
  'Is <b>bold</b> text in a headline & an ampersand safe?',
] as const
