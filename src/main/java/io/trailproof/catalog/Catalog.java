package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every AWS resource type the rules can speak of, in canonical words and in both spellings. */
public final class Catalog {
  private final Map<String, ResourceType> types;
  private final Map<String, Binding> terraform = new LinkedHashMap<>();
  private final Map<String, Binding> cloudFormation = new LinkedHashMap<>();

  private final StandIns standIns;
  private final Leeway leeway;

  private Catalog(Map<String, ResourceType> types, StandIns standIns, Leeway leeway) {
    this.standIns = standIns;
    this.leeway = leeway;
    this.types = Collections.unmodifiableMap(types);
    for (ResourceType type : types.values()) {
      for (Binding binding : type.bindings()) {
        if (binding.dialect() == Dialect.TERRAFORM) {
          terraform.put(binding.spelling(), binding);
        } else if (binding.dialect() == Dialect.CLOUDFORMATION) {
          cloudFormation.put(binding.spelling(), binding);
        }
      }
    }
  }

  /**
   * A catalog of some files, over another one: a type of the same name replaces that one's. The
   * files are held against the schema first.
   */
  public static Outcome<Catalog> of(Optional<Catalog> base, List<Node> files) {
    Draft draft = new Draft(Closing.OPEN);
    base.ifPresent(
        catalog -> {
          draft.add(List.copyOf(catalog.types()));
          draft.add(catalog.standIns());
          draft.add(catalog.leeway());
        });
    List<Diagnostic> problems = new ArrayList<>();
    SchemaCheck schema = SchemaCheck.of("catalog", CatalogError.ID);
    for (Node file : files) {
      problems.addAll(schema.check(file));
      Outcome<List<ResourceType>> read = draft.read(file);
      problems.addAll(read.diagnostics());
    }
    return new Outcome<>(draft.finish(), problems);
  }

  /** A catalog while its files are read: types name each other before all are there. */
  static final class Draft implements ResourceType.TypeSource {
    private final Map<String, ResourceType> types = new LinkedHashMap<>();
    private final Closing closing;
    private StandIns standIns = StandIns.NONE;
    private Leeway leeway = Leeway.NONE;

    /**
     * A draft of nothing.
     *
     * @param closing of types that do not say whether they are closed
     */
    Draft(Closing closing) {
      this.closing = closing;
    }

    /** Adds what a file holds. */
    Outcome<List<ResourceType>> read(Node file) {
      CatalogReader reader = new CatalogReader(this, closing);
      Outcome<List<ResourceType>> read = reader.read(file);
      read.value().ifPresent(this::add);
      add(reader.standIns());
      add(reader.leeway());
      return read;
    }

    void add(Leeway more) {
      leeway = leeway.and(more);
    }

    void add(StandIns more) {
      standIns = standIns.and(more);
    }

    /** Adds types; a later type of the same name replaces an earlier one. */
    void add(List<ResourceType> more) {
      more.forEach(type -> types.put(type.name(), type));
    }

    @Override
    public Optional<ResourceType> type(String name) {
      return Optional.ofNullable(types.get(name));
    }

    Catalog finish() {
      return new Catalog(new LinkedHashMap<>(types), standIns, leeway);
    }
  }

  /**
   * The type that a Terraform resource or data source type means, such as {@code aws_sns_topic}.
   */
  public Optional<Binding> terraform(String spelling) {
    return Optional.ofNullable(terraform.get(spelling));
  }

  /** The type that a CloudFormation type means, such as {@code AWS::SNS::Topic}. */
  public Optional<Binding> cloudFormation(String spelling) {
    return Optional.ofNullable(cloudFormation.get(spelling));
  }

  /** A type by its canonical name, such as {@code aws.sns.Topic}. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** What is written where an address of one's own belongs. */
  public StandIns standIns() {
    return standIns;
  }

  /** Where the service and the schemas of the registry differ. */
  public Leeway leeway() {
    return leeway;
  }

  /** All types, in the order of the files. */
  public Collection<ResourceType> types() {
    return types.values();
  }
}
