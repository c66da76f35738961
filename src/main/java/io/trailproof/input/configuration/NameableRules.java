package io.trailproof.input.configuration;

import io.trailproof.document.MappingReader;
import io.trailproof.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules that a configuration may name.
 *
 * @param rules by their ids, in the order in which they are offered
 * @param matching the ids that a word of a key names: one, or those that a glob is about
 * @param renamed the id that a rule has now, by one that it had
 * @param refusal why a word asks for no rule, be it an id, a glob or a control
 * @param areAll false if rules of its own folders could not be read, so that an id that is not
 *     among these may be that of one of them
 */
public record NameableRules(
    Map<String, Nameable> rules,
    Function<String, List<String>> matching,
    Function<String, Optional<String>> renamed,
    Function<String, Optional<Refusal>> refusal,
    boolean areAll) {
  /** None, and all that there are. */
  public static final NameableRules NONE =
      new NameableRules(
          Map.of(), word -> List.of(), word -> Optional.empty(), word -> Optional.empty(), true);

  public NameableRules {
    rules = new LinkedHashMap<>(rules);
  }

  /** Says of an id that its rule has another one now; the word that counts. */
  String now(String id, MappingReader at, Span span) {
    Optional<String> now = renamed.apply(id);
    now.ifPresent(other -> at.problem(RenamedRule.RENAMED, span, id, other));
    return now.orElse(id);
  }

  /**
   * What can be set of a rule.
   *
   * @param informs true if it only informs
   * @param ways the ways that it has beside the one that its controls ask for
   * @param parameters the names of what its requirements take, by their ids
   */
  public record Nameable(boolean informs, List<String> ways, Map<String, List<String>> parameters) {
    /** Of which nothing can be set. */
    static final Nameable NONE = new Nameable(false, List.of(), Map.of());

    public Nameable {
      ways = List.copyOf(ways);
      parameters = Map.copyOf(parameters);
    }
  }

  /** What is wrong with a word, and what helps. */
  public record Refusal(String message, String help) {}
}
