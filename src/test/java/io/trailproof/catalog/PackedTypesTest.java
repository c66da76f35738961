package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is packed says what the YAML says. */
class PackedTypesTest {
  private final Catalog packed = BundledCatalog.read();
  private final Catalog read;

  PackedTypesTest() throws Exception {
    Path rules = Path.of(System.getProperty("trailproof.root", ".")).resolve(PackedFile.FOLDER);
    List<Node> files = new ArrayList<>();
    for (String path : PackedFile.index("catalog")) {
      SourceFile file = SourceFile.of(path, Files.readAllBytes(rules.resolve(path)));
      files.add(PackedFile.sound(path, YamlReader.read(file)));
    }
    read = PackedFile.sound("catalog", Catalog.of(Optional.empty(), files));
  }

  @Test
  void everyTypeIsWhatItsFileSays() {
    assertTrue(read.types().size() > 40, read.types().toString());
    assertEquals(
        read.types().stream().map(ResourceType::name).toList(),
        packed.types().stream().map(ResourceType::name).toList());
    for (ResourceType type : read.types()) {
      ResourceType same = packed.type(type.name()).orElseThrow();
      assertEquals(said(type), said(same), type.name());
      assertEquals(Closing.PACKED, same.closing(), type.name());
    }
  }

  private static List<Object> said(ResourceType type) {
    return List.of(
        type.title(),
        type.arn(),
        type.properties(),
        type.embeddings(),
        type.identity(),
        type.diesWith(),
        type.bindings().stream().map(one -> ((SpeltBinding) one).spelt()).toList());
  }

  @Test
  void everySpellingLeadsToItsType() {
    for (ResourceType type : read.types()) {
      for (Binding binding : type.bindings()) {
        Optional<Binding> same =
            switch (binding.dialect()) {
              case TERRAFORM -> packed.terraform(binding.spelling());
              case CLOUDFORMATION -> packed.cloudFormation(binding.spelling());
              default -> Optional.of(packed.type(type.name()).orElseThrow().canonical());
            };
        assertEquals(binding.spelling(), same.orElseThrow().spelling());
        assertEquals(binding.dialect(), same.orElseThrow().dialect());
      }
    }
    assertTrue(packed.terraform("aws_nothing").isEmpty());
    assertTrue(packed.type("aws.nothing.Nothing").isEmpty());
  }

  @Test
  void whatStandsBesideTheTypesIsTheSame() {
    assertEquals(read.standIns(), packed.standIns());
    assertEquals(read.leeway(), packed.leeway());
    assertEquals(read.spaces(), packed.spaces());
  }
}
