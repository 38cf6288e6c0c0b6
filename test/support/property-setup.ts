import fc from 'fast-check'

// Every run tries the same cases: a change must not fail for a case that another run drew.
// PROPERTY_SEED=<number> tries others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20200520) })
