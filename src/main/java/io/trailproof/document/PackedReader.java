package io.trailproof.document;

import io.trailproof.json.Json;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads values in the order in which a {@link PackedWriter} wrote them. */
public final class PackedReader {
  private final byte[] bytes;
  private final String[] texts;
  private int at;

  /**
   * A reader of what was written.
   *
   * @param begin where in the text that stands
   */
  PackedReader(String packed, int begin) {
    bytes = packed.getBytes(StandardCharsets.ISO_8859_1);
    at = begin;
    int count = number();
    texts = new String[count];
    for (int i = 0; i < count; i++) {
      int size = number();
      int length = size >> 1;
      // Most are of ASCII, which is copied, where Unicode is looked through letter by letter.
      Charset charset = (size & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
      texts[i] = new String(bytes, at, length, charset);
      at += length;
    }
  }

  /** Reads a text. */
  public String text() {
    return texts[number()];
  }

  /** Reads a word; of which there are, as Java would look them up by reflection. */
  public <E extends Enum<E>> E word(E[] words) {
    return words[number()];
  }

  /** Reads a truth. */
  public boolean flag() {
    return bytes[at++] != 0;
  }

  /** Reads a number. */
  public int number() {
    int read = bytes[at++];
    if (read >= 0) {
      return read;
    }
    int number = read & 0x7f;
    int shift = 7;
    do {
      read = bytes[at++];
      number |= (read & 0x7f) << shift;
      shift += 7;
    } while (read < 0);
    return number;
  }

  /** Reads a list. */
  public <T> List<T> list(Function<PackedReader, T> each) {
    int left = number();
    if (left == 0) {
      return List.of();
    }
    List<T> list = new ArrayList<>(left);
    for (; left > 0; left--) {
      list.add(each.apply(this));
    }
    return list;
  }

  /** Reads a list of texts. */
  public List<String> texts() {
    int left = number();
    if (left == 0) {
      return List.of();
    }
    List<String> list = new ArrayList<>(left);
    for (; left > 0; left--) {
      list.add(text());
    }
    return list;
  }

  /** Reads texts by key. */
  public Map<String, String> textsByKey() {
    int left = number();
    if (left == 0) {
      return Map.of();
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (; left > 0; left--) {
      String key = text();
      all.put(key, text());
    }
    return all;
  }

  /** Reads what may be missing. */
  public <T> Optional<T> option(Function<PackedReader, T> each) {
    return number() == 0 ? Optional.empty() : Optional.of(each.apply(this));
  }

  /** Reads a text that may be missing. */
  public Optional<String> optionalText() {
    return number() == 0 ? Optional.empty() : Optional.of(text());
  }

  /** Reads a tree. */
  public Json tree() {
    return switch (number()) {
      case PackedWriter.NULL -> Json.Null.NULL;
      case PackedWriter.TRUE -> Json.Bool.TRUE;
      case PackedWriter.FALSE -> Json.Bool.FALSE;
      case PackedWriter.TEXT -> new Json.Str(text());
      case PackedWriter.NUMBER -> new Json.Num(text());
      case PackedWriter.LIST -> new Json.Arr(list(PackedReader::tree));
      case PackedWriter.MAPPING -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int left = number(); left > 0; left--) {
          String key = text();
          members.put(key, tree());
        }
        yield new Json.Obj(members);
      }
      default -> throw new IllegalStateException("packed by another version");
    };
  }
}
