/** What surrounds the code: launcher, hooks, build and documents, tested as users meet them. */
@NullMarked
package io.trailproof.repository;

import org.jspecify.annotations.NullMarked;
