package io.trailproof.cli;

import io.trailproof.report.text.Style;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * The streams of a run and what is known of the terminal behind them.
 *
 * @param facts what the launcher found out: Java 17 cannot ask whether one stream is a terminal
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Map<String, String> facts) {

  /** Whether standard output is a terminal. */
  static final String TTY = "trailproof.stdout.tty";

  /** Whether standard error is a terminal. */
  static final String ERR_TTY = "trailproof.stderr.tty";

  /** Whether the terminal shows UTF-8. */
  static final String UTF8 = "trailproof.terminal.utf8";

  /** When colour is wanted. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  private boolean is(String fact) {
    return "true".equals(facts.get(fact));
  }

  private boolean set(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** True if somebody looks at standard error who may want to know how far we are. */
  boolean showsProgress() {
    return is(ERR_TTY) && !set("CI") && !"dumb".equals(environment.get("TERM"));
  }

  /** The style for standard error. */
  Style bare() {
    return new Style(false, unicode());
  }

  /** The style for standard output, or for a file when {@code toFile}. */
  Style style(Colour colour, boolean toFile) {
    boolean wanted =
        switch (colour) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> !toFile && automatic();
        };
    return new Style(wanted, toFile || unicode());
  }

  /** no-color.org and force-color.org; an empty variable counts as unset. */
  private boolean automatic() {
    if (set("NO_COLOR")) {
      return false;
    }
    boolean forced =
        set("FORCE_COLOR")
            || (set("CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE")));
    return forced || (is(TTY) && !"dumb".equals(environment.get("TERM")));
  }

  /** What the launcher says; without it, UTF-8 unless the locale says otherwise. */
  private boolean unicode() {
    String told = facts.get(UTF8);
    if (told != null) {
      return told.equals("true");
    }
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(variable, "").toUpperCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("UTF-8") || value.contains("UTF8");
      }
    }
    return true;
  }
}
