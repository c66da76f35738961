package io.trailproof.pattern;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In what the text that is studied is written. */
public enum Language {
  /** Filter patterns of CloudWatch Logs. */
  FILTER("the pattern matches when"),
  /** Queries of CloudWatch Logs Insights, as log alarms run them. */
  INSIGHTS("the query finds a record of which");

  private final String title;

  Language(String title) {
    this.title = title;
  }

  /** The word for it on the command line and in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words. */
  public static List<String> words() {
    return Stream.of(values()).map(Language::word).toList();
  }

  /** The language that goes by a word. */
  public static Language of(String word) {
    return Stream.of(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no language: " + word));
  }

  /** What stands above the meaning. */
  String title() {
    return title;
  }
}
