package io.trailproof.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The program: the only place that exits. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Map<String, String> facts = new TreeMap<>();
    for (String fact : new String[] {Terminal.TTY, Terminal.ERR_TTY, Terminal.UTF8}) {
      String told = System.getProperty(fact);
      if (told != null) {
        facts.put(fact, told);
      }
    }
    Terminal terminal =
        new Terminal(
            System.in,
            utf8(new FileOutputStream(FileDescriptor.out)),
            utf8(new FileOutputStream(FileDescriptor.err)),
            System.getenv(),
            facts);
    int status = CommandLine.run(arguments, terminal);
    terminal.out().flush();
    terminal.err().flush();
    // There are no hooks that System.exit would run, and since Java 21 it asks for a logger first,
    // which takes a tenth of a run.
    Runtime.getRuntime().halt(status);
  }

  static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }
}
