package io.trailproof.report;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Suites and cases as JUnit XML writes them. */
final class JunitXml {
  private static final int LONGEST_BODY = 4_000;

  /** One case as it is counted and written. */
  record Case(String rule, String event, Outcome outcome, String message, String body) {}

  /** What came of it. */
  enum Outcome {
    PASSED,
    BROKEN,
    UNKNOWN,
    SKIPPED,
    ERROR
  }

  /** Cases that belong together. */
  record Suite(String name, List<Case> cases) {
    long count(Outcome... outcomes) {
      List<Outcome> counted = List.of(outcomes);
      return cases.stream().filter(one -> counted.contains(one.outcome())).count();
    }
  }

  private JunitXml() {}

  /** Writes the whole document. */
  static void write(List<Suite> suites, Appendable out) throws IOException {
    Markup xml = new Markup().own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    Suite all = new Suite("", suites.stream().flatMap(suite -> suite.cases().stream()).toList());
    xml.open("testsuites", attributes("trailproof", all)).line();
    suites.forEach(suite -> write(suite, xml));
    xml.close().line();
    out.append(xml.toString());
  }

  /** A suite of what could not be read, if there is such. */
  static Optional<Suite> unread(String name, List<Diagnostic> diagnostics) {
    List<Case> unread =
        diagnostics.stream().filter(Diagnostic::isError).map(JunitXml::unread).toList();
    return unread.isEmpty() ? Optional.empty() : Optional.of(new Suite(name, unread));
  }

  private static String[] attributes(String name, Suite suite) {
    return new String[] {
      "name", name,
      "tests", Integer.toString(suite.cases().size()),
      "failures", Long.toString(suite.count(Outcome.BROKEN, Outcome.UNKNOWN)),
      "errors", Long.toString(suite.count(Outcome.ERROR)),
      "skipped", Long.toString(suite.count(Outcome.SKIPPED)),
    };
  }

  private static Case unread(Diagnostic diagnostic) {
    String place =
        diagnostic.primary() == null ? diagnostic.input() : diagnostic.primary().part().toString();
    return new Case(
        diagnostic.code(),
        CleanText.line(diagnostic.input()),
        Outcome.ERROR,
        CleanText.line(diagnostic.message()),
        lines(place, diagnostic.help()));
  }

  /** The body of a case: a line, and what to do. */
  static String lines(String first, List<String> help) {
    List<String> lines = new ArrayList<>();
    lines.add(CleanText.line(first));
    help.forEach(one -> lines.add("to do: " + CleanText.line(one)));
    return CleanText.cut(String.join("\n", lines), LONGEST_BODY);
  }

  private static void write(Suite suite, Markup xml) {
    xml.own("  ").open("testsuite", attributes(suite.name(), suite)).line();
    for (Case one : suite.cases()) {
      write(one, xml);
    }
    xml.own("  ").close().line();
  }

  private static void write(Case one, Markup xml) {
    String[] names = {"name", one.event(), "classname", one.rule(), "time", "0"};
    xml.own("    ");
    if (one.outcome() == Outcome.PASSED) {
      xml.empty("testcase", names).line();
      return;
    }
    xml.open("testcase", names);
    String message = CleanText.line(one.message());
    switch (one.outcome()) {
      case SKIPPED -> xml.empty("skipped", "message", message);
      case ERROR -> xml.element("error", one.body(), "message", message, "type", "unreadable");
      case BROKEN -> xml.element("failure", one.body(), "message", message, "type", "broken");
      case UNKNOWN -> xml.element("failure", one.body(), "message", message, "type", "unknown");
      case PASSED -> throw new IllegalStateException("written above");
    }
    xml.close().line();
  }
}
