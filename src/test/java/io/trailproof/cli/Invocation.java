package io.trailproof.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One run of the program inside this one, with streams and environment of its own. */
public final class Invocation {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> facts = new HashMap<>();
  private InputStream in = InputStream.nullInputStream();

  /** What came of a run. */
  public record Ended(int status, String out, String err) {}

  /** A run in the plainest surroundings: no terminal, no variables, UTF-8. */
  public static Ended of(String... arguments) {
    return new Invocation().run(arguments);
  }

  public Invocation with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Invocation knowing(String fact, String value) {
    facts.put(fact, value);
    return this;
  }

  public Invocation reading(InputStream stream) {
    in = stream;
    return this;
  }

  Invocation reading(String text) {
    return reading(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (PrintStream toOut = stream(out);
        PrintStream toErr = stream(err)) {
      status =
          CommandLine.run(
              arguments, new Terminal(in, toOut, toErr, Map.copyOf(environment), facts));
    }
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
