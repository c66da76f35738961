package io.trailproof.document;

import io.trailproof.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out when trailproof was built, in one resource of named sections: each is a tree,
 * and only those that are asked for are read.
 *
 * <p>The form, all numbers big-endian: {@link #MAGIC}; the number of texts, the end of each in what
 * follows, and their UTF-8; the number of sections, and of each, in the order of their names, its
 * name and where it begins from the end of this table. A tree is a tag and, by tag, a text, or a
 * count and so many trees, each with its name before it in a mapping. Texts are told by their
 * number; counts and numbers in trees take seven bits a byte, the lowest first.
 */
public final class Knowledge {
  /** Where it lies among the classes. */
  public static final String RESOURCE = "knowledge.bin";

  /** What it begins with; the last digit counts the versions of its form. */
  public static final int MAGIC = 0x54504b31;

  /** What a tree begins with, by what it is. */
  public static final int NULL = 0;

  public static final int TRUE = 1;
  public static final int FALSE = 2;
  public static final int TEXT = 3;
  public static final int NUMBER = 4;
  public static final int LIST = 5;
  public static final int MAPPING = 6;

  private final ByteBuffer bytes;
  private final @Nullable String[] texts;
  private final int ends;
  private final int sections;
  private final int table;
  private final int trees;

  private Knowledge(byte[] packed) {
    bytes = ByteBuffer.wrap(packed);
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalStateException(RESOURCE + " is of another version");
    }
    texts = new String[bytes.getInt(4)];
    ends = 8;
    int last = texts.length == 0 ? 0 : bytes.getInt(ends + 4 * (texts.length - 1));
    int count = ends + 4 * texts.length + last;
    sections = bytes.getInt(count);
    table = count + 4;
    trees = table + 8 * sections;
  }

  /** The packed one, read when it is first asked for. */
  private static final class Packed {
    private static final Knowledge ALL = packed(RESOURCE);
  }

  /**
   * A resource of this form.
   *
   * @throws IllegalStateException if it is missing or of another version: the build left it whole
   */
  static Knowledge packed(String resource) {
    try (InputStream in = Knowledge.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + resource);
      }
      return new Knowledge(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that is not packed, for what writes it. */
  public static Knowledge of(byte[] packed) {
    return new Knowledge(packed);
  }

  /**
   * The one that is packed into the jar.
   *
   * @throws IllegalStateException if it is missing or of another version: the build left it whole
   */
  public static Knowledge packed() {
    return Packed.ALL;
  }

  /** A section by its name. */
  public Optional<Json> section(String name) {
    int low = 0;
    int high = sections - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = text(bytes.getInt(table + 8 * middle)).compareTo(name);
      if (order == 0) {
        return Optional.of(tree(new Cursor(trees + bytes.getInt(table + 8 * middle + 4))));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** The names of all sections, in order. */
  public List<String> sections() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sections; i++) {
      names.add(text(bytes.getInt(table + 8 * i)));
    }
    return names;
  }

  private Json tree(Cursor at) {
    return switch (at.next()) {
      case NULL -> Json.Null.NULL;
      case TRUE -> Json.Bool.TRUE;
      case FALSE -> Json.Bool.FALSE;
      case TEXT -> new Json.Str(text(at.number()));
      case NUMBER -> new Json.Num(text(at.number()));
      case LIST -> {
        List<Json> elements = new ArrayList<>();
        for (int left = at.number(); left > 0; left--) {
          elements.add(tree(at));
        }
        yield new Json.Arr(elements);
      }
      case MAPPING -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int left = at.number(); left > 0; left--) {
          String key = text(at.number());
          members.put(key, tree(at));
        }
        yield new Json.Obj(members);
      }
      default -> throw new IllegalStateException(RESOURCE + " is broken");
    };
  }

  private String text(int number) {
    String text = texts[number];
    if (text == null) {
      int begin = number == 0 ? 0 : bytes.getInt(ends + 4 * (number - 1));
      int end = bytes.getInt(ends + 4 * number);
      text =
          new String(
              bytes.array(), ends + 4 * texts.length + begin, end - begin, StandardCharsets.UTF_8);
      texts[number] = text;
    }
    return text;
  }

  /** A place that moves on as bytes are read. */
  private final class Cursor {
    private int at;

    Cursor(int at) {
      this.at = at;
    }

    int next() {
      return bytes.get(at++);
    }

    int number() {
      int number = 0;
      int shift = 0;
      byte read;
      do {
        read = bytes.get(at++);
        number |= (read & 0x7f) << shift;
        shift += 7;
      } while (read < 0);
      return number;
    }
  }
}
