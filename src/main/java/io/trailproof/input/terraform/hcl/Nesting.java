package io.trailproof.input.terraform.hcl;

import java.util.Arrays;

/** The brackets, quotes and interpolations that are open at a place; on the heap, however deep. */
final class Nesting {
  private static final byte QUOTE = '"';
  private static final byte INTERPOLATION = '$';

  private byte[] open = new byte[16];
  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  /** True within the text of a quoted string. */
  boolean isText() {
    return depth > 0 && open[depth - 1] == QUOTE;
  }

  void open(byte bracket) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = bracket;
  }

  void openInterpolation() {
    open(INTERPOLATION);
  }

  void closeText() {
    depth--;
  }

  /** Closes the innermost bracket that this one fits, and what is open within; false if none. */
  boolean close(byte bracket) {
    for (int i = depth - 1; i >= 0; i--) {
      if (fits(open[i], bracket)) {
        depth = i;
        return true;
      }
    }
    return false;
  }

  private static boolean fits(byte opened, byte closing) {
    return switch (closing) {
      case ')' -> opened == '(';
      case ']' -> opened == '[';
      default -> opened == '{' || opened == INTERPOLATION;
    };
  }
}
