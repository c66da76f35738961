package io.trailproof.cli;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the command lines that nobody could read otherwise: options by their names, each with what
 * it takes, and words. It is there because nearly all lines are so, and to load and set up a parser
 * for all others takes a good part of a start; what it leaves to that parser, help among it, it
 * does not judge.
 */
final class PlainLine {
  private final Usage usage;
  private final Map<String, Usage.Option> options = new HashMap<>();
  private final Arguments.Draft draft = new Arguments.Draft();

  private PlainLine(Usage usage) {
    this.usage = usage;
    for (Usage.Option option : usage.options()) {
      for (String name : option.names()) {
        options.put(name, option);
      }
    }
  }

  /** What a line gives; empty if another parser is to say, be it that something is wrong. */
  static Optional<Arguments> read(Usage usage, List<String> line) {
    PlainLine reader = new PlainLine(usage);
    Iterator<String> rest = line.iterator();
    while (rest.hasNext()) {
      if (!reader.take(rest.next(), rest)) {
        return Optional.empty();
      }
    }
    return reader.hasItsWords() ? Optional.of(reader.draft.finish()) : Optional.empty();
  }

  private boolean take(String argument, Iterator<String> rest) {
    if (isValue(argument)) {
      draft.word(argument);
      return true;
    }
    int sign = argument.indexOf('=');
    Usage.Option option = options.get(sign < 0 ? argument : argument.substring(0, sign));
    if (option == null) {
      return false;
    }
    if (option.takes() == Usage.Takes.NOTHING) {
      boolean isFirst = sign < 0 && !draft.has(option);
      draft.flag(option);
      return isFirst;
    }
    String value = sign >= 0 ? argument.substring(sign + 1) : rest.hasNext() ? rest.next() : "";
    boolean fits =
        switch (option.takes()) {
          case TEXT -> !draft.has(option);
          case PAIRS -> value.indexOf('=') > 0 && value.indexOf('"') < 0;
          default -> true;
        };
    draft.value(option, value);
    return fits && isValue(value);
  }

  /** False for what may be an option, and for nothing. */
  private static boolean isValue(String argument) {
    return !argument.isEmpty() && (argument.charAt(0) != '-' || argument.equals("-"));
  }

  private boolean hasItsWords() {
    int least = 0;
    int most = 0;
    for (Usage.Words words : usage.words()) {
      least += words.count() == Usage.Count.ONE ? 1 : 0;
      most = words.count() == Usage.Count.ANY ? Integer.MAX_VALUE : most + 1;
    }
    return draft.wordCount() >= least && draft.wordCount() <= most;
  }
}
