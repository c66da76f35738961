package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The root keys of a YAML document in block style at the margin. It is a fast look: what it sees is
 * there, and what it does not see may be there in another spelling.
 */
public final class YamlOutline {
  private YamlOutline() {}

  /**
   * The keys of the root mapping, each with the plain text that follows it on its line; nothing of
   * a text that begins with something else than such a key.
   */
  public static RootMembers scan(SourceFile file) {
    List<String> lines = file.text().lines().filter(YamlOutline::isContent).toList();
    if (lines.isEmpty() || !isKey(lines.get(0).strip())) {
      return RootMembers.NONE;
    }
    Map<String, String> members = new LinkedHashMap<>();
    int margin = indent(lines.get(0));
    lines.stream()
        .filter(line -> indent(line) == margin && isKey(line.strip()))
        .forEach(line -> add(line.strip(), members));
    return new RootMembers(members, Set.of(), false);
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

  private static boolean isKey(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && line.charAt(0) != '-'
        && (colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1)));
  }

  private static void add(String line, Map<String, String> members) {
    int colon = line.indexOf(':');
    String value = line.substring(colon + 1).strip();
    members.putIfAbsent(unquoted(line.substring(0, colon).strip()), isScalar(value) ? value : "");
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
