package io.trailproof.build;

import io.trailproof.document.Knowledge;
import io.trailproof.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes named trees in the form that {@link Knowledge} reads. The same trees give the same bytes.
 */
final class KnowledgeWriter {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final SortedMap<String, byte[]> sections = new TreeMap<>();

  /**
   * Adds a section.
   *
   * @throws IllegalArgumentException if there is one of that name, or the tree has holes
   */
  void add(String name, Json tree) {
    number(name);
    ByteArrayOutputStream into = new ByteArrayOutputStream();
    write(tree, into);
    if (sections.put(name, into.toByteArray()) != null) {
      throw new IllegalArgumentException("two sections " + name);
    }
  }

  /** All that was added. */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(all)) {
      out.writeInt(Knowledge.MAGIC);
      out.writeInt(texts.size());
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      for (String text : texts.keySet()) {
        encoded.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.writeInt(encoded.size());
      }
      encoded.writeTo(out);
      out.writeInt(sections.size());
      int at = 0;
      for (Map.Entry<String, byte[]> section : sections.entrySet()) {
        out.writeInt(number(section.getKey()));
        out.writeInt(at);
        at += section.getValue().length;
      }
      for (byte[] tree : sections.values()) {
        out.write(tree);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private void write(Json tree, ByteArrayOutputStream into) {
    switch (tree.kind()) {
      case NULL -> into.write(Knowledge.NULL);
      case TRUE -> into.write(Knowledge.TRUE);
      case FALSE -> into.write(Knowledge.FALSE);
      case STRING -> {
        into.write(Knowledge.TEXT);
        write(number(((Json.Str) tree).value()), into);
      }
      case NUMBER -> {
        into.write(Knowledge.NUMBER);
        write(number(((Json.Num) tree).source()), into);
      }
      case ARRAY -> {
        into.write(Knowledge.LIST);
        write(tree.children().size(), into);
        tree.children().forEach(element -> write(element, into));
      }
      case OBJECT -> {
        into.write(Knowledge.MAPPING);
        Map<String, Json> members = tree.asMembers().orElseThrow();
        write(members.size(), into);
        members.forEach(
            (key, value) -> {
              write(number(key), into);
              write(value, into);
            });
      }
      case OPEN -> throw new IllegalArgumentException("a hole in " + tree.print());
    }
  }

  private int number(String text) {
    Integer known = texts.get(text);
    if (known != null) {
      return known;
    }
    texts.put(text, texts.size());
    return texts.size() - 1;
  }

  private static void write(int number, ByteArrayOutputStream into) {
    int left = number;
    while (left > 0x7f) {
      into.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    into.write(left);
  }
}
