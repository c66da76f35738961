package io.trailproof.aws.alarm;

/**
 * The datapoints around events: of a quiet period, and of periods with one, two and very many
 * events.
 */
record Pulse(Mark idle, Mark one, Mark two, Mark many) {}
