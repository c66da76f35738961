package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes texts that have a grammar: as a tree if they are JSON, by words, or as bytes. */
final class TextMutator {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORDS = Pattern.compile("[\\w.*-]+|\\s+|.", Pattern.DOTALL);

  private TextMutator() {}

  /** A text changed, with parts of another. */
  static String mutated(String text, String other, Random random) {
    if (text.startsWith("{\"") && random.nextBoolean()) {
      return new String(json(Seeds.utf8(text), random), StandardCharsets.UTF_8);
    }
    if (random.nextBoolean()) {
      return words(text, other, random);
    }
    byte[] bytes =
        ByteMutator.mutated(Seeds.utf8(text), List.of(Seeds.utf8(text), Seeds.utf8(other)), random);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A JSON text changed: as a tree, or as bytes. */
  static byte[] json(byte[] text, Random random) {
    if (random.nextInt(3) > 0) {
      try {
        JsonNode root = JSON.readTree(text);
        if (root != null) {
          return TreeMutator.bytes(TreeMutator.mutated(root, root, random), random.nextBoolean());
        }
      } catch (IOException e) {
        return ByteMutator.mutated(text, List.of(text), random);
      }
    }
    return ByteMutator.mutated(text, List.of(text), random);
  }

  private static String words(String text, String other, Random random) {
    List<String> words = split(text);
    List<String> others = split(other);
    for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
      int at = random.nextInt(words.size() + 1);
      String word = others.isEmpty() ? "" : FuzzTarget.any(random, others);
      boolean end = at == words.size();
      switch (random.nextInt(6)) {
        case 0 -> words.add(at, word);
        case 1 -> words.add(at, HostileScalars.text(random));
        case 2 -> {
          if (!end) {
            words.remove(at);
          }
        }
        case 3 -> {
          if (!end) {
            words.set(at, word);
          }
        }
        case 4 -> {
          int to = Math.min(words.size(), at + random.nextInt(12));
          List<String> part = List.copyOf(words.subList(at, to));
          for (int times = random.nextInt(8); times > 0; times--) {
            words.addAll(at, part);
          }
        }
        default -> {
          if (!end) {
            words.add(at, words.get(at));
          }
        }
      }
    }
    return String.join("", words);
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORDS.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
