/** Rules and chains that users keep in folders of their own. */
@NullMarked
package io.trailproof.rule.own;

import org.jspecify.annotations.NullMarked;
