package io.trailproof.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a case.
 *
 * @param kind what faults of one cause have in common
 * @param evidence what shows it
 */
record Fault(String kind, String evidence) {
  private static final Pattern THROWN =
      Pattern.compile("(?m)^((?:[\\w.]+\\.)?\\w+(?:Error|Exception))\\b");

  private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at (io\\.trailproof\\.\\S+)\\(");

  /** An exception that left the program. */
  static Fault thrown(String trace) {
    Matcher thrown = THROWN.matcher(trace);
    Matcher frame = FRAME.matcher(trace);
    return new Fault(
        "crash: "
            + (thrown.find() ? thrown.group(1) : "?")
            + " in "
            + (frame.find() ? frame.group(1) : "?"),
        trace);
  }

  /** An exception that left an engine. */
  static Fault thrown(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return thrown(trace.toString());
  }
}
