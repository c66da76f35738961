package io.trailproof.input.configuration;

import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accepted finding as it is written into {@code trailproof.yaml}: all that stands there already,
 * comments included, stays as it is.
 */
public record AcceptanceEntry(
    String code, String address, Optional<String> deployment, String reason, LocalDate until) {

  /** Why an entry cannot be added: a message for the user. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * The text of a configuration with the entry in it.
   *
   * @param text of the file as it is; empty for a new one
   * @throws Refused if the section stands there in a form that nothing can be added to
   */
  public String into(String text) throws Refused {
    String lined = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    Optional<Node> root = Optional.ofNullable(read(lined));
    Optional<Node> section = root.flatMap(Node::asMapping).flatMap(all -> all.get("accept"));
    if (section.isEmpty()) {
      String blank = lined.isEmpty() ? "" : "\n";
      return lined + blank + "accept:\n" + lines("  ");
    }
    List<Node> items = section.get().asSequence().map(Node.Sequence::items).orElse(List.of());
    if (items.isEmpty() || section.get().span().text().startsWith("[")) {
      throw new Refused(
          "`accept` is no list with an entry a line; add this by hand:\n" + lines("  "));
    }
    int at = end(lined, items.get(items.size() - 1));
    return lined.substring(0, at) + lines(indent(lined, items.get(0))) + lined.substring(at);
  }

  private static @Nullable Node read(String text) {
    return YamlReader.read(SourceFile.ofText(ConfigurationFile.FILE, text)).built();
  }

  /** What stands before the dash of an item. */
  private static String indent(String text, Node item) {
    int at = (int) item.span().start();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int dash = at;
    while (dash > 0 && bytes[dash] != '-') {
      dash--;
    }
    int start = dash;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return " ".repeat(dash - start);
  }

  /** Where the line ends on which an item ends, as a place in the text. */
  private static int end(String text, Node item) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = (int) Math.min(bytes.length, Math.max(item.span().start(), item.span().end() - 1));
    while (at > 0 && (bytes[Math.min(at, bytes.length - 1)] == '\n' || at == bytes.length)) {
      at--;
    }
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    int end = Math.min(bytes.length, at + 1);
    return new String(bytes, 0, end, StandardCharsets.UTF_8).length();
  }

  private String lines(String indent) {
    StringBuilder lines = new StringBuilder();
    lines.append(indent).append("- code: ").append(ScalarText.of(code)).append('\n');
    lines.append(indent).append("  address: ").append(ScalarText.of(address)).append('\n');
    deployment.ifPresent(
        name ->
            lines.append(indent).append("  deployment: ").append(ScalarText.of(name)).append('\n'));
    lines.append(indent).append("  reason: ").append(ScalarText.of(reason)).append('\n');
    lines.append(indent).append("  until: ").append(ScalarText.of(until.toString())).append('\n');
    return lines.toString();
  }
}
