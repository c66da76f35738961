/**
 * Plain code for what a virtual machine would otherwise spin up at every start: see {@code
 * docs/adr/0011-plain-bytecode.md}.
 */
@NullMarked
package io.trailproof.build.plain;

import org.jspecify.annotations.NullMarked;
