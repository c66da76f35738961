/** Bytes to located trees and located streams: the only readers of JSON and YAML. */
@NullMarked
package io.trailproof.document;

import org.jspecify.annotations.NullMarked;
