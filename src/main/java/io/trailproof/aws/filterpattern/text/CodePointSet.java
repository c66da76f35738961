package io.trailproof.aws.filterpattern.text;

import java.util.Arrays;

/** An immutable set of Unicode code points, kept as the sorted points at which membership flips. */
public final class CodePointSet {
  static final int LIMIT = Character.MAX_CODE_POINT + 1;
  static final CodePointSet NONE = new CodePointSet(new int[0]);
  static final CodePointSet ALL = range(0, Character.MAX_CODE_POINT);
  static final CodePointSet DIGIT = range('0', '9');
  static final CodePointSet WORD = DIGIT.or(range('A', 'Z')).or(range('a', 'z')).or(of('_'));

  /** Line feed included: recorded, {@code %ERROR\s[0-9]%} crosses lines (filter-patterns §1.5). */
  static final CodePointSet SPACE = range('\t', '\r').or(of(' '));

  /** {@code .} does not match a line feed (filter-patterns §1.5). */
  static final CodePointSet DOT = of('\n').not();

  private final int[] flips;

  private CodePointSet(int[] flips) {
    this.flips = flips;
  }

  static CodePointSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /** Both ends belong to the set. */
  static CodePointSet range(int first, int last) {
    return new CodePointSet(new int[] {first, last + 1});
  }

  boolean contains(int codePoint) {
    int at = Arrays.binarySearch(flips, codePoint);
    int flipsPassed = at >= 0 ? at + 1 : -at - 1;
    return (flipsPassed & 1) == 1;
  }

  CodePointSet not() {
    boolean startsInside = flips.length > 0 && flips[0] == 0;
    boolean endsOpen = flips.length > 0 && flips[flips.length - 1] == LIMIT;
    int[] core = Arrays.copyOfRange(flips, startsInside ? 1 : 0, flips.length - (endsOpen ? 1 : 0));
    int[] flipped = new int[core.length + (startsInside ? 0 : 1) + (endsOpen ? 0 : 1)];
    System.arraycopy(core, 0, flipped, startsInside ? 0 : 1, core.length);
    if (!endsOpen) {
      flipped[flipped.length - 1] = LIMIT;
    }
    return new CodePointSet(flipped);
  }

  CodePointSet or(CodePointSet other) {
    int[] merged = new int[flips.length + other.flips.length];
    int size = 0;
    int left = 0;
    int right = 0;
    boolean inside = false;
    while (left < flips.length || right < other.flips.length) {
      int at =
          Math.min(
              left < flips.length ? flips[left] : LIMIT + 1,
              right < other.flips.length ? other.flips[right] : LIMIT + 1);
      while (left < flips.length && flips[left] == at) {
        left++;
      }
      while (right < other.flips.length && other.flips[right] == at) {
        right++;
      }
      boolean nowInside = (left & 1) == 1 || (right & 1) == 1;
      if (nowInside != inside) {
        merged[size++] = at;
        inside = nowInside;
      }
    }
    return new CodePointSet(Arrays.copyOf(merged, size));
  }

  /** The points at which membership flips; between two neighbours all code points are alike. */
  int[] flips() {
    return flips.clone();
  }
}
