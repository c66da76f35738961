package io.trailproof.aws.filterpattern.text;

import io.trailproof.aws.filterpattern.text.Program.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton for a {@link Program}, built state by state as it is walked. Every code
 * point costs at most one pass over the program's positions, 64 at a time, so a walk is linear in
 * its input whatever the pattern.
 */
final class Automaton {
  /** No continuation leads to acceptance. */
  static final int DEAD = 0;

  /** Every continuation is accepted. */
  static final int MATCHED = 1;

  static final int INITIAL = 2;

  private static final int UNKNOWN = -1;

  private final List<@Nullable Element> elements = new ArrayList<>();
  private final Positions starts;
  private final Positions accepts;
  private final Positions loops;
  private final Positions startAnchors;
  private final Positions.Free withinText;
  private final Positions.Free atStart;
  private final Positions.Free atEnd;
  private final Positions.Free atBothEnds;
  private final int[] bounds;
  private final @Nullable Positions[] readable;
  private final List<Positions> states = new ArrayList<>();
  private final List<int[]> moves = new ArrayList<>();
  private boolean[] acceptedAtEnd = new boolean[16];
  private final Map<Positions, Integer> known = new HashMap<>();

  Automaton(Program program) {
    TreeSet<Integer> flips = new TreeSet<>();
    List<Integer> begins = new ArrayList<>();
    for (List<Element> alternative : program.alternatives()) {
      begins.add(elements.size());
      for (Element element : alternative) {
        elements.add(element);
        for (int flip : element.set().flips()) {
          flips.add(flip);
        }
      }
      elements.add(null);
    }
    bounds = flips.stream().mapToInt(Integer::intValue).toArray();
    readable = new Positions[bounds.length + 1];
    int size = elements.size();
    starts = new Positions(size);
    begins.forEach(starts::set);
    accepts = new Positions(size);
    for (int i = 0; i < size; i++) {
      if (elements.get(i) == null) {
        accepts.set(i);
      }
    }
    loops = of(Element.Kind.LOOP);
    startAnchors = of(Element.Kind.START);
    Positions free = loops.or(of(Element.Kind.OPTIONAL));
    Positions endAnchors = of(Element.Kind.END);
    withinText = new Positions.Free(free);
    atStart = new Positions.Free(free.or(startAnchors));
    atEnd = new Positions.Free(free.or(endAnchors));
    atBothEnds = new Positions.Free(free.or(startAnchors).or(endAnchors));
    reset();
  }

  private Positions of(Element.Kind kind) {
    Positions positions = new Positions(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      if (element != null && element.kind() == kind) {
        positions.set(i);
      }
    }
    return positions;
  }

  /** Sorted points between which all code points move alike. */
  int[] bounds() {
    return bounds;
  }

  /** The work that building the states so far has taken, in about the time of one walking step. */
  long cost() {
    return states.size() * (2L + elements.size() / 32);
  }

  boolean acceptsAt(int state) {
    return acceptedAtEnd[state];
  }

  int step(int state, int codePoint) {
    if (state <= MATCHED) {
      return state;
    }
    int at = Arrays.binarySearch(bounds, codePoint);
    int move = at >= 0 ? at + 1 : -at - 1;
    int target = moves.get(state)[move];
    if (target == UNKNOWN) {
      target = target(states.get(state), move, codePoint);
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
      if (states.size() > limit) {
        Positions current = states.get(state);
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
    add(new Positions(elements.size()), false);
    add(new Positions(elements.size()), true);
    Positions initial = starts.copy();
    Positions ended = starts.copy();
    atStart.follow(initial);
    atBothEnds.follow(ended);
    initial.remove(startAnchors);
    add(initial, ended.meets(accepts));
    if (initial.meets(accepts)) {
      Arrays.fill(moves.get(INITIAL), MATCHED);
    }
  }

  private int add(Positions state, boolean accepted) {
    int id = states.size();
    states.add(state);
    int[] targets = new int[bounds.length + 1];
    Arrays.fill(targets, UNKNOWN);
    moves.add(targets);
    if (id == acceptedAtEnd.length) {
      acceptedAtEnd = Arrays.copyOf(acceptedAtEnd, 2 * id);
    }
    acceptedAtEnd[id] = accepted;
    return id;
  }

  private int target(Positions state, int move, int codePoint) {
    Positions next = starts.copy();
    next.addMoved(state, readable(move, codePoint), loops);
    withinText.follow(next);
    next.remove(startAnchors);
    return intern(next);
  }

  private Positions readable(int move, int codePoint) {
    Positions positions = readable[move];
    if (positions == null) {
      positions = new Positions(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Element element = elements.get(i);
        if (element != null && element.set().contains(codePoint)) {
          positions.set(i);
        }
      }
      readable[move] = positions;
    }
    return positions;
  }

  private int intern(Positions state) {
    if (state.meets(accepts)) {
      return MATCHED;
    }
    if (state.isEmpty()) {
      return DEAD;
    }
    Integer id = known.get(state);
    if (id == null) {
      Positions ended = state.copy();
      atEnd.follow(ended);
      id = add(state, ended.meets(accepts));
      known.put(state, id);
    }
    return id;
  }
}
