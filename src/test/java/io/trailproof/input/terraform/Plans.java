package io.trailproof.input.terraform;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Puts small plans together; single quotes stand for double ones. */
final class Plans {
  private final List<String> planned = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private final List<String> prior = new ArrayList<>();
  private String calls = "";
  private String providers =
      "'aws':{'name':'aws','expressions':{'region':{'constant_value':'us-east-1'}}}";
  private String rest = "";

  /** A new resource: known values, marks of unknown ones. */
  Plans create(String address, String values, String unknown) {
    planned.add("{" + head(address) + ",'values':{" + values + "},'sensitive_values':{}}");
    changes.add(
        "{"
            + head(address)
            + ",'change':{'actions':['create'],'before':null,'after':{"
            + values
            + "},'after_unknown':{"
            + unknown
            + "}}}");
    return this;
  }

  Plans change(String address, String change) {
    changes.add("{" + head(address) + ",'change':{" + change + "}}");
    return this;
  }

  Plans planned(String address, String rest) {
    planned.add("{" + head(address) + rest + "}");
    return this;
  }

  Plans prior(String address, String values) {
    prior.add("{" + head(address) + ",'values':{" + values + "}}");
    return this;
  }

  /** A block of the root module. */
  Plans block(String address, String expressions) {
    return block(address, expressions, "");
  }

  Plans block(String address, String expressions, String more) {
    blocks.add(configured(address, expressions, more));
    return this;
  }

  Plans calls(String text) {
    calls = text;
    return this;
  }

  Plans providers(String text) {
    providers = text;
    return this;
  }

  Plans rest(String text) {
    rest = text;
    return this;
  }

  static String configured(String address, String expressions, String more) {
    return "{"
        + head(address)
        + ",'provider_config_key':'aws','expressions':{"
        + expressions
        + "}"
        + more
        + "}";
  }

  static String refs(String... references) {
    List<String> quoted = new ArrayList<>();
    for (String reference : references) {
      quoted.add("'" + reference + "'");
    }
    return "{'references':[" + String.join(",", quoted) + "]}";
  }

  /** A topic without anything unusual. */
  Plans topic(String name) {
    return create("aws_sns_topic." + name, "'name':'" + name + "'", "'arn':true,'id':true")
        .block("aws_sns_topic." + name, "'name':{'constant_value':'" + name + "'}");
  }

  private static String head(String address) {
    Address parsed = Address.parse(address.replace('\'', '"')).orElseThrow();
    String[] block = parsed.block().split("\\.", -1);
    boolean data = block[0].equals("data");
    return "'address':'"
        + address.replace("\"", "\\\"")
        + "','mode':'"
        + (data ? "data" : "managed")
        + "','type':'"
        + block[data ? 1 : 0]
        + "','name':'"
        + block[data ? 2 : 1]
        + "','provider_name':'registry.terraform.io/hashicorp/aws'";
  }

  String json() {
    return ("{'format_version':'1.2','terraform_version':'1.11.4','planned_values':{'root_module':{'resources':["
            + String.join(",", planned)
            + "]}},'resource_changes':["
            + String.join(",", changes)
            + "],'prior_state':{'format_version':'1.0','values':{'root_module':{'resources':["
            + String.join(",", prior)
            + "]}}},'configuration':{'provider_config':{"
            + providers
            + "},'root_module':{'resources':["
            + String.join(",", blocks)
            + "],'module_calls':{"
            + calls
            + "}}}"
            + rest
            + "}")
        .replace('\'', '"');
  }

  Reading read() {
    return read(json(), ReadSettings.NONE);
  }

  Reading read(ReadSettings settings) {
    return read(json(), settings);
  }

  static Outcome<Reading> outcome(String json, ReadSettings settings) {
    return new TerraformFormat(StubCatalog.catalog())
        .read(List.of(SourceFile.ofText("plan.json", json)), settings);
  }

  static Reading read(String json, ReadSettings settings) {
    Outcome<Reading> outcome = outcome(json, settings);
    if (!outcome.diagnostics().isEmpty()) {
      throw new AssertionError(outcome.diagnostics());
    }
    return outcome.value().orElseThrow();
  }

  static Diagnostic refusal(String json) {
    return outcome(json.replace('\'', '"'), ReadSettings.NONE).diagnostics().get(0);
  }

  static Resource resource(Reading reading, String address) {
    return reading.resources().stream()
        .filter(resource -> resource.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  /** A property of a resource, in one line. */
  String property(String address, String name) {
    return Shown.of(resource(read(), address).property(name));
  }
}
