package io.trailproof.aws.filterpattern.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A deterministic automaton for a {@link Program}, built state by state as it is walked. Every code
 * point costs at most one pass over the program, so a walk is linear in its input whatever the
 * pattern.
 */
final class Automaton {
  /** No continuation leads to acceptance. */
  static final int DEAD = 0;

  /** Every continuation is accepted. */
  static final int MATCHED = 1;

  static final int INITIAL = 2;

  private static final int UNKNOWN = -1;

  private final List<Element> elements = new ArrayList<>();
  private final BitSet accepts = new BitSet();
  private final BitSet starts = new BitSet();
  private final int[] bounds;
  private final List<BitSet> states = new ArrayList<>();
  private final List<int[]> moves = new ArrayList<>();
  private final BitSet acceptedAtEnd = new BitSet();
  private final Map<BitSet, Integer> known = new HashMap<>();

  Automaton(Program program) {
    TreeSet<Integer> flips = new TreeSet<>();
    for (List<Element> alternative : program.alternatives()) {
      starts.set(elements.size());
      for (Element element : alternative) {
        elements.add(element);
        for (int flip : element.set().flips()) {
          flips.add(flip);
        }
      }
      accepts.set(elements.size());
      elements.add(Element.end());
    }
    bounds = flips.stream().mapToInt(Integer::intValue).toArray();
    reset();
  }

  /** Sorted points between which all code points move alike. */
  int[] bounds() {
    return bounds;
  }

  int size() {
    return states.size();
  }

  boolean acceptsAt(int state) {
    return acceptedAtEnd.get(state);
  }

  int step(int state, int codePoint) {
    if (state <= MATCHED) {
      return state;
    }
    int at = Arrays.binarySearch(bounds, codePoint);
    int move = at >= 0 ? at + 1 : -at - 1;
    int target = moves.get(state)[move];
    if (target == UNKNOWN) {
      target = target(states.get(state), codePoint);
      moves.get(state)[move] = target;
    }
    return target;
  }

  /** True if the program is found in the text; keeps at most {@code limit} states between calls. */
  boolean find(String text, int limit) {
    int state = INITIAL;
    for (int i = 0; i < text.length() && state > MATCHED; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (size() > limit) {
        BitSet current = states.get(state);
        boolean initial = state == INITIAL;
        reset();
        state = initial ? INITIAL : intern(current);
      }
      state = step(state, codePoint);
    }
    return acceptsAt(state);
  }

  private void reset() {
    states.clear();
    moves.clear();
    known.clear();
    acceptedAtEnd.clear();
    add(new BitSet(), false);
    add(new BitSet(), true);
    BitSet initial = closed((BitSet) starts.clone(), true);
    add(initial, initial.intersects(accepts) || endsHere(initial, true));
    if (initial.intersects(accepts)) {
      Arrays.fill(moves.get(INITIAL), MATCHED);
    }
  }

  private int add(BitSet state, boolean accepted) {
    int id = states.size();
    states.add(state);
    int[] targets = new int[bounds.length + 1];
    Arrays.fill(targets, UNKNOWN);
    moves.add(targets);
    acceptedAtEnd.set(id, accepted);
    return id;
  }

  private int target(BitSet state, int codePoint) {
    BitSet next = (BitSet) starts.clone();
    for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
      Element element = elements.get(i);
      if (element.set().contains(codePoint)) {
        next.set(element.kind() == Element.Kind.LOOP ? i : i + 1);
      }
    }
    return intern(closed(next, false));
  }

  private int intern(BitSet state) {
    if (state.intersects(accepts)) {
      return MATCHED;
    }
    if (state.isEmpty()) {
      return DEAD;
    }
    Integer id = known.get(state);
    if (id == null) {
      id = add(state, endsHere(state, false));
      known.put(state, id);
    }
    return id;
  }

  /** Follows what consumes nothing; every such move goes one element on, so one pass is enough. */
  private BitSet closed(BitSet state, boolean atStart) {
    for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
      if (accepts.get(i)) {
        continue;
      }
      Element.Kind kind = elements.get(i).kind();
      if (kind == Element.Kind.OPTIONAL || kind == Element.Kind.LOOP) {
        state.set(i + 1);
      } else if (kind == Element.Kind.START) {
        state.clear(i);
        if (atStart) {
          state.set(i + 1);
        }
      }
    }
    return state;
  }

  private boolean endsHere(BitSet state, boolean atStart) {
    BitSet reached = (BitSet) state.clone();
    for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
      if (accepts.get(i)) {
        return true;
      }
      Element.Kind kind = elements.get(i).kind();
      if (kind != Element.Kind.ONE && (kind != Element.Kind.START || atStart)) {
        reached.set(i + 1);
      }
    }
    return false;
  }
}
