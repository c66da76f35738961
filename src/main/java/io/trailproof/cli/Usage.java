package io.trailproof.cli;

import java.util.ArrayList;
import java.util.List;

/** What a command takes, and what its help says. */
final class Usage {
  /** What follows an option. */
  enum Takes {
    NOTHING,
    TEXT,
    /** A text each time it is given. */
    TEXTS,
    /** {@code KEY=VALUE} each time it is given. */
    PAIRS
  }

  /** How many words of a kind there may be. */
  enum Count {
    ONE,
    ONE_OR_NONE,
    ANY
  }

  /**
   * One option.
   *
   * @param names with their dashes; by the last it is asked for
   * @param label stands for what it takes in the help
   */
  record Option(List<String> names, Takes takes, String label, String description) {
    Option {
      names = List.copyOf(names);
    }

    /** The name by which {@link Arguments} know it. */
    String name() {
      return names.get(names.size() - 1);
    }
  }

  /** Words that follow no option. */
  record Words(String label, Count count, String description) {}

  private final String command;
  private final String header;
  private final String exitCodes;
  private final List<Words> words = new ArrayList<>();
  private final List<Option> options = new ArrayList<>();

  /**
   * That of a command that takes nothing yet.
   *
   * @param exitCodes what its exit codes mean
   */
  Usage(String command, String header, String exitCodes) {
    this.command = command;
    this.header = header;
    this.exitCodes = exitCodes;
  }

  /** Words that follow no option, after those that it takes already. */
  void words(String label, Count count, String description) {
    words.add(new Words(label, count, description));
  }

  /** An option with one value. */
  void text(String label, String description, String... names) {
    add(new Option(List.of(names), Takes.TEXT, label, description));
  }

  /** An option that may be given several times. */
  void texts(String label, String description, String... names) {
    add(
        new Option(
            List.of(names), Takes.TEXTS, label, description + "; may be given several times"));
  }

  /** An option without a value. */
  void flag(String description, String... names) {
    add(new Option(List.of(names), Takes.NOTHING, "", description));
  }

  void add(Option option) {
    options.add(option);
  }

  String command() {
    return command;
  }

  String header() {
    return header;
  }

  String exitCodes() {
    return exitCodes;
  }

  List<Words> words() {
    return List.copyOf(words);
  }

  List<Option> options() {
    return List.copyOf(options);
  }
}
