package io.trailproof.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that is safe to print on a terminal and in a log, whatever a stranger wrote into a plan.
 *
 * <p>Control characters, those that turn the direction of writing and those that nobody sees are
 * shown as {@code \}{@code u001b} and the like, and so is everything beyond ASCII on a terminal
 * that shows no more; and since a log line that begins with {@code ::} or {@code ##} is a command
 * to some CI systems, no line of ours begins with foreign text.
 */
public final class Plain {
  /** The one character beyond ASCII that our own messages hold. */
  private static final int ELLIPSIS = '…';

  /** The second sign of what begins a command. */
  private static final Pattern COMMAND = Pattern.compile("(?i)(?<=#)#(?=\\[|vso\\[)");

  private static final String NUMBER_SIGN = "\\u0023";

  private static final int LAST_ASCII = 0x7E;

  private Plain() {}

  public static String text(String text, Style style) {
    String harmless = without(text);
    if (isPrintable(harmless)) {
      return harmless;
    }
    StringBuilder safe = new StringBuilder(text.length());
    harmless
        .codePoints()
        .forEach(
            c -> {
              if (c == ELLIPSIS) {
                safe.append(style.choose("…", "..."));
              } else if (isUnsafe(c) || (c > LAST_ASCII && !style.unicode())) {
                safe.append(escaped(c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /**
   * A text with the commands in it that a CI system would carry out: one that begins with {@code
   * ::}, whatever blanks stand before it, and {@code ##[} or {@code ##vso[} anywhere.
   */
  private static String without(String text) {
    String unled =
        text.stripLeading().startsWith("::") ? text.replaceFirst("::", "\\\\u003a:") : text;
    return unled.contains("##")
        ? COMMAND.matcher(unled).replaceAll(Matcher.quoteReplacement(NUMBER_SIGN))
        : unled;
  }

  /** True if there is nothing but what ASCII shows, as in nearly all texts. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  /**
   * Texts that are safe each by itself and stand beside each other on a line, without the commands
   * that they are together.
   */
  static List<String> beside(List<String> texts) {
    List<String> safe = new ArrayList<>(texts);
    Matcher command = COMMAND.matcher(String.join("", texts));
    int grown = 0;
    while (command.find()) {
      int at = command.start() + grown;
      int part = 0;
      while (at >= safe.get(part).length()) {
        at -= safe.get(part++).length();
      }
      String one = safe.get(part);
      safe.set(part, one.substring(0, at) + NUMBER_SIGN + one.substring(at + 1));
      grown += NUMBER_SIGN.length() - 1;
    }
    return safe;
  }

  private static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || isBlank(c);
  }

  /**
   * True for the letters and marks that show nothing, which Unicode ignores by default or counts
   * among symbols: fillers, variation selectors, the empty braille pattern.
   */
  private static boolean isBlank(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFFA0
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String escaped(int c) {
    String hex = Integer.toHexString(c);
    return c > 0xFFFF ? "\\u{" + hex + "}" : "\\u" + "0".repeat(4 - hex.length()) + hex;
  }
}
