/**
 * Fuzzing: seeded changes of everything that is read, and what must hold whatever comes of them.
 * CONTRIBUTING.md says how it is run.
 */
@NullMarked
package io.trailproof.fuzz;

import org.jspecify.annotations.NullMarked;
