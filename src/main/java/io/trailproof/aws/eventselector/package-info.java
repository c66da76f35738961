/**
 * Decides whether a trail records a management event (F1–F14).
 *
 * <p>{@link EventSelectors} holds the event against the basic or the advanced selectors, {@link
 * TrailReach} against the Regions and global services that the trail covers; each answers with a
 * {@link Recording}.
 */
@NullMarked
package io.trailproof.aws.eventselector;

import org.jspecify.annotations.NullMarked;
