package io.trailproof.aws.filterpattern.text;

import java.util.Arrays;

/** A set of positions in a {@link Program}, as bits; a step moves all of them at once. */
final class Positions {
  final long[] words;

  Positions(int size) {
    this(new long[(size + Long.SIZE - 1) / Long.SIZE]);
  }

  private Positions(long[] words) {
    this.words = words;
  }

  Positions copy() {
    return new Positions(words.clone());
  }

  void set(int position) {
    words[position / Long.SIZE] |= 1L << position;
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  boolean meets(Positions other) {
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  void remove(Positions other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= ~other.words[i];
    }
  }

  Positions or(Positions other) {
    Positions both = copy();
    for (int i = 0; i < words.length; i++) {
      both.words[i] |= other.words[i];
    }
    return both;
  }

  /**
   * Adds the positions after those that {@code readable} lets go on, and those that {@code loops}
   * lets stay.
   */
  void addMoved(Positions from, Positions readable, Positions loops) {
    long carry = 0;
    for (int i = 0; i < words.length; i++) {
      long read = from.words[i] & readable.words[i];
      long stay = read & loops.words[i];
      long go = read & ~loops.words[i];
      words[i] |= stay | go << 1 | carry;
      carry = go >>> (Long.SIZE - 1);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions positions && Arrays.equals(words, positions.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /**
   * Positions that may be passed without reading, prepared for following whole runs of them in a
   * few operations.
   */
  static final class Free {
    private static final int DISTANCES = 6;

    /**
     * At [k][i]: from which positions of word i the next 2^k may all be passed, within the word.
     */
    private final long[][] runs;

    Free(Positions passable) {
      runs = new long[DISTANCES][];
      runs[0] = passable.words.clone();
      for (int k = 1; k < DISTANCES; k++) {
        long[] shorter = runs[k - 1];
        runs[k] = new long[shorter.length];
        for (int i = 0; i < shorter.length; i++) {
          runs[k][i] = shorter[i] & shorter[i] >>> (1 << (k - 1));
        }
      }
    }

    /** Adds everything that is reached without reading; always onwards, so one pass is enough. */
    void follow(Positions positions) {
      long[] words = positions.words;
      long carry = 0;
      for (int i = 0; i < words.length; i++) {
        long word = words[i] | carry;
        if (word != 0) {
          for (int k = 0; k < DISTANCES; k++) {
            word |= (word & runs[k][i]) << (1 << k);
          }
        }
        words[i] = word;
        carry = (word & runs[0][i]) >>> (Long.SIZE - 1);
      }
    }
  }
}
