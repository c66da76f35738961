/** Decides whether a trail records an event (F1–F14). */
@NullMarked
package io.trailproof.aws.eventselector;

import org.jspecify.annotations.NullMarked;
