package io.trailproof.aws.filterpattern.text;

import java.util.List;

/** The strings that one comparison of a pattern picks out. */
public sealed interface TextSet permits ExactText, Glob, Regex {
  boolean contains(String text);

  /** A few short strings that lie in the set or just beside it, readable ones first. */
  List<String> samples();

  /** What looking a text up takes, in about the time of one step of a search. */
  default long costOf(String text) {
    return 1 + text.length() / 32L;
  }

  /** The same set as an automaton reads it. */
  Program program();
}
