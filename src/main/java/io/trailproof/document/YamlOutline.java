package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
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
    String text = file.text();
    Map<String, String> members = new LinkedHashMap<>();
    int margin = -1;
    int start = 0;
    while (start < text.length()) {
      int end = endOfLine(text, start);
      int ink = start;
      while (ink < end && Character.isWhitespace(text.charAt(ink))) {
        ink++;
      }
      if (ink < end && (margin < 0 || ink - start == margin)) {
        String line = text.substring(ink, end).stripTrailing();
        if (isContent(line)) {
          boolean isKey = isKey(line);
          if (margin < 0 && !isKey) {
            return RootMembers.NONE;
          }
          margin = ink - start;
          if (isKey) {
            add(line, members);
          }
        }
      }
      start = end + 1;
    }
    return margin < 0 ? RootMembers.NONE : new RootMembers(members, Set.of(), false);
  }

  private static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** False for comments, directives and the marks of documents. */
  private static boolean isContent(String line) {
    return !line.startsWith("#")
        && !line.startsWith("%")
        && !line.equals("---")
        && !line.equals("...");
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
