package io.trailproof.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a document that may hold secrets, said by place and key and without a word of
 * what is written there: a plan, a state, a file of parameters.
 */
public final class Unquoted {
  /** A key that is longer is no name that helps anybody. */
  private static final int LONGEST = 80;

  private static final int FARTHEST = 1 << 16;

  /** A key of a block mapping, alone on the left of its line. */
  private static final Pattern KEY =
      Pattern.compile("(?m)^[ -]*[\"']?([A-Za-z][\\w.:/-]*)[\"']?[ ]*:(?=\\s|$)");

  private Unquoted() {}

  /** The same without the text of the document. */
  public static Diagnostic of(Diagnostic diagnostic) {
    Optional<String> key =
        Optional.ofNullable(diagnostic.primary())
            .map(label -> label.part())
            .flatMap(Unquoted::keyBefore)
            .filter(one -> one.length() <= LONGEST);
    return diagnostic.withoutText(
        key.map(one -> "the last key before it is `" + one + "`").stream().toList());
  }

  /** The same, if it is not without that text already. */
  public static Diagnostic once(Diagnostic diagnostic) {
    return diagnostic.primary() == null || diagnostic.primary().isQuoted()
        ? of(diagnostic)
        : diagnostic;
  }

  /** All of some, without the text of their documents. */
  public static List<Diagnostic> all(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Unquoted::of).toList();
  }

  private static Optional<String> keyBefore(Span place) {
    return Documents.looksLikeJson(place.file()) ? keyInJson(place) : keyInYaml(place);
  }

  private static Optional<String> keyInJson(Span place) {
    Optional<String> key = Optional.empty();
    try (JsonParser parser = JsonParsers.of(place.file())) {
      for (JsonToken token = parser.nextToken();
          token != null && parser.currentTokenLocation().getByteOffset() < place.start();
          token = parser.nextToken()) {
        key = token == JsonToken.FIELD_NAME ? Optional.of(parser.currentName()) : key;
      }
      return key;
    } catch (IOException e) {
      return key; // here it stops being JSON, which is what there is to say
    }
  }

  private static Optional<String> keyInYaml(Span place) {
    SourceFile file = place.file();
    String before = file.text(Math.max(0, place.start() - FARTHEST), place.start());
    Matcher key = KEY.matcher(before);
    Optional<String> last = Optional.empty();
    while (key.find()) {
      last = Optional.of(key.group(1));
    }
    return last;
  }
}
