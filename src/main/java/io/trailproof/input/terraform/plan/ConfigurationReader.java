package io.trailproof.input.terraform.plan;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Streams the configuration section: the tree of modules and the provider configurations. */
final class ConfigurationReader {
  private final JsonStream stream;
  private final Predicate<String> wanted;
  private final List<ProviderConfig> providers = new ArrayList<>();
  private ModuleConfig root = ModuleConfig.EMPTY;
  private boolean found;

  ConfigurationReader(JsonStream stream, Predicate<String> wanted) {
    this.stream = stream;
    this.wanted = wanted;
  }

  /** True if there was something to read. */
  boolean found() {
    return found;
  }

  ModuleConfig root() {
    return root;
  }

  List<ProviderConfig> providers() {
    return providers;
  }

  void read() throws BrokenJson {
    stream.members(
        key -> {
          switch (key) {
            case "root_module" -> {
              found = true;
              root = module();
            }
            case "provider_config" -> stream.members(this::provider);
            default -> stream.skip();
          }
        });
  }

  private void provider(String key) throws BrokenJson {
    Node.Mapping node = stream.node().asMapping().orElse(null);
    if (node != null) {
      providers.add(ProviderConfig.of(key, node));
    }
  }

  private ModuleConfig module() throws BrokenJson {
    Map<String, ModuleConfig.Block> blocks = new LinkedHashMap<>();
    Map<String, ModuleConfig.Call> calls = new LinkedHashMap<>();
    Map<String, ConfiguredExpression> outputs = new LinkedHashMap<>();
    Map<String, ModuleConfig.Variable> variables = new LinkedHashMap<>();
    Set<String> counting = new LinkedHashSet<>();
    stream.members(
        key -> {
          switch (key) {
            case "resources" ->
                stream.objectsWhere(
                    "type",
                    wanted,
                    block -> {
                      addBlock(blocks, block);
                      block.get("count_expression").ifPresent(one -> addLocals(counting, one));
                    });
            case "module_calls" -> stream.members(name -> calls.put(name, call()));
            case "outputs" -> stream.members(name -> outputs.put(name, output()));
            case "variables" -> stream.members(name -> variables.put(name, variable()));
            default -> stream.skip();
          }
        });
    return new ModuleConfig(blocks, calls, outputs, variables, counting);
  }

  private static void addLocals(Set<String> locals, Node expression) {
    ConfiguredExpression.of(expression).references().stream()
        .filter(reference -> reference.startsWith("local."))
        .forEach(locals::add);
  }

  private static void addBlock(Map<String, ModuleConfig.Block> blocks, Node.Mapping node) {
    String address = node.get("address").flatMap(Node::asString).orElse("");
    blocks.put(
        address,
        new ModuleConfig.Block(
            node.get("provider_config_key").flatMap(Node::asString).orElse(""),
            node.get("expressions").flatMap(Node::asMapping).orElse(null),
            node.get("for_each_expression").map(ConfiguredExpression::of).orElse(null),
            node.get("depends_on").isPresent()));
  }

  private ModuleConfig.Call call() throws BrokenJson {
    Map<String, ConfiguredExpression> inputs = new LinkedHashMap<>();
    @Nullable ConfiguredExpression[] forEach = {null};
    ModuleConfig[] module = {ModuleConfig.EMPTY};
    stream.members(
        key -> {
          switch (key) {
            case "expressions" ->
                stream.members(name -> inputs.put(name, ConfiguredExpression.of(stream.node())));
            case "for_each_expression" -> forEach[0] = ConfiguredExpression.of(stream.node());
            case "module" -> module[0] = module();
            default -> stream.skip();
          }
        });
    return new ModuleConfig.Call(inputs, forEach[0], module[0]);
  }

  private ConfiguredExpression output() throws BrokenJson {
    ConfiguredExpression[] expression = {ConfiguredExpression.EMPTY};
    stream.members(
        key -> {
          if (key.equals("expression")) {
            expression[0] = ConfiguredExpression.of(stream.node());
          }
        });
    return expression[0];
  }

  private ModuleConfig.Variable variable() throws BrokenJson {
    Node.@Nullable Scalar[] fallback = {null};
    boolean[] is = {false, false};
    stream.members(
        key -> {
          switch (key) {
            case "default" -> {
              if (!stream.isObject() && !stream.isArray()) {
                fallback[0] = stream.node().asScalar().orElse(null);
              }
            }
            case "type" -> is[0] = true;
            case "ephemeral" -> is[1] = stream.text().equals("true");
            default -> stream.skip();
          }
        });
    return new ModuleConfig.Variable(fallback[0], is[1], is[0]);
  }
}
