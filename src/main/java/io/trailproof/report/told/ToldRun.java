package io.trailproof.report.told;

import io.trailproof.check.result.CheckResult;

/**
 * A result as it was read.
 *
 * @param name the result as the user named it
 * @param version of the program that wrote it
 */
public record ToldRun(String name, String version, CheckResult result) {}
