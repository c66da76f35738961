package io.trailproof.document;

import com.fasterxml.jackson.core.JsonParser;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.util.List;

/** Reads a document whose notation nobody names: a file's name may lie. */
public final class Documents {
  private static final int HEAD = 4096;

  private Documents() {}

  /**
   * The document. What looks like JSON and is only YAML (a trailing comma, a comment) is read with
   * a note: real templates hold such things.
   */
  public static Outcome<Node> read(SourceFile file) {
    if (!looksLikeJson(file)) {
      return YamlReader.read(file);
    }
    Outcome<Node> strict = JsonStream.read(file);
    if (strict.built() != null) {
      return strict;
    }
    Outcome<Node> lenient = YamlReader.read(file);
    if (lenient.built() == null) {
      return strict;
    }
    List<Diagnostic> notes = strict.diagnostics().stream().map(Documents::note).toList();
    return new Outcome<>(lenient.built(), notes);
  }

  /** True if the first character that is no blank opens an object or an array. */
  public static boolean looksLikeJson(SourceFile file) {
    for (long from = 0; from < file.length(); from += HEAD) {
      String head = file.text(from, from + HEAD).stripLeading();
      if (!head.isEmpty()) {
        return head.charAt(0) == '{' || head.charAt(0) == '[';
      }
    }
    return false;
  }

  /** True for JSON with comments or trailing commas, as editors and compilers are configured by. */
  public static boolean isCommentedJson(SourceFile file) {
    try (JsonParser parser = JsonParsers.commented(file)) {
      while (parser.nextToken() != null) {
        // Only whether it can be read to the end is of interest.
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Diagnostic note(Diagnostic error) {
    Diagnostic note = DocumentError.NOT_STRICT_JSON.of(error.input(), error.message());
    return new Diagnostic(
        note.code(),
        note.severity(),
        note.message(),
        note.input(),
        error.primary(),
        error.secondary(),
        error.help());
  }
}
