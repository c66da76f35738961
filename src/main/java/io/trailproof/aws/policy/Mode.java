package io.trailproof.aws.policy;

/** The kinds of policy, which differ in the elements they must and must not have. */
public enum Mode {
  /** A policy of a user, group or role: no principal. */
  IDENTITY,
  /** A policy of a topic, key or queue: principal and resource. */
  RESOURCE,
  /** The trust policy of a role: principal, no resource (F22). */
  TRUST
}
