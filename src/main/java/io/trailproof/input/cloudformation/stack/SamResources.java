package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resources that SAM makes of a function's events and of connectors, in CloudFormation's words,
 * as far as they are links of a chain or policies of such (F194–F196, F199).
 */
final class SamResources {
  /** What the events of a function may make. */
  static final Set<String> OF_EVENTS =
      Set.of("aws.sns.Subscription", "aws.events.Rule", "aws.events.Target");

  /** The type of a connector that stands by itself. */
  private static final String CONNECTOR = "AWS::Serverless::Connector";

  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String RULE = "AWS::Events::Rule";
  private static final String TOPIC = "AWS::SNS::Topic";
  private static final Set<String> RULE_EVENTS = Set.of("EventBridgeRule", "CloudWatchEvent");

  /**
   * One of them.
   *
   * @param id its logical id
   * @param type its CloudFormation type
   */
  record Made(String id, String type, Value.Fields properties) {}

  private final Stack stack;
  private final DeclaredResource declared;
  private final Origin at;
  private final List<Made> made = new ArrayList<>();

  private SamResources(Stack stack, DeclaredResource declared) {
    this.stack = stack;
    this.declared = declared;
    this.at = Origin.at(declared.at());
  }

  /** True if SAM may make more of a resource than itself. */
  static boolean mayBeOf(DeclaredResource declared) {
    return declared.type().equals(FUNCTION)
        || declared.type().equals(CONNECTOR)
        || declared.body().get("Connectors").isPresent();
  }

  /** Those of one resource; empty if what makes them cannot be read. */
  static Optional<List<Made>> of(DeclaredResource declared, Stack stack) {
    SamResources sam = new SamResources(stack, declared);
    boolean read = !declared.type().equals(FUNCTION) || sam.events();
    if (declared.type().equals(CONNECTOR)) {
      declared
          .properties()
          .map(stack.evaluator()::evaluate)
          .ifPresent(
              properties ->
                  sam.connector(
                      declared.id(),
                      member(properties, "Source"),
                      member(properties, "Destination")));
    }
    declared.body().get("Connectors").flatMap(Node::asMapping).ifPresent(sam::embedded);
    return read ? Optional.of(sam.made) : Optional.empty();
  }

  /** False if the events are not there to read. */
  private boolean events() {
    Optional<Node> written = declared.property("Events");
    if (written.isEmpty()) {
      return true;
    }
    Value events = stack.evaluator().evaluate(written.get());
    if (events.isAbsent()) {
      return true;
    }
    if (!(events instanceof Value.Fields all)) {
      return false;
    }
    boolean read = true;
    for (Map.Entry<String, Value> event : all.fields().entrySet()) {
      Optional<String> type = member(event.getValue(), "Type").asText();
      Value properties = member(event.getValue(), "Properties");
      boolean isLink =
          type.isPresent() && (type.get().equals("SNS") || RULE_EVENTS.contains(type.get()));
      if (isLink && properties instanceof Value.Fields) {
        String id = declared.id() + event.getKey();
        if (type.get().equals("SNS")) {
          subscription(id, properties);
        } else {
          rule(id, properties);
        }
      } else {
        read &= type.isPresent() && !isLink;
      }
    }
    return read;
  }

  private Value function() {
    return stack.getAtt(declared.id(), "Arn", at);
  }

  private void subscription(String id, Value properties) {
    Value topic = member(properties, "Topic");
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("TopicArn", topic);
    for (String name : List.of("FilterPolicy", "FilterPolicyScope", "Region")) {
      fields.put(name, member(properties, name));
    }
    Value queue = member(properties, "SqsSubscription");
    boolean toQueue =
        queue instanceof Value.Fields || queue.asText().filter("true"::equals).isPresent();
    if (toQueue) {
      Value arn = member(queue, "QueueArn");
      Value url = member(queue, "QueueUrl");
      if (!(queue instanceof Value.Fields)) {
        made.add(new Made(id + "Queue", "AWS::SQS::Queue", object(Map.of())));
        arn = new Value.Reference(stack.id(id + "Queue"), "arn", at);
        url = new Value.Reference(stack.id(id + "Queue"), "name", at);
      }
      queuePolicy(id + "QueuePolicy", url, arn, object(Map.of("AWS", text("*"))), topic);
      fields.put("Protocol", text("sqs"));
      fields.put("Endpoint", arn);
    } else {
      permission(id + "Permission", function(), "sns.amazonaws.com", topic);
      fields.put("Protocol", text("lambda"));
      fields.put("Endpoint", function());
    }
    made.add(new Made(id, "AWS::SNS::Subscription", new Value.Fields(fields, properties.origin())));
  }

