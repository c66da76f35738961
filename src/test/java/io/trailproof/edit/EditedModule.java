package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.TerraformFile;
import io.trailproof.remedy.Alteration;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Terraform files in a folder, the resources that a plan of them has, and edits of them. */
final class EditedModule {
  private static final Catalog CATALOG = BundledCatalog.read();

  private final Path folder;
  private final Map<String, SourceFile> files = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Alteration> changes = new ArrayList<>();

  EditedModule(Path folder) {
    this.folder = folder;
  }

  /** A file of the folder. */
  EditedModule file(String name, String text) throws IOException, UnreadableSource {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    files.put(name, SourceFile.open(path.toString()));
    return this;
  }

  /** An instance that a file's block makes, with what the plan has of it. */
  EditedModule has(String file, String address, Object... properties) {
    String[] words = address.replaceAll("\\[.*", "").split("\\.", -1);
    return in(file, address, words[0] + "." + words[1], properties);
  }

  /** The same of a block in a module. */
  EditedModule in(String file, String address, String block, Object... properties) {
    SourceFile source = file(file);
    Block written =
        TerraformFile.read(source).blocks("resource").stream()
            .filter(one -> String.join(".", one.labels()).equals(block))
            .findFirst()
            .orElseThrow();
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      values.put((String) properties[i], value(properties[i + 1]));
    }
    Value place = Value.text("us-east-1", Origin.NOWHERE);
    resources.add(
        new Resource(
            id(address),
            CATALOG.terraform(written.label(0)).orElseThrow().type().name(),
            Dialect.TERRAFORM,
            Existence.MANAGED,
            new Place(place, place),
            values,
            written.header()));
    return this;
  }

  static ResourceId id(String address) {
    return new ResourceId("plan.json", address);
  }

  static Value value(Object value) {
    if (value instanceof Value known) {
      return known;
    }
    if (value instanceof Integer number) {
      return Value.number(BigDecimal.valueOf(number), Origin.NOWHERE);
    }
    if (value instanceof Boolean flag) {
      return Value.flag(flag, Origin.NOWHERE);
    }
    if (value instanceof List<?> list) {
      return new Value.Items(list.stream().map(EditedModule::value).toList(), Origin.NOWHERE);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Value> fields = new LinkedHashMap<>();
      map.forEach((name, one) -> fields.put((String) name, value(one)));
      return new Value.Fields(fields, Origin.NOWHERE);
    }
    return Value.text((String) value, Origin.NOWHERE);
  }

  static Value arn(String address) {
    return new Value.Reference(id(address), "arn", Origin.NOWHERE);
  }

  /** A property is set. */
  EditedModule set(String address, String property, Object value) {
    changes.add(new Alteration.Set(id(address), property, value(value)));
    return this;
  }

  /** A property is left out. */
  EditedModule unset(String address, String property) {
    changes.add(new Alteration.Unset(id(address), property));
    return this;
  }

  /** A topic is added. */
  EditedModule topic(String address, String beside) {
    return add(address, "aws.sns.Topic", beside, "name", "topic");
  }

  /** A resource is added. */
  EditedModule add(String address, String type, String beside, Object... properties) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      values.put((String) properties[i], value(properties[i + 1]));
    }
    changes.add(new Alteration.Add(id(address), type, id(beside), values));
    return this;
  }

  Edits edits() {
    return new TerraformEditor(CATALOG, new ResourceGraph(resources, List.of()), changes)
        .edits(changes);
  }

  /** The text of a file with the edits, of which none is left out. */
  String edited(String name) {
    Edits edits = edits();
    SourceFile file = file(name);
    assertEquals(List.of(), edits.unwritten());
    return EditedFile.of(edits.edits()).stream()
        .filter(one -> one.file().name().equals(file.name()))
        .map(EditedFile::text)
        .findFirst()
        .orElseGet(file::text);
  }

  private SourceFile file(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  /** Why the only change cannot be written. */
  String refused() {
    Edits edits = edits();
    assertEquals(List.of(), edits.edits());
    assertEquals(1, edits.unwritten().size());
    return edits.unwritten().get(0).why();
  }
}
