package io.trailproof.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a graph that its inputs mark as sensitive.
 *
 * <p>The engines reason about values and quote them, and know nothing of marks; so a reason is held
 * against these before anybody sees it.
 */
public final class Secrets {
  /** What can be told of a document or a pattern by quoting a piece of it. */
  private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}_.:/@*+-]{5,}");

  private final List<Resource> resources;

  /** Null until somebody asks: of many a graph nobody does. */
  private @Nullable Set<String> texts;

  Secrets(List<Resource> resources) {
    this.resources = resources;
  }

  private Set<String> texts() {
    Set<String> all = texts;
    if (all == null) {
      all = new HashSet<>();
      for (Resource resource : resources) {
        for (Value value : resource.properties().values()) {
          collect(value, false, all);
        }
      }
      texts = all;
    }
    return all;
  }

  private static void collect(Value value, boolean within, Set<String> all) {
    boolean secret = within || value.origin().sensitive();
    if (secret) {
      value.asText().ifPresent(text -> add(text, all));
    }
    List<Value> children = value.children();
    for (int i = 0; i < children.size(); i++) { // every value of every resource comes by
      collect(children.get(i), secret, all);
    }
  }

  private static void add(String text, Set<String> all) {
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      all.add(pieces.group());
    }
    if (!text.isBlank()) {
      all.add(text);
    }
  }

  /** True if there is nothing to keep. */
  public boolean areNone() {
    return texts().isEmpty();
  }

  /** True if a text quotes one of them, as a word of its own. */
  public boolean areIn(String text) {
    return texts().stream().anyMatch(secret -> quotes(text, secret));
  }

  private static boolean quotes(String text, String secret) {
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      if (!isWithinWord(text, at) && !isWithinWord(text, at + secret.length())) {
        return true;
      }
    }
    return false;
  }

  /** True if letters or digits stand on both sides of a place. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at));
  }
}
