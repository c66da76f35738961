package io.trailproof.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Does what hooks do, each in turn and to no avail, for a virtual machine that notes which classes
 * that takes: the launcher makes its archive of classes by it.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Checks some inputs one by one and all at once, and reports on them as text and as JSON; what
   * comes of it is lost.
   */
  public static void main(String[] inputs) {
    List<List<String>> lines = new ArrayList<>();
    for (String input : inputs) {
      lines.add(List.of("check", input));
      lines.add(List.of("check", "--format", "json", input));
    }
    List<String> each = new ArrayList<>(List.of("check", "--each", "--skip-unrecognised"));
    each.addAll(List.of(inputs));
    lines.add(each);
    for (List<String> line : lines) {
      CommandLine.run(line.toArray(new String[0]), terminal());
    }
  }

  private static Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        Main.utf8(OutputStream.nullOutputStream()),
        Main.utf8(OutputStream.nullOutputStream()),
        System.getenv(),
        Map.of());
  }
}
