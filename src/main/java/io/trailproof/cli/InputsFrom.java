package io.trailproof.cli;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.source.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of inputs that stand in a file or come by standard input, as {@code git ls-files -z} or
 * {@code find} write them: each ends with a NUL if there is one anywhere, else with its line.
 */
final class InputsFrom {
  /** The option that names the file. */
  static final String OPTION = "--inputs-from";

  private static final String STANDARD_INPUT = "-";

  /** More than a million names of a hundred bytes are a mistake. */
  static final int MOST_BYTES = 128 << 20;

  private InputsFrom() {}

  /** The names, or why they cannot be had. */
  static Outcome<List<String>> read(String file, Terminal terminal) {
    try {
      byte[] bytes;
      if (file.equals(STANDARD_INPUT)) {
        bytes = terminal.in().readNBytes(MOST_BYTES + 1);
      } else {
        Optional<Path> path = PathName.of(file);
        if (path.isEmpty()) {
          return Outcome.failed(InputError.NOT_A_PATH.of(file));
        }
        try (InputStream in = Files.newInputStream(path.get())) {
          bytes = in.readNBytes(MOST_BYTES + 1);
        }
      }
      return bytes.length > MOST_BYTES
          ? Outcome.failed(InputError.LONG_LIST.of(file, MOST_BYTES >> 20))
          : named(file, names(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Outcome.failed(InputError.BROKEN_OFF.of(file));
    }
  }

  /** An empty list is no list: nobody could tell it from one that could not be made. */
  private static Outcome<List<String>> named(String file, List<String> names) {
    return names.isEmpty() ? Outcome.failed(InputError.EMPTY_LIST.of(file)) : Outcome.of(names);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    boolean byNul = text.indexOf('\0') >= 0;
    char end = byNul ? '\0' : '\n';
    for (int from = 0; from < text.length(); ) {
      int to = text.indexOf(end, from);
      to = to < 0 ? text.length() : to;
      boolean isWindows = !byNul && to > from && text.charAt(to - 1) == '\r';
      String name = text.substring(from, isWindows ? to - 1 : to);
      if (!name.isEmpty()) {
        // A name is of a file, whatever it looks like.
        names.add(name.equals(STANDARD_INPUT) ? "./-" : name);
      }
      from = to + 1;
    }
    return names;
  }
}
