/**
 * Results that a run wrote in JSON, read again so that every report can be made of them: what they
 * say is a stranger's, so it is held against itself, and nothing that it names is opened.
 */
@NullMarked
package io.trailproof.report.told;

import org.jspecify.annotations.NullMarked;
