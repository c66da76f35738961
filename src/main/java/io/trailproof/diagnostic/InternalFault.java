package io.trailproof.diagnostic;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is said where an exception escapes: a fault of ours costs the input at hand and not the run.
 *
 * <p>What an exception says of itself may quote the input, so its kind and its place are shown
 * alone.
 */
public enum InternalFault implements Code {
  /** Of an input; takes the kind of the exception and where it comes from. */
  INPUT(
      Message.error(
          InternalFault.ID,
          "trailproof itself fails on it, so nothing is known of it (`%s` at `%s`)",
          InternalFault.HELP)),
  /** Of a run. */
  RUN(
      Message.error(
          InternalFault.ID, "trailproof itself fails (`%s` at `%s`)", InternalFault.HELP)),
  /** Of a report that cannot be made. */
  REPORT(
      Message.error(
          InternalFault.ID,
          "trailproof itself fails to make the report (`%s` at `%s`)",
          InternalFault.HELP));

  static final String ID = "internal";
  static final String HELP =
      "this is a fault of ours: report this line, what `trailproof --version` prints, and what kind"
          + " of input it is (plan, state, template, assembly; made by what), and nothing that it"
          + " holds";
  private static final String OURS = "io.trailproof.";
  private static final int MOST_PLACES = 8;

  private final Message message;

  InternalFault(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }

  /** What some work comes to; an exception that escapes from it becomes a diagnostic. */
  public <T> Outcome<T> guard(String input, Supplier<T> work) {
    try {
      return Outcome.of(work.get());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError fault) {
      return Outcome.failed(by(input, fault));
    }
  }

  /** Says it of what escaped. */
  public Diagnostic by(String input, Throwable fault) {
    return of(input, fault.getClass().getSimpleName(), place(fault));
  }

  /** True if it was said. */
  public static boolean isAmong(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(one -> one.code().equals(ID));
  }

  /** The last steps of ours that led there, the innermost first. */
  private static String place(Throwable fault) {
    Set<String> places = new LinkedHashSet<>(); // where calls go round in a circle, once each
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS) && places.size() < MOST_PLACES) {
        String type = frame.getClassName().substring(OURS.length());
        places.add(type + "." + frame.getMethodName() + ":" + frame.getLineNumber());
      }
    }
    return places.isEmpty() ? "no place that Java tells" : String.join(", ", places);
  }
}
