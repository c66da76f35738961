package io.trailproof.rule;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The blanks of a chain, {@code {rule:name}} where an argument stands, and the words that a rule
 * puts there: so that rules which hold different texts of one benchmark share its audit.
 */
final class Blanks {
  private static final String OPEN = "{rule:";

  private final Map<String, String> words;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> wanting = new ArrayList<>();
  private final Map<String, Parameter> refused = new LinkedHashMap<>();

  private Blanks(Map<String, String> words) {
    this.words = words;
  }

  /** True if an argument in a chain file is left to the rules. */
  static boolean isOne(String argument) {
    return argument.startsWith(OPEN) && argument.endsWith("}");
  }

  /**
   * A chain with the words below a rule's {@code with} in its blanks. What is asked for and not
   * given, given and not asked for, or no word that the predicate takes, is said to the file's
   * reader.
   */
  static Chain fill(Chain chain, MappingReader file) {
    Optional<MappingReader> with = file.mapping("with");
    Map<String, String> words = new LinkedHashMap<>();
    with.ifPresent(all -> all.members().forEach(one -> words.put(one.key(), all.need(one.key()))));
    Blanks blanks = new Blanks(words);
    Chain filled = chain.filled(blanks);
    for (String name : blanks.wanting) {
      file.problem(RuleError.NO_WORD, file.span(), name);
    }
    for (Node.Member one : with.map(MappingReader::members).orElse(List.of())) {
      Parameter parameter = blanks.refused.get(one.key());
      if (!blanks.asked.contains(one.key())) {
        file.problem(
            RuleError.NO_BLANK
                .at(one.keySpan(), one.key())
                .withHelp(DidYouMean.help(one.key(), blanks.asked)));
      } else if (parameter != null) {
        String word = words.getOrDefault(one.key(), "");
        file.problem(
            RuleError.NOT_A_WORD
                .at(one.value().span(), one.key(), word)
                .withHelp(DidYouMean.help(word, parameter.words())));
      }
    }
    return blanks.asked.isEmpty() ? chain : filled;
  }

  /** Arguments of a predicate; one that may be left out goes where the rule has no word for it. */
  Map<String, String> filled(Map<String, String> arguments, Predicate predicate) {
    Map<String, String> filled = new LinkedHashMap<>(arguments);
    for (Parameter parameter : predicate.parameters()) {
      String argument = arguments.get(parameter.name());
      if (argument == null || !isOne(argument)) {
        continue;
      }
      String name = argument.substring(OPEN.length(), argument.length() - 1);
      asked.add(name);
      String word = words.get(name);
      if (word != null) {
        filled.put(parameter.name(), word);
        if (!parameter.words().isEmpty() && !parameter.words().contains(word)) {
          refused.put(name, parameter);
        }
      } else {
        filled.remove(parameter.name());
        if (parameter.needed()) {
          wanting.add(name);
        }
      }
    }
    return filled;
  }
}
