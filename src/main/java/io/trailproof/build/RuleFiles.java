package io.trailproof.build;

import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.YamlReader;
import io.trailproof.json.Json;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML of the folder {@code rules} as trees, which a start reads faster than YAML. */
final class RuleFiles {
  private static final String TESTS = ".test.yaml";

  private RuleFiles() {}

  /**
   * Reads all but the rules' tests.
   *
   * @return trees by their names as {@link PackedFile} asks for them
   * @throws IllegalStateException if one is broken or says what a tree cannot hold
   */
  static SortedMap<String, Json> trees(Path checkout) throws IOException {
    SortedMap<String, Json> trees = new TreeMap<>();
    Path rules = checkout.resolve(PackedFile.FOLDER);
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml") && !name.endsWith(TESTS)) {
          String path = rules.relativize(file).toString().replace('\\', '/');
          trees.put(PackedFile.FOLDER + path, read(path, file));
        }
      }
    }
    return trees;
  }

  private static Json read(String path, Path file) throws IOException {
    try {
      SourceFile source = SourceFile.of(path, Files.readAllBytes(file));
      return tree(PackedFile.sound(path, YamlReader.read(source)));
    } catch (UnreadableSource e) {
      throw new IllegalStateException("not text: " + path, e);
    }
  }

  private static Json tree(Node node) {
    if (node.tag() != null) {
      throw new IllegalStateException("tag " + node.tag() + " at " + node.span().position());
    }
    return node.match(
        RuleFiles::scalar,
        sequence -> new Json.Arr(sequence.items().stream().map(RuleFiles::tree).toList()),
        RuleFiles::mapping);
  }

  private static Json scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> new Json.Str(scalar.text());
      case NUMBER -> new Json.Num(scalar.text());
      case BOOLEAN -> truth(scalar);
      case NULL -> Json.Null.NULL;
    };
  }

  /** YAML has eleven more spellings of each, which a tree does not keep apart. */
  private static Json truth(Node.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> Json.Bool.TRUE;
      case "false" -> Json.Bool.FALSE;
      default ->
          throw new IllegalStateException(
              scalar.text() + " for true or false at " + scalar.span().position());
    };
  }

  private static Json mapping(Node.Mapping mapping) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Node.Member member : mapping.members()) {
      if (members.put(member.key(), tree(member.value())) != null) {
        throw new IllegalStateException(
            "`" + member.key() + "` twice at " + member.keySpan().position());
      }
    }
    return new Json.Obj(members);
  }
}
