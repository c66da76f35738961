package io.trailproof.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write where an address of their own belongs: nobody is told there.
 *
 * @param domains domains, those below them included
 * @param words whole words
 * @param beginnings what a word, or several with signs between them, begin with
 */
public record StandIns(List<String> domains, List<String> words, List<String> beginnings) {
  private static final Pattern ONE_DIGIT = Pattern.compile("\\+?(\\d)\\1{5,}");

  static final StandIns NONE = new StandIns(List.of(), List.of(), List.of());

  public StandIns {
    domains = List.copyOf(domains);
    words = List.copyOf(words);
    beginnings = List.copyOf(beginnings);
  }

  StandIns and(StandIns more) {
    return new StandIns(
        joined(domains, more.domains),
        joined(words, more.words),
        joined(beginnings, more.beginnings));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** True if an address, a URL or a number plainly waits to be replaced. */
  public boolean isOne(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return isOfDomain(host(lower)) || isOneDigit(lower) || hasWord(lower);
  }

  private static boolean isOneDigit(String text) {
    boolean isNumber =
        text.startsWith("+") || (!text.isEmpty() && Character.isDigit(text.charAt(0)));
    return isNumber && ONE_DIGIT.matcher(text).matches();
  }

  private boolean isOfDomain(String host) {
    return domains.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
  }

  /** What follows the at sign of an address, or stands between the slashes of a URL. */
  private static String host(String text) {
    int scheme = text.indexOf("://");
    String rest = scheme < 0 ? text : text.substring(scheme + 3).replaceFirst("[/?#].*", "");
    String host = rest.substring(rest.lastIndexOf('@') + 1);
    return scheme < 0 ? host : host.replaceFirst(":\\d*$", "");
  }

  private boolean hasWord(String text) {
    List<String> each = words(text);
    String rest = String.join("", each);
    for (String word : each) {
      if (words.contains(word) || begins(rest).isPresent()) {
        return true;
      }
      rest = rest.substring(word.length());
    }
    return false;
  }

  /** Letters and digits that stand together, and each bracket by itself. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        if (from < i) {
          words.add(text.substring(from, i));
        }
        if (c == '<' || c == '>') {
          words.add(String.valueOf(c));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private Optional<String> begins(String rest) {
    return beginnings.stream().filter(rest::startsWith).findFirst();
  }
}
