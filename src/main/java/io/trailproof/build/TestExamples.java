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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** For each requirement the shortest case of the rules' tests that breaks it. */
final class TestExamples {
  private static final String TYPE = "type";

  private record Found(boolean fails, Json example, int length) {
    boolean isBetterThan(Found other) {
      return fails != other.fails ? fails : length < other.length;
    }
  }

  private final SortedMap<String, Found> byRequirement = new TreeMap<>();

  private TestExamples() {}

  /**
   * Those of a checkout.
   *
   * @throws IllegalStateException if a test file is broken
   */
  static SortedMap<String, Json> of(Path checkout) throws IOException {
    TestExamples examples = new TestExamples();
    try (Stream<Path> files = Files.walk(checkout.resolve(PackedFile.FOLDER))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.toString().endsWith(".test.yaml")) {
          examples.file(read(file));
        }
      }
    }
    SortedMap<String, Json> all = new TreeMap<>();
    examples.byRequirement.forEach((requirement, found) -> all.put(requirement, found.example()));
    return all;
  }

  private static Node read(Path file) throws IOException {
    try {
      SourceFile source = SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file));
      return PackedFile.sound(source.name(), YamlReader.read(source));
    } catch (UnreadableSource e) {
      throw new IllegalStateException("not text: " + file, e);
    }
  }

  private void file(Node file) {
    String rule = text(file, "rule");
    Map<String, Node> base = members(file, "base");
    for (Node one : items(get(file, "cases"))) {
      Optional<Node> expect = get(one, "expect");
      String broken = expect.map(node -> text(node, "broken")).orElse("");
      String verdict = expect.map(node -> text(node, "verdict")).orElse("");
      if (!broken.isEmpty()) {
        Map<String, Node> changed = members(one, "change");
        List<String> removed =
            items(get(one, "remove")).stream().flatMap(name -> name.asString().stream()).toList();
        String breaks = breaks(changed, removed, base);
        Found found =
            new Found(
                verdict.equals("fail"),
                HandbookFiles.object(
                    "rule",
                    rule,
                    "name",
                    text(one, "name"),
                    "breaks",
                    breaks,
                    "holds",
                    holds(changed, removed, base)),
                breaks.length());
        byRequirement.merge(broken, found, (old, now) -> now.isBetterThan(old) ? now : old);
      }
    }
  }

  private static String breaks(
      Map<String, Node> changed, List<String> removed, Map<String, Node> base) {
    StringBuilder text = new StringBuilder();
    removed.forEach(name -> text.append("# without ").append(name).append('\n'));
    changed.forEach(
        (name, change) -> {
          text.append(name).append(":\n");
          Node old = base.get(name);
          if (old != null && get(change, TYPE).isEmpty()) {
            text.append("  type: ").append(text(old, TYPE)).append('\n');
          }
          lines(change, text);
        });
    return text.toString();
  }

  /** What the whole chain has of what a case changes or takes away. */
  private static String holds(
      Map<String, Node> changed, List<String> removed, Map<String, Node> base) {
    StringBuilder text = new StringBuilder();
    for (String name : removed) {
      Optional.ofNullable(base.get(name))
          .ifPresent(
              whole -> {
                text.append(name).append(":\n");
                lines(whole, text);
              });
    }
    changed.forEach(
        (name, change) -> {
          Node old = base.get(name);
          if (old == null) {
            text.append("# without ").append(name).append('\n');
            return;
          }
          text.append(name).append(":\n  type: ").append(text(old, TYPE)).append('\n');
          List<String> properties =
              change.asMapping().map(Node.Mapping::members).orElse(List.of()).stream()
                  .map(Node.Member::key)
                  .toList();
          old.asMapping().map(Node.Mapping::members).orElse(List.of()).stream()
              .filter(one -> properties.contains(one.key()) && !one.key().equals(TYPE))
              .forEach(one -> line(one, text));
        });
    return text.toString();
  }

  private static void lines(Node resource, StringBuilder text) {
    resource
        .asMapping()
        .map(Node.Mapping::members)
        .orElse(List.of())
        .forEach(one -> line(one, text));
  }

  private static void line(Node.Member member, StringBuilder text) {
    text.append("  ").append(member.key()).append(": ").append(flow(member.value())).append('\n');
  }

  /** A value on one line. */
  private static String flow(Node value) {
    String tag = value.tag() == null ? "" : value.tag() + " ";
    return tag
        + value.match(
            scalar ->
                scalar.kind() == Node.Kind.STRING && tag.isEmpty()
                    ? quoted(scalar.text())
                    : scalar.text(),
            sequence ->
                "["
                    + String.join(", ", sequence.items().stream().map(TestExamples::flow).toList())
                    + "]",
            mapping ->
                "{ "
                    + String.join(
                        ", ",
                        mapping.members().stream()
                            .map(one -> one.key() + ": " + flow(one.value()))
                            .toList())
                    + " }");
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_./-]*")
        ? text
        : "'" + text.strip().replace("'", "''") + "'";
  }

  private static Map<String, Node> members(Node of, String key) {
    Map<String, Node> members = new LinkedHashMap<>();
    get(of, key)
        .flatMap(Node::asMapping)
        .ifPresent(all -> all.members().forEach(one -> members.put(one.key(), one.value())));
    return members;
  }

  private static List<Node> items(Optional<Node> list) {
    List<Node> items = new ArrayList<>();
    list.ifPresent(
        node -> items.addAll(node.asSequence().map(Node.Sequence::items).orElse(List.of(node))));
    return items;
  }

  private static Optional<Node> get(Node of, String key) {
    return of.asMapping().flatMap(all -> all.get(key));
  }

  private static String text(Node of, String key) {
    return get(of, key).flatMap(Node::asScalar).map(Node.Scalar::text).orElse("");
  }
}
