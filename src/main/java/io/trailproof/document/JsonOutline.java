package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The first members of a JSON document's root object, read no further than needed. */
public final class JsonOutline {
  private JsonOutline() {}

  /**
   * The keys of the root, each with its text if it is a scalar and {@code ""} if not, up to the
   * first decisive key; up to the failure if the document is broken, and empty if the root is no
   * object.
   */
  public static Map<String, String> scan(SourceFile file, Set<String> decisiveKeys) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonStream stream = JsonStream.open(file)) {
      if (stream.isObject()) {
        stream.enter();
        boolean decided = false;
        while (!decided) {
          String key = stream.nextMember();
          if (key == null) {
            break;
          }
          decided = decisiveKeys.contains(key);
          boolean container = stream.isObject() || stream.isArray();
          members.put(key, decided && container ? "" : stream.text());
        }
      }
    } catch (BrokenJson e) {
      return members;
    }
    return members;
  }
}
