package io.trailproof.input.terraform.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * An address or reference taken apart: names, and index steps with their brackets ({@code [0]},
 * {@code ["a.b"]}), whose keys may hold dots, brackets and escaped quotes (section 2).
 */
public record Traversal(List<String> steps) {
  public static final Traversal NONE = new Traversal(List.of());

  public Traversal {
    steps = List.copyOf(steps);
  }

  public static Traversal parse(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.') {
        at++;
      } else if (c == '[') {
        int end = closing(text, at);
        steps.add(text.substring(at, end));
        at = end;
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
          end++;
        }
        steps.add(text.substring(at, end));
        at = end;
      }
    }
    return new Traversal(steps);
  }

  /** The end of an index step, brackets included; the end of the text if it never closes. */
  private static int closing(String text, int open) {
    boolean quoted = false;
    for (int at = open + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quoted) {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return at + 1;
      }
    }
    return text.length();
  }

  public int size() {
    return steps.size();
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The step at a place; empty behind the end. */
  public String step(int at) {
    return at < steps.size() ? steps.get(at) : "";
  }

  public boolean isIndex(int at) {
    return step(at).startsWith("[");
  }

  /** The steps from a place on. */
  public Traversal from(int at) {
    return at >= steps.size() ? NONE : new Traversal(steps.subList(at, steps.size()));
  }

  /** These steps and then those. */
  public Traversal then(Traversal rest) {
    List<String> all = new ArrayList<>(steps);
    all.addAll(rest.steps);
    return new Traversal(all);
  }

  /** As written: names joined by dots, index steps as they are. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      if (text.length() > 0 && !step.startsWith("[")) {
        text.append('.');
      }
      text.append(step);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
