package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The root keys of a YAML document in block style: enough to recognise it without reading it. */
public final class YamlOutline {
  private YamlOutline() {}

  /** The keys of the root mapping, each with the plain text that follows it on its line. */
  public static Map<String, String> scan(SourceFile file) {
    List<String> lines = file.text().lines().filter(YamlOutline::isContent).toList();
    Map<String, String> members = new LinkedHashMap<>();
    if (!lines.isEmpty()) {
      int margin = indent(lines.get(0));
      lines.stream()
          .filter(line -> indent(line) == margin)
          .forEach(line -> add(line.strip(), members));
    }
    return members;
  }

  private static boolean isContent(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && !text.startsWith("#")
        && !text.startsWith("%")
        && !text.equals("---")
        && !text.equals("...");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static void add(String line, Map<String, String> members) {
    int colon = line.indexOf(':');
    boolean isKey =
        colon > 0
            && line.charAt(0) != '-'
            && (colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1)));
    if (isKey) {
      String value = line.substring(colon + 1).strip();
      members.putIfAbsent(unquoted(line.substring(0, colon).strip()), isScalar(value) ? value : "");
    }
  }

  /** False for a container in flow style, for an anchor and for a comment. */
  private static boolean isScalar(String value) {
    return !value.isEmpty() && "{[&#".indexOf(value.charAt(0)) < 0;
  }

  private static String unquoted(String key) {
    boolean quoted =
        key.length() > 1
            && (key.charAt(0) == '"' || key.charAt(0) == '\'')
            && key.charAt(0) == key.charAt(key.length() - 1);
    return quoted ? key.substring(1, key.length() - 1) : key;
  }
}
