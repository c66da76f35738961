package io.trailproof.aws.filterpattern.coverage;

import org.jspecify.annotations.Nullable;

/**
 * The strings or numbers inside a set or outside it.
 *
 * @param set null stands for the empty set
 */
record Side<T>(boolean inside, @Nullable T set) {
  static <T> Side<T> none() {
    return new Side<>(true, null);
  }

  static <T> Side<T> all() {
    return new Side<>(false, null);
  }

  Side<T> not() {
    return new Side<>(!inside, set);
  }

  boolean isNone() {
    return set == null && inside;
  }

  boolean isAll() {
    return set == null && !inside;
  }
}
