package io.trailproof.report.summary;

import io.trailproof.graph.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A place in the picture of a chain: a link, or several in a row that one resource takes.
 *
 * @param title the words users see
 * @param resource what stands here; empty where nothing does, or nothing came so far
 * @param in how many events arrive here for certain
 * @param maybe how many more may, as nobody can tell of an earlier link
 * @param lost how many get away here
 * @param undecided of how many nobody can tell whether they go on
 * @param requirements the ids of what does not hold here, in order
 */
public record Station(
    String title,
    Optional<Resource> resource,
    State state,
    int in,
    int maybe,
    int lost,
    int undecided,
    List<String> requirements) {
  /** What becomes of events here. */
  public enum State {
    HOLDS("holds"),
    BREAKS("breaks"),
    UNKNOWN("unknown"),
    /** It would take them, and none comes. */
    WOULD_HOLD("would hold"),
    /** The path ended before. */
    NOT_REACHED("not reached");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The words users see. */
    public String word() {
      return word;
    }
  }

  public Station {
    requirements = List.copyOf(requirements);
  }

  /** How many events go on for certain. */
  public int out() {
    return in - lost - undecided;
  }

  /** How many more may go on. */
  public int maybeOut() {
    return maybe + undecided;
  }

  /** How many arrive, as a number, a range, or a question mark. */
  public String inWords() {
    return range(in, maybe);
  }

  /** How many go on, likewise. */
  public String outWords() {
    return range(out(), maybeOut());
  }

  /** So many for certain, and so many more that may: a number, a range, or a question mark. */
  public static String range(int certain, int maybe) {
    if (maybe == 0) {
      return Words.number(certain);
    }
    return certain == 0 ? "?" : Words.number(certain) + "–" + Words.number(certain + maybe);
  }

  /** The address of what stands here; empty where nothing does. */
  public String address() {
    return resource.map(Resource::address).orElse("");
  }
}
