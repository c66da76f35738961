package io.trailproof.rule.control;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of {@code rules/controls}: the controls of a framework and the rules that serve them.
 *
 * @param served by the id of the rule, whether there is such a rule or not
 * @param frameworks the one that the file is about, or those of which it knows arguable things only
 */
public record ControlFile(Map<String, List<Control>> served, List<Framework> frameworks) {
  /** The id of all that is said of such a file. */
  static final String ID = "invalid-controls";

  private static final String CONTROLS = "controls";

  private static final Set<String> KEYS =
      Set.of("framework", "aliases", "sources", CONTROLS, "arguable");
  private static final Set<String> ROW =
      Set.of("version", "id", "rule", "relation", "certainty", "source", "note");
  private static final Set<String> OWN =
      Set.of("framework", "version", "id", "relation", "certainty", "source");
  private static final Set<String> ARGUABLE =
      Set.of("framework", "version", "controls", "rules", "reason");

  public ControlFile {
    served = Collections.unmodifiableMap(new LinkedHashMap<>(served));
    frameworks = List.copyOf(frameworks);
  }

  /** Reads a file; what is wrong with it is said at its place. */
  public static Outcome<ControlFile> read(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    MappingReader file = new MappingReader(root, ID, problems);
    file.allow(KEYS);
    String framework = file.text("framework").orElse("");
    Map<String, String> sources = new LinkedHashMap<>();
    file.mapping("sources")
        .ifPresent(
            all -> all.members().forEach(one -> sources.put(one.key(), all.need(one.key()))));
    Map<String, List<Control>> served = new LinkedHashMap<>();
    for (MappingReader row : file.mappings(CONTROLS)) {
      row.allow(ROW);
      served
          .computeIfAbsent(row.need("rule"), any -> new ArrayList<>())
          .add(
              new Control(
                  framework,
                  row.text("version").orElse(""),
                  row.text("id").orElse(""),
                  relation(row, row.need("relation")),
                  certainty(row, row.need("certainty")),
                  sources(row.texts("source"), sources),
                  row.text("note").orElse("")));
    }
    Map<String, List<Framework.Arguable>> arguable = new LinkedHashMap<>();
    if (!framework.isEmpty()) {
      arguable.put(framework, new ArrayList<>());
    }
    for (MappingReader row : file.mappings("arguable")) {
      row.allow(ARGUABLE);
      String name = row.text("framework").orElse(framework);
      if (name.isEmpty()) {
        row.problem(ControlError.NO_FRAMEWORK, row.span());
      }
      arguable
          .computeIfAbsent(name, any -> new ArrayList<>())
          .add(
              new Framework.Arguable(
                  row.text("version").orElse(""),
                  row.texts("controls"),
                  row.texts("rules"),
                  row.need("reason")));
    }
    List<Framework> frameworks = new ArrayList<>();
    arguable.forEach(
        (name, some) ->
            frameworks.add(
                new Framework(
                    name, name.equals(framework) ? file.texts("aliases") : List.of(), some)));
    return new Outcome<>(new ControlFile(served, frameworks), problems);
  }

  /** A row of the controls of an own rule, which is its user's word: the same, and certain. */
  public static Control ofRule(MappingReader row) {
    row.allow(OWN);
    return new Control(
        row.need("framework"),
        row.need("version"),
        row.need("id"),
        row.text("relation").map(word -> relation(row, word)).orElse(Tie.SAME),
        row.text("certainty").map(word -> certainty(row, word)).orElse(Certainty.CERTAIN),
        row.need("source"),
        "");
  }

  private static Tie relation(MappingReader row, String word) {
    for (Tie tie : Tie.values()) {
      if (tie.word().equals(word)) {
        return tie;
      }
    }
    row.problem(ControlError.RELATION, place(row, "relation"));
    return Tie.SUPPORTS;
  }

  private static Certainty certainty(MappingReader row, String word) {
    for (Certainty certainty : Certainty.values()) {
      if (certainty.word().equals(word)) {
        return certainty;
      }
    }
    row.problem(ControlError.CERTAINTY, place(row, "certainty"));
    return Certainty.LIKELY;
  }

  private static Span place(MappingReader row, String key) {
    return row.get(key).map(Node::span).orElse(row.span());
  }

  /** Where a source begins with a short name of the file, that is written out. */
  private static String sources(List<String> words, Map<String, String> known) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      int end = word.indexOf(' ');
      String first = end < 0 ? word : word.substring(0, end);
      all.add(
          Optional.ofNullable(known.get(first))
              .map(full -> full + word.substring(first.length()))
              .orElse(word));
    }
    return String.join("; ", all);
  }
}
