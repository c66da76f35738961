package io.trailproof.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Permission;
import java.util.List;
import java.util.Map;

/**
 * Runs command lines where nothing may be reached, started, written or taken away but what they
 * name.
 *
 * <p>Each line of the file that is its argument is a run: the files that it may write, separated by
 * commas, a bar, and its arguments. What it prints goes nowhere; its exit code and what it tried
 * that is forbidden is printed.
 */
@SuppressWarnings("removal") // Java has no other boundary inside of a process, up to 23
final class Guarded extends SecurityManager {
  private List<String> allowed = List.of();
  private String denied = "";

  private Guarded() {}

  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
    byte[] piped = Files.readAllBytes(Path.of("plan.json"));
    Guarded guard = new Guarded();
    System.setSecurityManager(guard);
    for (String line : lines) {
      int bar = line.indexOf('|');
      guard.allowed = List.of(line.substring(0, bar).split(","));
      guard.denied = "";
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      InputStream in = new ByteArrayInputStream(piped);
      Terminal terminal =
          new Terminal(in, nowhere, nowhere, Map.of("GITHUB_STEP_SUMMARY", "summary.md"), Map.of());
      int status = CommandLine.run(line.substring(bar + 1).strip().split(" "), terminal);
      System.out.println(status + guard.denied + " <- " + line);
    }
  }

  private void deny(String what) {
    denied += " DENIED " + what;
    throw new SecurityException(what);
  }

  @Override
  public void checkPermission(Permission permission) {
    // Reading, and what Java does to itself, is not what this is about.
  }

  @Override
  public void checkPermission(Permission permission, Object context) {
    checkPermission(permission);
  }

  @Override
  public void checkConnect(String host, int port) {
    deny("connect " + host);
  }

  @Override
  public void checkConnect(String host, int port, Object context) {
    checkConnect(host, port);
  }

  @Override
  public void checkListen(int port) {
    deny("listen " + port);
  }

  @Override
  public void checkExec(String command) {
    deny("exec " + command);
  }

  @Override
  public void checkLink(String library) {
    // Java's own libraries are of its image.
  }

  @Override
  public void checkWrite(String file) {
    // A report is written beside the file that it replaces, and is moved there (.NAME.*.new).
    String name = String.valueOf(Path.of(file).getFileName());
    if (allowed.stream()
        .noneMatch(
            one -> !one.isEmpty() && (name.equals(one) || name.startsWith("." + one + ".")))) {
      deny("write " + file);
    }
  }

  @Override
  public void checkDelete(String file) {
    checkWrite(file);
  }
}
