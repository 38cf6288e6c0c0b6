/** What a headline under a topic talks about. */
export interface Theme {
  readonly topic: string
  /** Things that are made: singular, with their article. */
  readonly things: readonly string[]
  /** Who works or lives with them: plural. */
  readonly people: readonly string[]
  /** Where, to follow “in”. */
  readonly places: readonly string[]
}

/** Nearly every story of the archive carries it. */
export const ROOT_TOPIC = 'AI'

function theme(topic: string, things: string, people: string, places: string): Theme {
  const list = (text: string) => text.split(', ')
  return { topic, things: list(things), people: list(people), places: list(places) }
}

/** Most used first. */
export const THEMES: readonly Theme[] = [
  theme('Machine Learning', 'a model that learns from ten examples, a library for smaller networks, a benchmark that models can’t memorise, a leaner training method, a data set of everyday sounds, a model that knows when it is wrong, a recipe for models that fit on a watch, a museum of failed experiments, a network that forgets on request, a leaderboard for energy use', 'data scientists, statisticians, graduate students', 'research labs, start-ups, weather centres'),
  theme('Robotics', 'a robot that folds laundry, a gripper as gentle as a hand, a four-legged surveyor, a robot that climbs scaffolding, a kitchen robot, a walking frame that steers, a robot skin that feels rain, a pipe-crawling inspector, a robot gardener', 'engineers, warehouse workers, builders', 'warehouses, shipyards, hotel kitchens'),
  theme('AI Hardware', 'a chip that trains on ten watts, a supercomputer for weather, an accelerator made of light, a processor for hearing aids, a memory that computes, a cooling system without fans, a chip designed by chips, a board for hobbyists', 'chip designers, hardware makers, data-centre operators', 'data centres, factories, phones'),
  theme('Healthcare', 'a model that reads X-rays, a stethoscope that listens for itself, a triage assistant, a scan for early dementia, a planner for operating theatres, an app that counts coughs, a pillow that watches sleep, a pharmacist’s second pair of eyes', 'doctors, nurses, patients', 'hospitals, rural clinics, emergency rooms'),
  theme('Autonomous Cars', 'a self-driving shuttle, a lidar for fog, a simulator for bad weather, a truck that parks itself, a taxi without a wheel, a map that repairs itself, a night bus without a driver', 'drivers, cyclists, insurers', 'city centres, mining towns, snow'),
  theme('Privacy', 'a keyboard that forgets, a phone that learns without sharing, a map of who buys our data, a consent form people can read, a camera that blurs strangers, a browser for the cautious', 'privacy advocates, regulators, users', 'schools, apartment blocks, airports'),
  theme('AI Business', 'a forecasting service for small shops, an assistant for accountants, a marketplace for models, a planner for spare parts, a price for data, a helper for tax season', 'investors, managers, founders', 'banks, family firms, call centres'),
  theme('Natural Language Processing', 'a translator for forty languages, a summariser for court files, an open speech data set, a spelling checker for Sámi', 'linguists, translators, editors', 'newsrooms, parliaments, libraries'),
  theme('Computer Vision', 'a camera that sees around corners, an app that names wild flowers, a scanner for old film, a tool that spots forged paintings', 'photographers, botanists, curators', 'museums, orchards, film archives'),
  theme('AI Ethics', 'a checklist for fair algorithms, a public register of algorithms, an audit of hiring tools, a label for automated decisions', 'ethicists, lawmakers, campaigners', 'town halls, courtrooms, job centres'),
  theme('Cybersecurity', 'a filter for forged voices, a lock against model theft, an alarm for strange log-ins, a hunt for poisoned data', 'security teams, hospitals, auditors', 'power stations, ministries, small firms'),
  theme('Education', 'a tutor for mathematics, a course on algorithms for everyone, a reading coach, a robot kit for village schools', 'teachers, parents, students', 'primary schools, evening classes, universities'),
  theme('Cloud', 'a cheaper way to rent processors, a data centre under the sea, a service that tunes databases, a switch that follows the wind', 'administrators, developers, cloud customers', 'server halls, start-ups, public offices'),
  theme('Finance', 'an early warning for fraud, a credit score people can question, an auditor that never sleeps, a model for crop insurance', 'bankers, auditors, borrowers', 'trading rooms, savings banks, tax offices'),
  theme('Climate', 'a flood forecast for every street, a map of melting glaciers, a model of the monsoon, a sensor for city heat', 'climate scientists, mayors, forecasters', 'coastal towns, the Alps, river deltas'),
  theme('Agriculture', 'a weeding robot, a drone for small farms, a camera that counts apples, a collar that reads cows', 'farmers, fruit growers, shepherds', 'orchards, vineyards, greenhouses'),
  theme('Deep Learning', 'a network that explains itself, a ten-times smaller network, a teacher for student networks, a memory for networks', 'researchers, reviewers, programmers', 'observatories, physics labs, reading groups'),
  theme('Chatbots', 'a chatbot that says “I don’t know”, a voice for train stations, an assistant for job seekers, a hotline that listens', 'commuters, customers, call-centre staff', 'train stations, insurance firms, town halls'),
  theme('Energy', 'a battery that learns, a smarter thermostat for old houses, a planner for wind farms, an electricity grid that heals itself', 'grid operators, tenants, utilities', 'power grids, wind farms, old town houses'),
  theme('Space', 'a probe that chooses its own targets, a hunt for new comets, a robot arm for satellites, a map of space debris', 'astronomers, mission planners, amateurs', 'observatories, orbit, control rooms'),
  theme('Games', 'a bot that plays Go badly on purpose, an opponent that adapts, a level designer, a referee for e-sports', 'players, game designers, speedrunners', 'arcades, studios, tournaments'),
  theme('Art & Music', 'a duet partner for pianists, a brush that paints with algorithms, an archive of lost songs, a composer for silent films', 'artists, musicians, curators', 'concert halls, galleries, art schools'),
  theme('Retail', 'a shop without tills, a mirror that suggests shoes, a bakery planner, a returns forecast', 'shopkeepers, bakers, shoppers', 'corner shops, bakeries, shopping streets'),
  theme('Law & Policy', 'a bill on face recognition, a charter for algorithms, a right to an explanation, a sandbox for new rules', 'lawyers, judges, lawmakers', 'Brussels, courtrooms, city councils'),
  theme('Drones', 'a drone that finds lost hikers, a swarm that inspects bridges, a courier for blood samples, a quieter rotor', 'rescuers, inspectors, pilots', 'the mountains, harbours, forests'),
  theme('5G', 'a network for harbour cranes, a millisecond surgery link, an antenna that aims itself, a test field for villages', 'operators, surgeons, villagers', 'harbours, factories, villages'),
  theme('Quantum Computing', 'a quantum chip at room temperature, a compiler for qubits, a quantum random number service, a test for quantum advantage', 'physicists, chemists, cryptographers', 'basements, chemistry labs, the cloud'),
  theme('Supply Chains', 'a forecast for empty shelves, a port that schedules itself, a tracker for vaccines, a planner for lorries', 'dispatchers, pharmacists, dockers', 'ports, cold stores, supermarkets'),
]

/** Rarer topics without words of their own: other scripts, signs and length. */
export const RARE_TOPICS = [
  'Open Source', 'Mental Health', 'Face Recognition', 'C++', 'C#', '人工知能', 'الذكاء الاصطناعي', 'Робототехника',
  'Öffentlicher Verkehr', '🤖 Companions', 'Explainable and Accountable Decision-Making in Public Administration', 'Edge',
] as const

/** Before a topic's name, these make more topics. */
export const QUALIFIERS = [
  'Applied', 'Edge', 'Federated', 'Industrial', 'Public', 'Open', 'Affordable', 'Nordic', 'Experimental', 'Urban', 'Rural', 'Future',
  'Collaborative', 'Low-Power', 'Personal', 'Civic', 'Maritime', 'Alpine', 'Embedded', 'Responsible', 'Real-Time', 'Academic', 'Small-Scale', 'Everyday',
] as const
