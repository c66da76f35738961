/** What runs when trailproof is built: snapshots and classifications become one packed resource. */
@NullMarked
package io.trailproof.build;

import org.jspecify.annotations.NullMarked;
