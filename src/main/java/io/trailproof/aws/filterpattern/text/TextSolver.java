package io.trailproof.aws.filterpattern.text;

import io.trailproof.aws.filterpattern.text.TextSet.ExactText;
import io.trailproof.aws.filterpattern.text.TextSet.TextGlob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a string inside some sets and outside others, or shows that there is none. */
public final class TextSolver {
  private static final int MAX_GUESSES = 16;

  private TextSolver() {}

  /**
   * Exact: an empty answer means that no string qualifies. Guesses come first because they are
   * cheap and readable; the product of the automata, walked breadth first, has the last word.
   *
   * @param preferred strings to take if they qualify, best first
   * @throws StepBudget.Spent if the product is larger than the work allowed
   */
  public static Optional<String> solve(
      List<? extends TextSet> inside,
      List<? extends TextSet> outside,
      List<String> preferred,
      StepBudget steps) {
    for (TextSet set : inside) {
      if (set instanceof ExactText exact) {
        return Optional.of(exact.text()).filter(text -> qualifies(text, inside, outside, steps));
      }
      if (outside.contains(set)) {
        return Optional.empty();
      }
    }
    if (outside.stream().anyMatch(set -> set instanceof TextGlob glob && glob.isEverything())) {
      return Optional.empty();
    }
    for (String guess : guesses(inside, preferred)) {
      if (qualifies(guess, inside, outside, steps)) {
        return Optional.of(guess);
      }
    }
    return walk(inside, outside, steps);
  }

  private static boolean qualifies(
      String text,
      List<? extends TextSet> inside,
      List<? extends TextSet> outside,
      StepBudget steps) {
    long cost = 1;
    for (TextSet set : inside) {
      cost += set.costOf(text);
    }
    for (TextSet set : outside) {
      cost += set.costOf(text);
    }
    steps.spend(cost);
    return inside.stream().allMatch(set -> set.contains(text))
        && outside.stream().noneMatch(set -> set.contains(text));
  }

  private static Set<String> guesses(List<? extends TextSet> inside, List<String> preferred) {
    Set<String> guesses = new LinkedHashSet<>(preferred);
    List<TextGlob> globs = new ArrayList<>();
    inside.forEach(
        set -> {
          if (set instanceof TextGlob glob) {
            globs.add(glob);
          }
        });
    if (globs.size() > 1) {
      guesses.add(joined(globs, ""));
      guesses.add(joined(globs, "x"));
    }
    for (TextSet set : inside) {
      if (guesses.size() < MAX_GUESSES) {
        guesses.addAll(set.samples());
      }
    }
    guesses.addAll(List.of("other", "x", "", "0", "Q7"));
    return guesses;
  }

  /** The longest beginning, every middle piece, the longest end. */
  private static String joined(List<TextGlob> globs, String between) {
    String first = "";
    String last = "";
    List<String> parts = new ArrayList<>();
    for (TextGlob glob : globs) {
      List<String> pieces = glob.pieces();
      String head = pieces.get(0);
      String tail = pieces.get(pieces.size() - 1);
      first = head.length() > first.length() ? head : first;
      last = tail.length() > last.length() ? tail : last;
      parts.addAll(pieces.subList(1, pieces.size() - 1));
    }
    parts.add(0, first);
    parts.add(last);
    return String.join(between, parts);
  }

  /** A state of the product, and how it was reached. */
  private static final class Place {
    private final int[] states;
    private final @Nullable Place before;
    private final int codePoint;

    Place(int[] states, @Nullable Place before, int codePoint) {
      this.states = states;
      this.before = before;
      this.codePoint = codePoint;
    }
  }

  /** The states of all automata at once, equal to others by content. */
  private static final class States {
    private final int[] ids;

    States(int[] ids) {
      this.ids = ids;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof States states && Arrays.equals(ids, states.ids);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ids);
    }
  }

  private static Optional<String> walk(
      List<? extends TextSet> inside, List<? extends TextSet> outside, StepBudget steps) {
    List<Automaton> automata = new ArrayList<>();
    inside.forEach(set -> automata.add(new Automaton(set.program())));
    outside.forEach(set -> automata.add(new Automaton(set.program())));
    int[] letters = Alphabet.of(automata);
    steps.spend(letters.length + cost(automata));
    int[] initial = new int[automata.size()];
    Arrays.fill(initial, Automaton.INITIAL);
    Set<States> seen = new HashSet<>();
    ArrayDeque<Place> open = new ArrayDeque<>();
    seen.add(new States(initial));
    open.add(new Place(initial, null, 0));
    long built = cost(automata);
    while (!open.isEmpty()) {
      Place place = open.remove();
      if (accepted(place.states, automata, inside.size())) {
        return Optional.of(spelled(place));
      }
      for (int letter : letters) {
        int[] next = moved(place.states, automata, inside.size(), letter);
        long grown = cost(automata);
        steps.spend(automata.size() + grown - built);
        built = grown;
        if (next != null && seen.add(new States(next))) {
          open.add(new Place(next, place, letter));
        }
      }
    }
    return Optional.empty();
  }

  /** What the states built so far have cost. */
  private static long cost(List<Automaton> automata) {
    long cost = 0;
    for (Automaton automaton : automata) {
      cost += automaton.cost();
    }
    return cost;
  }

  private static int @Nullable [] moved(
      int[] states, List<Automaton> automata, int inside, int letter) {
    int[] next = new int[states.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = automata.get(i).step(states[i], letter);
      if (next[i] == (i < inside ? Automaton.DEAD : Automaton.MATCHED)) {
        return null;
      }
    }
    return next;
  }

  private static boolean accepted(int[] states, List<Automaton> automata, int inside) {
    for (int i = 0; i < states.length; i++) {
      if (automata.get(i).acceptsAt(states[i]) != i < inside) {
        return false;
      }
    }
    return true;
  }

  private static String spelled(Place last) {
    StringBuilder text = new StringBuilder();
    for (Place place = last; place.before != null; place = place.before) {
      text.insert(0, Character.toChars(place.codePoint));
    }
    return text.toString();
  }
}
