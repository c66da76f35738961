package io.trailproof.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Many templates of 20 KB, every third in JSON; most hold a chain, and no two are the same. */
public final class ManyTemplates {
  private static final int BYTES = 20_000;

  private ManyTemplates() {}

  /** Writes as many templates as the second argument says into the folder named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    for (int i = 0; i < count; i++) {
      boolean json = i % 3 == 2;
      String name = String.format(Locale.ROOT, "stack-%05d.%s", i, json ? "json" : "yaml");
      Files.writeString(folder.resolve(name), json ? JsonTemplate.of(i, BYTES) : yaml(i));
    }
  }

  /** One in eight has no chain, one in eight a chain whose filter watches something else. */
  static String pattern(int i) {
    return i % 8 == 3 ? Chains.OTHER_PATTERN : Chains.PATTERN;
  }

  static boolean hasChain(int i) {
    return i % 8 != 5;
  }

  private static String yaml(int i) {
    StringBuilder text = new StringBuilder(YamlTemplate.head(i));
    if (hasChain(i)) {
      text.append(YamlTemplate.chain(i, pattern(i)));
    }
    for (int n = 0; text.length() < BYTES; n++) {
      text.append(YamlTemplate.unrelated(i, n));
    }
    return text.toString();
  }
}
