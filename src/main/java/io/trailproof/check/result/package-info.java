/**
 * What came of a check, as reports read it: a {@link io.trailproof.check.result.CheckResult} holds
 * deployments, these hold a result for each rule, with a proof for each event and the findings.
 */
@NullMarked
package io.trailproof.check.result;

import org.jspecify.annotations.NullMarked;
