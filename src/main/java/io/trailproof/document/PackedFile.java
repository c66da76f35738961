package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.json.Json;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A YAML file of the folder {@code rules}, as the build left it in {@link Knowledge}. */
public final class PackedFile {
  /** What the names of their sections begin with. */
  public static final String FOLDER = "rules/";

  private PackedFile() {}

  /**
   * Reads one; all of it stands at the beginning of an empty file.
   *
   * @param path below {@code rules}
   * @throws IllegalStateException if it is missing: the build left it there
   */
  public static Node read(String path) {
    String name = FOLDER + path;
    return section(name).orElseThrow(() -> new IllegalStateException("not in the jar: " + name));
  }

  private static Optional<Node> section(String name) {
    return Knowledge.packed().section(name).map(tree -> node(name, tree));
  }

  /** The same of a part that the build left by itself. */
  public static Node node(String name, Json tree) {
    return node(tree, new Span(SourceFile.ofText(name, ""), 0, 0));
  }

  private static Node node(Json tree, Span span) {
    return switch (tree.kind()) {
      case OBJECT -> {
        List<Node.Member> members = new ArrayList<>();
        tree.asMembers()
            .orElseThrow()
            .forEach((key, value) -> members.add(new Node.Member(span, key, node(value, span))));
        yield new Node.Mapping(span, members, null);
      }
      case ARRAY ->
          new Node.Sequence(
              span, tree.children().stream().map(one -> node(one, span)).toList(), null);
      case STRING -> scalar(Node.Kind.STRING, ((Json.Str) tree).value(), span);
      case NUMBER -> scalar(Node.Kind.NUMBER, ((Json.Num) tree).source(), span);
      case TRUE, FALSE -> scalar(Node.Kind.BOOLEAN, tree.print(), span);
      case NULL -> scalar(Node.Kind.NULL, "", span);
      case OPEN -> throw new IllegalStateException("a hole in " + span.file().name());
    };
  }

  private static Node scalar(Node.Kind kind, String text, Span span) {
    return new Node.Scalar(span, kind, text, null);
  }

  /** The files of one kind that {@code rules/index.yaml} lists. */
  public static List<String> index(String kind) {
    return texts("index.yaml", kind);
  }

  /** The texts that a file lists below one of its keys. */
  public static List<String> texts(String path, String key) {
    return new MappingReader(read(path), "invalid-index", new ArrayList<>()).texts(key);
  }

  /**
   * What was read from a packed file.
   *
   * @throws IllegalStateException if anything was said against it
   */
  public static <T> T sound(String path, Outcome<T> outcome) {
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      throw new IllegalStateException(path + ": " + diagnostic.message());
    }
    return outcome.value().orElseThrow(() -> new IllegalStateException("nothing in " + path));
  }
}
