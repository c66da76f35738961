package io.trailproof.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.Schemas;
import io.trailproof.document.Knowledge;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.YamlReader;
import io.trailproof.json.Json;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompileKnowledgeTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("trailproof.root", ""));

  @Test
  void whatIsWrittenIsRead() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Map<String, Json> trees = new LinkedHashMap<>();
      KnowledgeWriter writer = new KnowledgeWriter();
      for (int i = random.nextInt(8); i > 0; i--) {
        Json tree = tree(random, 4);
        trees.put("section " + random.nextInt(1000) + i, tree);
      }
      trees.forEach(writer::add);
      Knowledge read = Knowledge.of(writer.parts()::get);
      trees.forEach((name, tree) -> assertEquals(Optional.of(tree), read.section(name)));
      assertEquals(trees.keySet().stream().sorted().toList(), read.sections());
      assertEquals(Optional.empty(), read.section("section"));
    }
  }

  private static Json tree(Random random, int deep) {
    List<Json> elements = new ArrayList<>();
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = random.nextInt(deep > 0 ? 200 >> deep : 1); i > 0; i--) {
      elements.add(tree(random, deep - 2));
      members.put("ключ" + random.nextInt(500), tree(random, deep - 2));
    }
    return switch (random.nextInt(7)) {
      case 0 -> Json.Null.NULL;
      case 1 -> Json.Bool.TRUE;
      case 2 -> Json.Bool.FALSE;
      case 3 -> new Json.Str("text\u0000 é" + random.nextInt(500));
      case 4 -> new Json.Num(random.nextInt(500) + ".50");
      case 5 -> new Json.Arr(elements);
      default -> new Json.Obj(members);
    };
  }

  @Test
  void nothingIsAddedTwiceAndNothingWithHoles() {
    KnowledgeWriter writer = new KnowledgeWriter();
    writer.add("a", Json.Null.NULL);
    assertThrows(IllegalArgumentException.class, () -> writer.add("a", Json.Null.NULL));
    assertThrows(
        IllegalArgumentException.class, () -> writer.add("b", new Json.Unknown("not known")));
  }

  @Test
  void whatNoConstantHoldsTakesSeveral() throws Exception {
    for (int length : List.of(65_000, 65_535, 70_000, 200_000)) {
      for (String letter : List.of("a", "\u0000", "é", "€")) {
        Json tree = new Json.Str(letter.repeat(length));
        KnowledgeWriter writer = new KnowledgeWriter();
        writer.add("long", tree);
        writer.add("long b", Json.Bool.TRUE);
        Knowledge read = Knowledge.of(loaded(writer)::get);
        assertEquals(Optional.of(tree), read.section("long"));
        assertEquals(List.of("long", "long b"), read.sections());
        assertEquals(Optional.empty(), read.section("lon"));
      }
    }
  }

  /** The parts as a class of constants has them. */
  private static Map<Integer, String> loaded(KnowledgeWriter writer) throws Exception {
    byte[] bytes = writer.constants("io/trailproof/build/Parts");
    Map<Integer, String> loaded = new HashMap<>();
    Class<?> type = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
    Method part = type.getDeclaredMethod("part", int.class);
    part.setAccessible(true);
    for (int hash : writer.parts().keySet()) {
      loaded.put(hash, (String) part.invoke(null, hash));
    }
    assertNull(part.invoke(null, 5));
    return loaded;
  }

  @Test
  void whatIsPackedIsWhatTheCheckoutCompilesTo() throws IOException {
    assertPacked(Knowledge.class, CompileKnowledge.compile(CHECKOUT));
  }

  private static void assertPacked(Class<?> of, KnowledgeWriter compiled) throws IOException {
    String name = of.getName().replace('.', '/') + "Parts";
    try (InputStream in = of.getResourceAsStream("/" + name + ".class")) {
      assertArrayEquals(compiled.constants(name), in.readAllBytes());
    }
  }

  @Test
  void packedRuleFilesSayWhatTheirYamlSays() throws IOException {
    Path rules = CHECKOUT.resolve("rules");
    int files = 0;
    try (Stream<Path> all = Files.walk(rules)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String path = rules.relativize(file).toString().replace('\\', '/');
        boolean isOfCatalog = path.startsWith("closed/") || path.startsWith("catalog/");
        // What the catalog says is packed type by type: PackedTypesTest holds it to the YAML.
        if (path.endsWith(".yaml") && !path.endsWith(".test.yaml") && !isOfCatalog) {
          SourceFile yaml = SourceFile.ofText(path, Files.readString(file));
          Node written = YamlReader.read(yaml).value().orElseThrow();
          assertEquals(plain(written), plain(PackedFile.read(path)), path);
          files++;
        }
      }
    }
    assertTrue(files > 20, "only " + files + " files");
  }

  /** All that a node says but its place. */
  private static Object plain(Node node) {
    return node.match(
        scalar -> List.of(scalar.kind(), scalar.isNull() ? "" : scalar.text()),
        sequence -> sequence.items().stream().map(CompileKnowledgeTest::plain).toList(),
        mapping ->
            mapping.members().stream()
                .map(member -> Map.entry(member.key(), plain(member.value())))
                .toList());
  }

  @Test
  void ruleFilesThatATreeCannotHoldAreRefused(@TempDir Path checkout) throws IOException {
    Path file = Files.createDirectories(checkout.resolve("rules")).resolve("a.yaml");
    for (String broken : List.of("a: !ref b", "a: 1\na: 2", "a: yes", "a: [")) {
      Files.writeString(file, broken);
      assertThrows(IllegalStateException.class, () -> RuleFiles.read(checkout).sections(), broken);
    }
    Files.writeString(file, "a: true");
    assertEquals(
        List.of("leeway", "rules on", "rules/a.yaml", "spaces", "stand-ins", "types"),
        List.copyOf(RuleFiles.read(checkout).sections().keySet()));
  }

  @Test
  void schemasAreThoseOfTheRegistry() {
    Json topic = Schemas.schema("AWS::SNS::Topic").orElseThrow();
    assertEquals(
        Optional.of(true),
        topic
            .asMembers()
            .map(schema -> schema.get("properties"))
            .flatMap(Json::asMembers)
            .map(properties -> properties.containsKey("KmsMasterKeyId")));
    assertFalse(Schemas.schema("AWS::SNS::Topics").isPresent());
    assertTrue(Schemas.isNamed("AWS::EC2::Instance"));
    assertTrue(Schemas.isNamed("Alexa::ASK::Skill"));
    assertFalse(Schemas.isNamed("AWS::EC2::Instances"));
    assertFalse(Schemas.isNamed("AWS"));
    assertTrue(Schemas.isNamed("aws_instance"));
    assertTrue(Schemas.isNamed("awscc_cloudwatch_log_alarm"));
    assertFalse(Schemas.isNamed("aws_cloudwatch_log_alarm"));
  }
}
