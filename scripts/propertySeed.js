// Property tests draw the same cases every time, so that a change is what makes them fail. PROPERTY_SEED draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261121) });
