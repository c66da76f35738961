package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every AWS resource type the rules can speak of, in canonical words and in both spellings. */
public final class Catalog {
  private final KnownTypes types;

  /** A catalog of what is known. */
  Catalog(KnownTypes types) {
    this.types = types;
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
      return new Catalog(new ReadTypes(types, standIns, leeway));
    }
  }

  /**
   * The type that a Terraform resource or data source type means, such as {@code aws_sns_topic}.
   */
  public Optional<Binding> terraform(String spelling) {
    return types.spelt(Dialect.TERRAFORM, spelling);
  }

  /** The type that a CloudFormation type means, such as {@code AWS::SNS::Topic}. */
  public Optional<Binding> cloudFormation(String spelling) {
    return types.spelt(Dialect.CLOUDFORMATION, spelling);
  }

  /** A type by its canonical name, such as {@code aws.sns.Topic}. */
  public Optional<ResourceType> type(String name) {
    return types.type(name);
  }

  /**
   * The types of which AWS takes two objects for one by what names them: the names of those that
   * share such names together, and those that others are named within before these.
   */
  public List<List<String>> spaces() {
    return types.spaces();
  }

  /** What is written where an address of one's own belongs. */
  public StandIns standIns() {
    return types.standIns();
  }

  /** Where the service and the schemas of the registry differ. */
  public Leeway leeway() {
    return types.leeway();
  }

  /** All types, in the order of the files. */
  public Collection<ResourceType> types() {
    return types.all();
  }
}
