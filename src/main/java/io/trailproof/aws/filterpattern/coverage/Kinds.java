package io.trailproof.aws.filterpattern.coverage;

/** The kinds of value without anything to compare, as bits; strings and numbers are kept apart. */
final class Kinds {
  static final int ABSENT = 1;
  static final int NULL = 2;
  static final int TRUE = 4;
  static final int FALSE = 8;
  static final int OBJECT = 16;

  /** An array that does not directly hold a null. */
  static final int ARRAY = 32;

  /** An array that directly holds a null, which {@code IS NULL} finds (§2.2). */
  static final int NULL_ARRAY = 64;

  static final int ARRAYS = ARRAY | NULL_ARRAY;
  static final int CONTAINERS = OBJECT | ARRAYS;
  static final int ALL = 127;

  private Kinds() {}
}
