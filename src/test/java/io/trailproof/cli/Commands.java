package io.trailproof.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One command that is made for a test, run as the program runs its own. */
final class Commands {
  private Commands() {}

  static Invocation.Ended run(Command command, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (PrintStream toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      Terminal terminal =
          new Terminal(InputStream.nullInputStream(), toOut, toErr, Map.of(), Map.of());
      status = CommandLine.run(command, arguments, terminal).status();
    }
    return new Invocation.Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
