package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys at the left margin of a YAML document: enough to recognise it without reading it. */
public final class YamlOutline {
  private YamlOutline() {}

  /** The keys of the root mapping in block style, each with the plain text that follows it. */
  public static Map<String, String> scan(SourceFile file) {
    Map<String, String> members = new LinkedHashMap<>();
    file.text().lines().forEach(line -> add(line, members));
    return members;
  }

  private static void add(String line, Map<String, String> members) {
    int colon = line.indexOf(':');
    if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '#' || line.charAt(0) == '-') {
      return;
    }
    if (colon + 1 < line.length() && !Character.isWhitespace(line.charAt(colon + 1))) {
      return;
    }
    members.putIfAbsent(
        unquoted(line.substring(0, colon).strip()), line.substring(colon + 1).strip());
  }

  private static String unquoted(String key) {
    boolean quoted =
        key.length() > 1
            && (key.charAt(0) == '"' || key.charAt(0) == '\'')
            && key.charAt(0) == key.charAt(key.length() - 1);
    return quoted ? key.substring(1, key.length() - 1) : key;
  }
}
