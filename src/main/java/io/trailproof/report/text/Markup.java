package io.trailproof.report.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML or HTML as it is written: elements, attributes and text, where text can never become markup.
 */
public final class Markup {
  private final StringBuilder written = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  public Markup open(String element, String... attributes) {
    start(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    written.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content, as XML writes it. */
  public Markup empty(String element, String... attributes) {
    start(element, attributes).append("/>");
    return this;
  }

  /** An element that HTML knows to be without content. */
  public Markup lone(String element, String... attributes) {
    start(element, attributes).append('>');
    return this;
  }

  /** An element that holds nothing but text. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Text. */
  public Markup text(String text) {
    written.append(escaped(text));
    return this;
  }

  /** A line end between elements, where it means nothing. */
  public Markup line() {
    written.append('\n');
    return this;
  }

  /** Markup of our own, as it is: nothing that comes from an input. */
  public Markup own(String markup) {
    written.append(markup);
    return this;
  }

  /** How many characters there are. */
  public int length() {
    return written.length();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return written.toString();
  }

  private StringBuilder start(String element, String... attributes) {
    written.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      written
          .append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
    return written;
  }

  /** The text with all signs that mean something to XML and HTML as entities. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
