package io.trailproof.sequence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes whatever comes, for a list of it. */
final class Taken<T> implements Predicate<T> {
  private static final int AT_FIRST = 8;

  private @Nullable Object[] elements = new Object[AT_FIRST];
  private int size;
  private boolean hasNull;

  @Override
  public boolean test(T element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
    hasNull |= element == null;
    return true;
  }

  /** The list, which never changes; nulls are all right. */
  @SuppressWarnings("unchecked") // only such were taken
  List<T> list() {
    Object[] all = size == elements.length ? elements : Arrays.copyOf(elements, size);
    return hasNull
        ? (List<T>) Collections.unmodifiableList(Arrays.asList(all))
        : FixedList.holding(all);
  }
}