  private void rule(String id, Value properties) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("EventPattern", member(properties, "Pattern"));
    fields.put("EventBusName", member(properties, "EventBusName"));
    fields.put("Name", member(properties, "RuleName"));
    fields.put("State", state(properties));
    Value target = object(Map.of("Arn", function()));
    fields.put("Targets", new Value.Items(List.of(target), at));
    made.add(new Made(id, RULE, new Value.Fields(fields, properties.origin())));
    Value arn = new Value.Reference(stack.id(id), "arn", at);
    permission(id + "Permission", function(), "events.amazonaws.com", arn);
  }

  /** An older event says whether it is enabled. */
  private Value state(Value properties) {
    Value enabled = member(properties, "Enabled");
    Optional<String> word = enabled.asText();
    if (enabled.isAbsent()) {
      return member(properties, "State");
    }
    return word.isPresent()
        ? Value.text(word.get().equals("true") ? "ENABLED" : "DISABLED", enabled.origin())
        : new Value.Unknown("hangs on `Enabled`", enabled.origin());
  }

  private void embedded(Node.Mapping connectors) {
    Value source = object(Map.of("Id", text(declared.id())));
    for (Node.Member member : connectors.members()) {
      Value properties = member(stack.evaluator().evaluate(member.value()), "Properties");
      connector(declared.id() + member.key(), source, member(properties, "Destination"));
    }
  }

  private void connector(String id, Value source, Value destinations) {
    List<Value> all =
        destinations instanceof Value.Items several ? several.items() : List.of(destinations);
    int index = 0;
    for (Value destination : all) {
      policy(all.size() == 1 ? id : id + index++, source, destination);
    }
  }

  /** F196: only these connectors write a policy of their destination. */
  private void policy(String id, Value source, Value destination) {
    String from = type(source);
    if (!from.equals(RULE) && !from.equals(TOPIC)) {
      return;
    }
    String service = from.equals(RULE) ? "events.amazonaws.com" : "sns.amazonaws.com";
    Value sourceArn = arn(source);
    Value arn = arn(destination);
    switch (type(destination)) {
      case TOPIC -> {
        if (from.equals(RULE)) {
          Map<String, Value> fields = new LinkedHashMap<>();
          fields.put("Topics", new Value.Items(List.of(arn), at));
          fields.put("PolicyDocument", document(service(service), "sns:Publish", arn, sourceArn));
          made.add(new Made(id + "TopicPolicy", "AWS::SNS::TopicPolicy", object(fields)));
        }
      }
      case "AWS::SQS::Queue" ->
          queuePolicy(id + "QueuePolicy", url(destination), arn, service(service), sourceArn);
      case "AWS::Lambda::Function", FUNCTION ->
          permission(id + "LambdaPermission", arn, service, sourceArn);
      default -> {
        // Others write a policy of the source's role alone.
      }
    }
  }

  private String type(Value end) {
    return resource(end)
        .map(DeclaredResource::type)
        .or(() -> member(end, "Type").asText())
        .orElse("");
  }

  private Optional<DeclaredResource> resource(Value end) {
    return member(end, "Id").asText().flatMap(stack::resource);
  }

  private Value arn(Value end) {
    Optional<DeclaredResource> resource = resource(end);
    if (resource.isEmpty()) {
      return member(end, "Arn");
    }
    String attribute = resource.get().type().equals(TOPIC) ? "Ref" : "Arn";
    return stack.getAtt(resource.get().id(), attribute, at);
  }

  private Value url(Value end) {
    return resource(end)
        .map(queue -> stack.getAtt(queue.id(), "Ref", at))
        .orElseGet(() -> member(end, "QueueUrl"));
  }

  private void permission(String id, Value function, String service, Value source) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("FunctionName", function);
    fields.put("Action", text("lambda:InvokeFunction"));
    fields.put("Principal", text(service));
    fields.put("SourceArn", source);
    made.add(new Made(id, "AWS::Lambda::Permission", object(fields)));
  }

  private void queuePolicy(String id, Value url, Value arn, Value principal, Value source) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Queues", new Value.Items(List.of(url), at));
    fields.put("PolicyDocument", document(principal, "sqs:SendMessage", arn, source));
    made.add(new Made(id, "AWS::SQS::QueuePolicy", object(fields)));
  }

  private Value service(String name) {
    return object(Map.of("Service", text(name)));
  }

  private Value document(Value principal, String action, Value resource, Value source) {
    Map<String, Value> statement = new LinkedHashMap<>();
    statement.put("Effect", text("Allow"));
    statement.put("Principal", principal);
    statement.put("Action", text(action));
    statement.put("Resource", resource);
    statement.put(
        "Condition", object(Map.of("ArnEquals", object(Map.of("aws:SourceArn", source)))));
    return object(Map.of("Statement", new Value.Items(List.of(object(statement)), at)));
  }

  private Value.Fields object(Map<String, Value> fields) {
    return new Value.Fields(fields, at);
  }

  private Value text(String text) {
    return Value.text(text, at);
  }

  private static Value member(Value value, String name) {
    Value member = value instanceof Value.Fields object ? object.fields().get(name) : null;
    return member == null ? new Value.Absent(value.origin()) : member;
  }
}
