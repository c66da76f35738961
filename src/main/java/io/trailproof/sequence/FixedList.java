package io.trailproof.sequence;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list that never changes and holds no null, in one class for every length. Those of the JDK are
 * of two, one of them for up to two elements; wherever both come by, each call has to look for its
 * method among those of their interfaces.
 *
 * <p>Sources do not name it: see {@code io.trailproof.build.plain}.
 *
 * @param <E> the type of the elements
 */
public final class FixedList<E> extends AbstractList<E> implements RandomAccess {
  private static final FixedList<?> EMPTY = new FixedList<>(new Object[0]);

  /** Nobody else has it. */
  private final Object[] elements;

  private FixedList(Object[] elements) {
    this.elements = elements;
  }

  /** One of nothing. */
  @SuppressWarnings("unchecked") // it has no element to be of another type
  public static <E> List<E> of() {
    return (List<E>) EMPTY;
  }

  /** One of one element. */
  public static <E> List<E> of(E one) {
    return holding(one);
  }

  /** One of two elements. */
  public static <E> List<E> of(E one, E two) {
    return holding(one, two);
  }

  /** One of three elements. */
  public static <E> List<E> of(E one, E two, E three) {
    return holding(one, two, three);
  }

  /** One of what an array holds now. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <E> List<E> of(E... all) {
    return holding(Arrays.copyOf(all, all.length, Object[].class));
  }

  /** One of what a collection holds now. */
  @SuppressWarnings("unchecked") // nobody can put anything else into it
  public static <E> List<E> copyOf(Collection<? extends E> all) {
    if (all instanceof FixedList<? extends E> fixed) {
      return (List<E>) fixed;
    }
    return holding(all.toArray());
  }

  /** One of the elements of an array that nobody else has. */
  static <E> List<E> holding(Object... elements) {
    if (elements.length == 0) {
      return of();
    }
    for (Object element : elements) {
      Objects.requireNonNull(element);
    }
    return new FixedList<>(elements);
  }

  /** Hands elements on until there are no more or the taker says no; false if it did. */
  boolean each(Predicate<? super E> taker) {
    for (Object element : elements) {
      if (!taker.test(typed(element))) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // only such are put in
  private E typed(Object element) {
    return (E) element;
  }

  @Override
  public E get(int index) {
    return typed(elements[index]);
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public boolean isEmpty() {
    return elements.length == 0;
  }

  @Override
  public int indexOf(@Nullable Object wanted) {
    for (int i = 0; i < elements.length; i++) {
      if (elements[i].equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean contains(@Nullable Object wanted) {
    return indexOf(wanted) >= 0;
  }

  @Override
  public void forEach(Consumer<? super E> told) {
    for (Object element : elements) {
      told.accept(typed(element));
    }
  }

  @Override
  public Object[] toArray() {
    return elements.clone();
  }

  @Override
  public Iterator<E> iterator() {
    return new Passing<>(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FixedList<?> list
        ? Arrays.equals(elements, list.elements)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  /** One pass through it. */
  private static final class Passing<E> implements Iterator<E> {
    private final FixedList<E> all;
    private int next;

    private Passing(FixedList<E> all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return next < all.elements.length;
    }

    @Override
    public E next() {
      if (next >= all.elements.length) {
        throw new NoSuchElementException();
      }
      return all.typed(all.elements[next++]);
    }
  }
}
