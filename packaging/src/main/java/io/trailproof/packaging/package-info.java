/** Packs a released jar for those who install it: archives, packages, an image, definitions. */
package io.trailproof.packaging;
