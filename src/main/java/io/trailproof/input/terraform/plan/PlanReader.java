package io.trailproof.input.terraform.plan;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Streams a plan or state once and keeps what belongs to resources of wanted types. */
public final class PlanReader {
  /** The size up to which every token of a file is read. */
  private static final long SCANNED_BYTES = 64L << 20;

  private static final int WINDOW = 1 << 17;

  /** Those that Terraform and OpenTofu have written so far. */
  private static final Set<String> USUAL_FORMATS = Set.of("0.1", "0.2", "1.0", "1.1", "1.2");

  private final SourceFile file;
  private final JsonStream stream;
  private final Predicate<String> wanted;
  private final ConfigurationReader configuration;
  private final Set<String> keys = new LinkedHashSet<>();
  private final List<Instance> values = new ArrayList<>();
  private final List<Instance> prior = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ForeignInstance> foreign = new ArrayList<>();
  private final Map<String, Span> deferred = new LinkedHashMap<>();
  private final Map<String, Node> variables = new LinkedHashMap<>();
  private Node.@Nullable Scalar formatVersion;
  private String version = "";
  private boolean errored;

  private PlanReader(SourceFile file, JsonStream stream, Predicate<String> wanted) {
    this.file = file;
    this.stream = stream;
    this.wanted = wanted;
    this.configuration = new ConfigurationReader(stream, wanted);
  }

  /**
   * Reads a file whole, or fails with the one thing to say about it. Of a large one what no rule
   * asks about is looked at no further than to find its end.
   */
  public static PlanDocument read(SourceFile file, Predicate<String> wanted) throws BrokenJson {
    return read(file, wanted, SCANNED_BYTES, WINDOW);
  }

  /**
   * The same with bounds.
   *
   * @param scanned the size up to which every token is read
   * @param window how many bytes of a larger file are held in memory
   */
  static PlanDocument read(SourceFile file, Predicate<String> wanted, long scanned, int window)
      throws BrokenJson {
    if (file.length() > scanned) {
      try {
        return split(file, wanted, window);
      } catch (BrokenJson e) {
        return scan(file, wanted); // which says what is wrong
      }
    }
    return scan(file, wanted);
  }

  /** Reads what is wanted and passes over the rest; what it says of a failure is not for users. */
  static PlanDocument split(SourceFile file, Predicate<String> wanted, int window)
      throws BrokenJson {
    try (JsonStream stream = JsonStream.split(file, window)) {
      return new PlanReader(file, stream, wanted).read();
    }
  }

  /** Reads every token. */
  static PlanDocument scan(SourceFile file, Predicate<String> wanted) throws BrokenJson {
    try (JsonStream stream = JsonStream.open(file)) {
      return new PlanReader(file, stream, wanted).read();
    }
  }

  private PlanDocument read() throws BrokenJson {
    stream.members(this::section);
    stream.finish();
    Diagnostic refusal = refusal();
    if (refusal != null) {
      throw new BrokenJson(refusal);
    }
    return new PlanDocument(
        errored,
        values,
        prior,
        changes,
        foreign,
        deferred,
        configuration.root(),
        configuration.providers(),
        variables,
        version,
        notes());
  }

  /** A plan always has a configuration, so one without has lost it on its way. */
  private List<Diagnostic> notes() {
    boolean isPlan = keys.contains("resource_changes") || keys.contains("planned_values");
    if (!isPlan && !keys.contains("values")) {
      return List.of(PlanError.NOTHING_SHOWN.atStart(file));
    }
    return isPlan && !configuration.found()
        ? List.of(PlanError.NO_CONFIGURATION.atStart(file))
        : List.of();
  }

  /** Why the document is not read; null if it is. */
  private @Nullable Diagnostic refusal() {
    if (formatVersion == null) {
      boolean state =
          keys.contains("version") && (keys.contains("lineage") || keys.contains("serial"));
      return (state ? PlanError.RAW_STATE : PlanError.NO_FORMAT_VERSION).atStart(file);
    }
    String version = formatVersion.text();
    if (!USUAL_FORMATS.contains(version) && !version.matches("[01](\\..*)?")) {
      return PlanError.UNKNOWN_FORMAT.at(formatVersion.span(), version);
    }
    return keys.contains("resource_changes") && !keys.contains("planned_values")
        ? PlanError.NO_PLANNED_VALUES.atStart(file)
        : null;
  }

  /** Why a file is not read that begins as the zip that {@code terraform plan -out} writes. */
  public static Optional<Diagnostic> refusal(byte[] head, String input) {
    boolean zip =
        head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    return zip ? Optional.of(PlanError.BINARY.of(input, input)) : Optional.empty();
  }

  private void section(String key) throws BrokenJson {
    keys.add(key);
    switch (key) {
      case "format_version" -> formatVersion = stream.node().asScalar().orElse(null);
      case "planned_values", "values" -> values(values);
      case "prior_state" -> priorState();
      case "resource_changes" -> changes();
      case "deferred_changes" -> stream.elements(this::deferredChange);
      case "configuration" -> configuration.read();
      case "variables" -> stream.members(this::variable);
      case "terraform_version" -> version = stream.text();
      case "errored" -> errored = stream.text().equals("true");
      default -> stream.skip();
    }
  }

  private void priorState() throws BrokenJson {
    stream.members(
        key -> {
          if (key.equals("values")) {
            values(prior);
          }
        });
  }

  private void values(List<Instance> instances) throws BrokenJson {
    stream.members(
        key -> {
          if (key.equals("root_module")) {
            module(instances);
          }
        });
  }

  private void module(List<Instance> instances) throws BrokenJson {
    stream.members(
        key -> {
          switch (key) {
            case "resources" ->
                stream.objectsWhere("type", wanted, node -> instance(node, instances));
            case "child_modules" -> stream.elements(() -> module(instances));
            default -> stream.skip();
          }
        });
  }

  private void instance(Node.Mapping node, List<Instance> instances) throws BrokenJson {
    Instance.of(node).ifPresent(instances::add);
    if (instances == values) {
      ForeignInstance.of(node)
          .filter(one -> !one.address().block().startsWith("data."))
          .ifPresent(foreign::add);
    }
  }

  private void changes() throws BrokenJson {
    stream.objectsWhere("type", wanted, node -> Change.of(node).ifPresent(changes::add));
  }

  private void deferredChange() throws BrokenJson {
    stream.members(
        key -> {
          if (key.equals("resource_change")) {
            Node.Mapping node = stream.node().asMapping().orElse(null);
            if (node != null
                && node.get("type").flatMap(Node::asString).filter(wanted).isPresent()) {
              deferred.put(node.get("address").flatMap(Node::asString).orElse("?"), node.span());
            }
          }
        });
  }

  private void variable(String name) throws BrokenJson {
    stream.members(
        key -> {
          if (key.equals("value")) {
            variables.put(name, stream.node());
          }
        });
  }
}
