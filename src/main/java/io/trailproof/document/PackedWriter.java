package io.trailproof.document;

import io.trailproof.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Values in the order in which they are written, and in which a {@link PackedReader} reads them.
 * The same values give the same text.
 */
public final class PackedWriter {
  /** What a tree begins with, by what it is. */
  static final int NULL = 1;

  static final int TRUE = 2;
  static final int FALSE = 3;
  static final int TEXT = 4;
  static final int NUMBER = 5;
  static final int LIST = 6;
  static final int MAPPING = 7;

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  /** Writes a text. */
  public PackedWriter text(String text) {
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size();
      texts.put(text, known);
    }
    return number(known);
  }

  /** Writes a word, by its place among those that there are. */
  public <E extends Enum<E>> PackedWriter word(E word) {
    return number(List.of(word.getDeclaringClass().getEnumConstants()).indexOf(word));
  }

  /** Writes a truth. */
  public PackedWriter flag(boolean flag) {
    return number(flag ? 1 : 0);
  }

  /** Writes a number that is not negative. */
  public PackedWriter number(int number) {
    write(number, values);
    return this;
  }

  /** Writes a list. */
  public <T> PackedWriter list(List<T> list, BiConsumer<PackedWriter, T> each) {
    number(list.size());
    list.forEach(one -> each.accept(this, one));
    return this;
  }

  /** Writes a list of texts. */
  public PackedWriter texts(List<String> texts) {
    return list(texts, PackedWriter::text);
  }

  /** Writes texts by key, in the order of the keys, so that the same map gives the same text. */
  public PackedWriter texts(Map<String, String> texts) {
    return list(
        List.copyOf(new TreeMap<>(texts).entrySet()),
        (row, one) -> row.text(one.getKey()).text(one.getValue()));
  }

  /** Writes what may be missing. */
  public <T> PackedWriter option(Optional<T> option, BiConsumer<PackedWriter, T> each) {
    return list(option.stream().toList(), each);
  }

  /**
   * Writes a tree.
   *
   * @throws IllegalArgumentException if it has holes
   */
  public PackedWriter tree(Json tree) {
    return switch (tree.kind()) {
      case NULL -> number(NULL);
      case TRUE -> number(TRUE);
      case FALSE -> number(FALSE);
      case STRING -> number(TEXT).text(((Json.Str) tree).value());
      case NUMBER -> number(NUMBER).text(((Json.Num) tree).source());
      case ARRAY -> number(LIST).list(tree.children(), PackedWriter::tree);
      case OBJECT ->
          number(MAPPING)
              .list(
                  List.copyOf(tree.asMembers().orElseThrow().entrySet()),
                  (row, one) -> row.text(one.getKey()).tree(one.getValue()));
      case OPEN -> throw new IllegalArgumentException("a hole in " + tree.print());
    };
  }

  /** Reads what was written. */
  public PackedReader reader() {
    return new PackedReader(packed(), 0);
  }

  /** All that was written: characters that stand for a byte each. */
  public String packed() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    write(texts.size(), all);
    for (String text : texts.keySet()) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      boolean ascii = encoded.length == text.length();
      write(2 * encoded.length + (ascii ? 0 : 1), all);
      all.writeBytes(encoded);
    }
    all.writeBytes(values.toByteArray());
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** Seven bits a byte, the lowest first. */
  private static void write(int number, ByteArrayOutputStream into) {
    int left = number;
    while (left > 0x7f) {
      into.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    into.write(left);
  }
}
