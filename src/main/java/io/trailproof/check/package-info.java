/** Rules against the resource graph: proofs, findings, results. */
@NullMarked
package io.trailproof.check;

import org.jspecify.annotations.NullMarked;
