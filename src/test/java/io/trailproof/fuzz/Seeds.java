package io.trailproof.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.cli.TemplateAsJson;
import io.trailproof.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the fuzz starts from: the fixtures, and where there is a corpus its small files too. The
 * lists are in order, so the same numbers find the same files.
 */
final class Seeds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SMALL = 60_000;

  /** A file that a case starts from. */
  static final class Seed {
    private final Path path;
    private final byte[] bytes;

    private Seed(Path path, byte[] bytes) {
      this.path = path;
      this.bytes = bytes;
    }

    static Seed of(Path path) {
      try {
        return new Seed(path, Files.readAllBytes(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] bytes() {
      return bytes.clone();
    }

    /** The folder and the name, for people. */
    String story() {
      return path.toString();
    }

    /** As JSON; nothing for what is none, of which the corpora hold some. */
    Optional<ObjectNode> tree() {
      try {
        return JSON.readTree(bytes) instanceof ObjectNode root
            ? Optional.of(root)
            : Optional.empty();
      } catch (JsonProcessingException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A JSON text that a case starts from. */
  record Tree(String story, ObjectNode root) {}

  private final List<Path> plans;
  private final List<Path> templates;
  private final List<Path> sources;

  private Seeds(List<Path> all) {
    plans = named(all, "(plan|state)\\.json");
    templates = named(all, "[^/]*(?<!trailproof)\\.(ya?ml|template|template\\.json)");
    sources = named(all, "[^/]*\\.tf");
  }

  /** Looks for them. */
  static Seeds found() throws IOException {
    List<Path> all = new ArrayList<>(small(Path.of("fixtures")));
    if (Corpus.folder().isPresent()) {
      for (String part : List.of("attacks", "new-aws", "engines", "cloudformation", "hostile")) {
        Path folder = Corpus.folder().get().resolve(part);
        if (Files.isDirectory(folder)) {
          all.addAll(small(folder));
        }
      }
    }
    return new Seeds(all);
  }

  private static List<Path> small(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(one) < SMALL) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private static List<Path> named(List<Path> all, String name) {
    return all.stream().filter(one -> one.getFileName().toString().matches(name)).toList();
  }

  Seed plan(Random random) {
    return Seed.of(FuzzTarget.any(random, plans));
  }

  Seed template(Random random) {
    return Seed.of(FuzzTarget.any(random, templates));
  }

  Seed source(Random random) {
    return Seed.of(FuzzTarget.any(random, sources));
  }

  /** A plan or state that is JSON. */
  Tree planTree(Random random) {
    while (true) {
      Seed seed = plan(random);
      Optional<ObjectNode> root = seed.tree();
      if (root.isPresent()) {
        return new Tree(seed.story(), root.get());
      }
    }
  }

  /** A template as JSON. */
  Tree templateTree(Random random) throws IOException {
    while (true) {
      Path path = FuzzTarget.any(random, templates);
      JsonNode root = TemplateAsJson.read(path).orElse(null);
      if (root instanceof ObjectNode template && template.path("Resources").isObject()) {
        return new Tree(path.toString(), template);
      }
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
