/**
 * What finds the resources of a graph by their values without asking each of them. {@link
 * io.trailproof.graph.index.ResourceIndex} is what others ask; it keeps, for what was asked,
 * indexes by name, by reference and by property.
 */
@NullMarked
package io.trailproof.graph.index;

import org.jspecify.annotations.NullMarked;
